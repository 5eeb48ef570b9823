/** One law under one article, or under several that a heading joins: the words that tie them. */
import { byUnit, type ReportIndex } from "./data";
import { BASIS, CLAIM_WORDS, claimsOf, SAID_HEAD, saidCells, sayings } from "./claims";
import { entry, notFound } from "./cards";
import { csvButton } from "./csv";
import { count, h } from "./dom";
import { numbersWords, topicList } from "./headings";
import { entityFacts, entityLink, kicker, longList, section } from "./pieces";
import { hashOf, viewHash } from "./routes";

export function pairCard(index: ReportIndex, id: string, under: string): HTMLElement {
  const { data } = index;
  const number = index.entityById.get(id);
  if (number === undefined) return notFound(`This report names nothing with the id “${id}”.`);
  const law = data.entities[number];
  const numbers = under.split(",").map((one) => (one === "treaty" ? "" : one));
  const found = index.citationsOf[number].filter(({ articles }) => articles.some((one) => numbers.includes(one)));
  const about = numbers.length > 1 ? numbers : numbers[0];
  const kinds = claimsOf(found, numbers);
  const what = numbers[0] === "" ? "the treaty as a whole" : `${numbers.length > 1 ? "articles" : "article"} ${numbersWords(numbers)}`;
  const units = byUnit([...found].sort((a, b) => Number(b.claim >= 0) - Number(a.claim >= 0) || a.strength - b.strength));
  const sheet = {
    name: `${data.report.symbol} ${law.id} ${what}`,
    head: ["report", "law", "articles", ...SAID_HEAD, "provision", "paragraph", "page"],
    rows: () => found.map((one) => [data.report.symbol, law.name, one.articles.join("; "), ...saidCells([one]), one.division, data.units[one.unit].id, data.units[one.unit].page]),
  };
  return h(
    "article",
    { class: `card ${law.category}` },
    kicker(data.report.treaty ?? "treaty", what),
    h("h2", null, `${law.name}, ${what}`),
    numbers[0] ? topicList(data.articles.filter((article) => numbers.includes(article.number))) : null,
    h("p", { class: "lead" }, kinds.length ? `The State says that it ${kinds.map((kind) => CLAIM_WORDS[kind]).join(", and ")} ${what}. ${BASIS}` : `The report cites it under ${what}, and does not say clearly, in the State’s words, what it does for it.`),
    h("p", { class: "chips" }, entityLink(law), h("span", { class: "meta" }, entityFacts(law))),
    h("p", { class: "tools" }, h("a", { class: "tool", href: viewHash({ article: numbers[0] || "treaty" }) }, "All laws under it"), h("a", { class: "tool", href: hashOf({ network: "drawing", law: id }) }, "Drawing")),
    section(count(units.size, "paragraph"), csvButton(sheet), longList([...units].map(([unit, citations]) => entry(index, unit, [...new Set(citations.flatMap(({ evidence }) => evidence))], sayings(citations, about))), 12, "paragraph")),
  );
}
