/** A treaty article with the law that is claimed for it and cited under it; and all articles at a glance. */
import type { Citation, ReportIndex } from "./data";
import { compareArticles } from "./data";
import { BASIS, CARRIES_OUT, CITED_ONLY, CLAIM_TITLES, claimBar, claimLegend, claims, claimsOf, isNational, ofCited, SAID_HEAD, saidCells, sayings } from "./claims";
import { csvButton } from "./csv";
import { entry, notFound } from "./cards";
import { count, h } from "./dom";
import { entityFacts, kicker, section, sectionUnder } from "./pieces";
import { judgeable } from "./review";
import { hashOf, viewHash } from "./routes";
import { sparqlButton } from "./sparql";

interface LawUnder {
  entity: number;
  claims: number[];
  citations: Citation[];
}

/** The laws cited under an article, each once with what is claimed of it; most paragraphs first. */
export function lawsUnder(index: ReportIndex, article: string): LawUnder[] {
  const laws = new Map<number, LawUnder>();
  for (const citation of index.citationsUnder.get(article) ?? []) {
    const law = laws.get(citation.entity) ?? { entity: citation.entity, claims: [], citations: [] };
    law.citations.push(citation);
    laws.set(citation.entity, law);
  }
  for (const law of laws.values()) law.claims = claimsOf(law.citations, article);
  const size = (law: LawUnder) => new Set(law.citations.map((citation) => citation.unit)).size;
  const { entities } = index.data;
  return [...laws.values()].sort((a, b) => size(b) - size(a) || entities[a.entity].name.localeCompare(entities[b.entity].name, "en"));
}

/** The one count of the bars: national laws said to carry an article out, and those cited under it. */
export function countLaws(index: ReportIndex, article: string): { claimed: number; cited: number } {
  const national = lawsUnder(index, article).filter((law) => isNational(index.data.entities[law.entity]));
  return { claimed: national.filter((law) => law.claims.includes(CARRIES_OUT)).length, cited: national.length };
}

export function articleCard(index: ReportIndex, wanted: string): HTMLElement {
  const { data } = index;
  const number = wanted === "treaty" ? "" : wanted;
  const known = index.article(number);
  if (number && !known) return notFound(`${data.report.treaty ?? "The treaty"} has no article “${number}” here.`);
  const laws = lawsUnder(index, number);
  const numbers = data.articles.map((article) => article.number);
  const at = numbers.indexOf(number);
  const inText = number ? sectionUnder(number) : null;
  const step = (to: number, words: string) =>
    numbers[to] === undefined || at < 0 ? null : h("a", { class: "tool", href: viewHash({ article: numbers[to] }) }, words);
  return h(
    "article",
    { class: "card article" },
    kicker(data.report.treatyTitle ?? data.report.treaty ?? "treaty"),
    h("h2", null, number ? `Article ${number}` : "The treaty as a whole", known?.topic ? h("span", { class: "topic" }, known.topic) : null),
    h(
      "p",
      { class: "tools" },
      step(at - 1, `← Article ${numbers[at - 1]}`),
      step(at + 1, `Article ${numbers[at + 1]} →`),
      inText ? h("a", { class: "tool", href: `#${inText.id}` }, "In the text") : null,
      laws.length ? h("a", { class: "tool", href: hashOf({ network: "", article: wanted }) }, "Network") : null,
      sparqlButton(data.queries, number ? "evidence-under-article" : "strength-by-article", { article: number }),
      laws.length ? csvButton(citationSheet(index, number)) : null,
    ),
    h("p", { class: "lead" }, leadWords(index, number, laws)),
    CLAIM_TITLES.map((title, kind) => group(index, number, title, laws.filter((law) => law.claims.includes(kind)), kind)),
    group(index, number, CITED_ONLY, laws.filter((law) => !law.claims.length)),
  );
}

function leadWords(index: ReportIndex, number: string, laws: LawUnder[]): string {
  const what = number ? "this article" : "the treaty as a whole";
  if (!laws.length) return `The report cites no instrument under ${what}.`;
  const { claimed, cited } = countLaws(index, number);
  const other = laws.length - cited;
  const foreign = other ? ` ${count(other, "international or other text")} ${other === 1 ? "is" : "are"} cited too.` : "";
  if (!cited) return `The report cites no national law under ${what}.${foreign}`;
  if (!claimed) return `The State says of no law that it carries ${what} out; ${count(cited, "national law")} ${cited === 1 ? "is" : "are"} cited under it.${foreign}`;
  return `The State says of ${claimed} of ${count(cited, "national law")} cited under ${what} that ${claimed === 1 ? "it carries" : "they carry"} it out. ${BASIS}${foreign}`;
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
  const units = new Map<number, Citation[]>();
  const first = (citation: Citation) => Number(kind !== undefined && claims(citation, number, kind));
  for (const citation of [...law.citations].sort((a, b) => first(b) - first(a))) units.set(citation.unit, [...(units.get(citation.unit) ?? []), citation]);
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
          return judgeable(entry(index, unit, evidence, sayings(shown, number)), index, entity, citations, number);
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
      h("span", { class: "meta" }, [entityFacts(entity), count(units.size, "paragraph")].filter(Boolean).join(" · ")),
    ),
    body,
  );
  if (open) fill();
  return details;
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

/** All articles: how many national laws are said to carry each out, of those cited under it. */
export function articleList(index: ReportIndex): HTMLElement {
  const { data } = index;
  const rows = [{ number: "", topic: "The treaty as a whole" }, ...data.articles].map((article) => ({ ...article, ...countLaws(index, article.number) }));
  const most = Math.max(...rows.map((row) => row.cited));
  return h(
    "article",
    { class: "card" },
    kicker(data.report.treatyTitle ?? data.report.treaty ?? ""),
    h("h2", null, "Articles"),
    h("p", { class: "lead" }, `How many national laws the State says carry each article out, of those that the report cites under it, bills among them. ${BASIS.replace("It is", "This is")}`),
    claimLegend(),
    h("p", { class: "tools" }, sparqlButton(data.queries, "strength-by-article"), csvButton(citationSheet(index))),
    h("ol", { class: "plain bars" }, rows.filter((row) => row.number || row.cited).map((row) => barRow(row, most, data.report.treaty))),
  );
}

/** An article with its bar. */
export function barRow(row: { number: string; topic: string; claimed: number; cited: number }, most: number, treaty: string | null): HTMLElement {
  return h(
    "li",
    { class: row.cited ? "" : "none" },
    h(
      "a",
      { href: viewHash({ article: row.number || "treaty" }) },
      h("span", { class: "bar-name" }, row.number ? `Art. ${row.number}` : treaty),
      h("span", { class: "bar-topic" }, row.topic),
      claimBar(row.claimed, row.cited, most),
      h("span", { class: "bar-count" }, ofCited(row.claimed, row.cited), row.cited ? h("span", { class: "sr" }, " national laws cited are said to carry it out") : null),
    ),
  );
}
