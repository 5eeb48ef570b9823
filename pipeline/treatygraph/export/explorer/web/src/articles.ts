/** A treaty article with the law that is claimed for it and cited under it; and all articles at a glance. */
import type { Citation, ReportIndex } from "./data";
import { byUnit, compareArticles } from "./data";
import { BASIS, CITED_ONLY, CLAIM_TITLES, claimBar, claimLegend, claims, claimsOf, countClaims, isNational, ofCited, SAID_HEAD, saidCells, sayings, type LawCount } from "./claims";
import { csvButton } from "./csv";
import { entry, notFound } from "./cards";
import { count, h } from "./dom";
import { numbersWords, topicList, type Articles } from "./headings";
import { entityFacts, kicker, section, sectionUnder } from "./pieces";
import { judgeable } from "./review";
import { hashOf, viewHash } from "./routes";
import { sparqlButton } from "./sparql";

interface LawUnder {
  entity: number;
  claims: number[];
  citations: Citation[];
}

/** The laws cited under an article, each once with what is claimed of it, or for one that its heading joins with it. */
export function lawsUnder(index: ReportIndex, article: string): LawUnder[] {
  const laws = new Map<number, LawUnder>();
  for (const citation of index.citationsUnder.get(article) ?? []) {
    const law = laws.get(citation.entity) ?? { entity: citation.entity, claims: [], citations: [] };
    law.citations.push(citation);
    laws.set(citation.entity, law);
  }
  for (const law of laws.values()) law.claims = claimsOf(law.citations, index.joined(article));
  const size = (law: LawUnder) => new Set(law.citations.map((citation) => citation.unit)).size;
  const { entities } = index.data;
  return [...laws.values()].sort((a, b) => size(b) - size(a) || entities[a.entity].name.localeCompare(entities[b.entity].name, "en"));
}

/** The one count of the bars: national laws said to carry an article out, and those cited under it. */
export function countLaws(index: ReportIndex, article: string): LawCount {
  const national = lawsUnder(index, article).filter((law) => isNational(index.data.entities[law.entity]));
  return countClaims(national.map(({ citations }) => citations), index.joined(article));
}

export function articleCard(index: ReportIndex, wanted: string): HTMLElement {
  const { data } = index;
  const number = wanted === "treaty" ? "" : wanted;
  const known = index.article(number);
  if (number && !known) return notFound(`${data.report.treaty ?? "The treaty"} has no article “${number}” here.`);
  const laws = lawsUnder(index, number);
  const numbers = index.joined(number);
  const several = numbers.length > 1;
  const at = index.headings.indexOf(numbers);
  const inText = number ? sectionUnder(number) : null;
  const step = (to: number, words: string) =>
    index.headings[to] === undefined || at < 0 ? null : h("a", { class: "tool", href: viewHash({ article: index.headings[to][0] }) }, words);
  const named = (to: number) => articlesWords(index.headings[to] ?? []);
  return h(
    "article",
    { class: "card article" },
    kicker(data.report.treatyTitle ?? data.report.treaty ?? "treaty"),
    h("h2", null, number ? articlesWords(numbers) : "The treaty as a whole", known?.topic && !several ? h("span", { class: "topic" }, known.topic) : null),
    several ? topicList(numbers.map((one) => index.article(one)!)) : null,
    several ? h("p", { class: "note" }, "One heading of the report names them all: what it cites there is one thing, and is counted once.") : null,
    h(
      "p",
      { class: "tools" },
      step(at - 1, `← ${named(at - 1)}`),
      step(at + 1, `${named(at + 1)} →`),
      inText ? h("a", { class: "tool", href: `#${inText.id}` }, "In the text") : null,
      laws.length ? h("a", { class: "tool", href: hashOf({ network: "drawing", article: wanted }) }, "Drawing") : null,
      sparqlButton(data.queries, number ? "evidence-under-article" : "strength-by-article", { article: number }),
      laws.length ? csvButton(citationSheet(index, number)) : null,
    ),
    h("p", { class: "lead" }, leadWords(index, number, laws)),
    CLAIM_TITLES.map((title, kind) => group(index, number, title, laws.filter((law) => law.claims.includes(kind)), kind)),
    group(index, number, CITED_ONLY, laws.filter((law) => !law.claims.length)),
  );
}

/** "Article 6", "Articles 1–5" */
function articlesWords(numbers: string[]): string {
  return `${numbers.length > 1 ? "Articles" : "Article"} ${numbersWords(numbers)}`;
}

function leadWords(index: ReportIndex, number: string, laws: LawUnder[]): string {
  const what = index.joined(number).length > 1 ? "these articles" : number ? "this article" : "the treaty as a whole";
  if (!laws.length) return `The report cites no instrument under ${what}.`;
  const { claimed, cited } = countLaws(index, number);
  const other = laws.length - cited;
  const foreign = other ? ` ${count(other, "international or other text")} ${other === 1 ? "is" : "are"} cited too.` : "";
  if (!cited) return `The report cites no national law under ${what}.${foreign}`;
  if (!claimed) return `The State says of no law that it carries ${what} out; ${count(cited, "national law")} ${cited === 1 ? "is" : "are"} cited there.${foreign}`;
  return `The State says of ${claimed} of ${count(cited, "national law")} cited under ${what} that ${claimed === 1 ? "it carries" : "they carry"} ${number && index.joined(number).length > 1 ? "one of them" : "it"} out. ${BASIS}${foreign}`;
}

function group(index: ReportIndex, number: string, title: string, found: LawUnder[], kind?: number): HTMLElement | null {
  if (!found.length) return null;
  return section(
    [`${title} `, h("small", null, found.length)],
    null,
    kind === undefined ? h("p", { class: "note" }, "The text places them under the article, and does not say clearly, in the State’s words, what they do for it.") : null,
    h("div", { class: `rows ${kind === undefined ? "cited-only" : ""}` }, found.map((law) => lawUnder(index, number, law, found.length <= 3 && kind !== undefined, kind))),
  );
}

function lawUnder(index: ReportIndex, number: string, law: LawUnder, open: boolean, kind?: number): HTMLElement {
  const entity = index.data.entities[law.entity];
  const joined = index.joined(number);
  const about: Articles = joined.length > 1 ? joined : number;
  const first = (citation: Citation) => Number(kind !== undefined && claims(citation, about, kind));
  const units = byUnit([...law.citations].sort((a, b) => first(b) - first(a)));
  const body = h("div", { class: "inner" });
  let filled = false;
  const fill = () => {
    if (filled) return;
    filled = true;
    body.append(
      h("p", null, h("a", { href: viewHash(entity.category === "agency" ? { body: entity.id } : { law: entity.id }) }, "All about this instrument")),
      h(
        "ol",
        { class: "plain" },
        [...units].map(([unit, citations]) => {
          const claiming = citations.filter(first);
          const shown = claiming.length ? claiming : citations;
          const best = Math.min(...shown.map((citation) => citation.strength));
          const evidence = [...new Set(shown.filter((citation) => citation.strength === best).flatMap((citation) => citation.evidence))];
          // Of articles that one heading joins, the one that something is said of is judged.
          const judged = joined.find((one) => citations.some(({ claimed }) => claimed.includes(one))) ?? number;
          return judgeable(entry(index, unit, evidence, sayings(shown, about)), index, entity, citations, judged);
        }),
      ),
    );
  };
  const details = h(
    "details",
    { class: `law ${entity.category}`, open, ontoggle: () => details.open && fill() },
    h(
      "summary",
      null,
      h("span", { class: `entity ${entity.category}` }, entity.name),
      h("span", { class: "meta" }, [entityFacts(entity), count(units.size, "paragraph"), joined.length > 1 && kind !== undefined && saidOf(law.citations, joined, kind)].filter(Boolean).join(" · ")),
    ),
    body,
  );
  if (open) fill();
  return details;
}

/** "said of art. 17", where one heading joins several. */
function saidOf(citations: Citation[], joined: string[], kind: number): string {
  const claiming = citations.filter((citation) => claims(citation, joined, kind));
  return `said of art. ${joined.filter((number) => claiming.some((citation) => citation.claimed.includes(number))).join(", ")}`;
}

function citationSheet(index: ReportIndex, article?: string) {
  const { data } = index;
  return {
    name: `${data.report.symbol} article ${article === undefined ? "all" : article || "treaty"}`,
    head: ["report", "treaty", "article", ...SAID_HEAD, "law", "id", "category", "provision", "paragraph", "page", "articles sharing the heading", "likely articles", "sub-national", "words"],
    rows: () =>
      index.citations
        .flatMap((citation) => citation.articles.map((number) => ({ number, citation })))
        .filter(({ number }) => article === undefined || number === article)
        .sort((a, b) => compareArticles(a.number, b.number))
        .map(({ number, citation }) => {
          const entity = data.entities[citation.entity];
          const unit = data.units[citation.unit];
          const words = citation.evidence
            .map((place) => data.mentions[place])
            .filter((m) => m.entity === citation.entity)
            .map((m) => index.text(m.unit).slice(m.start, m.end));
          return [data.report.symbol, data.report.treaty, number, ...saidCells([citation], number), entity.name, entity.iri, entity.category, citation.division, unit.id, unit.page, citation.sharedBy || "", citation.likely?.join("; ") ?? "", citation.subnational ? "yes" : "", words.join(" | ")];
        }),
  };
}

/** The articles with their counts; those that one heading joins are one. */
export function articleRows(index: ReportIndex): ArticleRow[] {
  const topic = (numbers: string[]) => (numbers.length > 1 ? "under one heading" : (index.article(numbers[0])?.topic ?? ""));
  return index.headings.map((numbers) => ({ numbers, topic: topic(numbers), ...countLaws(index, numbers[0]) }));
}

/** All articles: how many national laws are said to carry each out, of those cited under it. */
export function articleList(index: ReportIndex): HTMLElement {
  const { data } = index;
  const rows = [{ numbers: [""], topic: "The treaty as a whole", ...countLaws(index, "") }, ...articleRows(index)];
  const most = Math.max(...rows.map((row) => row.cited));
  return h(
    "article",
    { class: "card" },
    kicker(data.report.treatyTitle ?? data.report.treaty ?? ""),
    h("h2", null, "Articles"),
    h("p", { class: "lead" }, `How many national laws the State says carry each article out, of those that the report cites under it, bills among them. Articles that one heading joins are one row. ${BASIS.replace("It is", "This is")}`),
    claimLegend(),
    h("p", { class: "tools" }, sparqlButton(data.queries, "strength-by-article"), csvButton(citationSheet(index))),
    h("ol", { class: "plain bars" }, rows.filter((row) => row.numbers[0] || row.cited).map((row) => barRow(row, most, data.report.treaty))),
  );
}

export interface ArticleRow extends LawCount {
  numbers: string[];
  topic: string;
}

/** An article, or several that one heading joins, with their bar. */
export function barRow(row: ArticleRow, most: number, treaty: string | null): HTMLElement {
  const [first] = row.numbers;
  return h(
    "li",
    { class: row.cited ? "" : "none" },
    h(
      "a",
      { href: viewHash({ article: first || "treaty" }) },
      h("span", { class: "bar-name" }, first ? `Art. ${numbersWords(row.numbers)}` : treaty),
      h("span", { class: "bar-topic" }, row.topic),
      claimBar(row, most),
      h("span", { class: "bar-count" }, ofCited(row.claimed, row.cited), row.cited ? h("span", { class: "sr" }, " national laws cited are said to carry it out") : null),
    ),
  );
}
