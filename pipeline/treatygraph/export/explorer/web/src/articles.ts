/** A treaty article with the law cited under it, by strength; and all articles at a glance. */
import type { Citation, ReportIndex, Strength } from "./data";
import { compareArticles, STRENGTH_MEANING, STRENGTHS } from "./data";
import { csvButton } from "./csv";
import { entry, notFound } from "./cards";
import { count, h } from "./dom";
import { entityFacts, kicker, section, sectionUnder, strengthMark } from "./pieces";
import { hashOf, viewHash } from "./routes";
import { sparqlButton } from "./sparql";

interface LawUnder {
  entity: number;
  strength: Strength;
  citations: Citation[];
}

/** The laws cited under an article, each once with its best strength; most paragraphs first. */
export function lawsUnder(index: ReportIndex, article: string): LawUnder[] {
  const laws = new Map<number, LawUnder>();
  for (const citation of index.citationsUnder.get(article) ?? []) {
    const law = laws.get(citation.entity) ?? { entity: citation.entity, strength: citation.strength, citations: [] };
    law.strength = Math.min(law.strength, citation.strength) as Strength;
    law.citations.push(citation);
    laws.set(citation.entity, law);
  }
  const size = (law: LawUnder) => new Set(law.citations.map((citation) => citation.unit)).size;
  const { entities } = index.data;
  return [...laws.values()].sort((a, b) => size(b) - size(a) || entities[a.entity].name.localeCompare(entities[b.entity].name, "en"));
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
    laws.length
      ? h("p", { class: "lead" }, `The report cites ${count(laws.length, "instrument")} here. It is what the State says, not a finding that the law gives effect to the article.`)
      : h("p", { class: "lead" }, "The report cites no instrument under this article."),
    ([0, 1, 2] as Strength[]).map((strength) => group(index, number, laws, strength)),
  );
}

function group(index: ReportIndex, number: string, laws: LawUnder[], strength: Strength): HTMLElement | null {
  const found = laws.filter((law) => law.strength === strength);
  if (!found.length) return null;
  const titles = ["Named in one sentence with it", "Named in one paragraph with it", "Named under its heading"];
  return section(
    [strengthMark(strength), ` ${titles[strength]} `, h("small", null, found.length)],
    null,
    h("p", { class: "note" }, STRENGTH_MEANING[strength]),
    h("div", { class: "rows" }, found.map((law) => lawUnder(index, law, found.length <= 3 && strength < 2))),
  );
}

function lawUnder(index: ReportIndex, law: LawUnder, open: boolean): HTMLElement {
  const entity = index.data.entities[law.entity];
  const units = new Map<number, Citation[]>();
  for (const citation of law.citations) units.set(citation.unit, [...(units.get(citation.unit) ?? []), citation]);
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
          const best = Math.min(...citations.map((citation) => citation.strength)) as Strength;
          const strongest = citations.filter((citation) => citation.strength === best);
          const evidence = [...new Set(strongest.flatMap((citation) => citation.evidence))];
          const shared = strongest[0].sharedBy;
          return entry(index, unit, evidence, strengthMark(best), shared > 1 ? h("span", { class: "under" }, `heading shared by ${shared} articles`) : null);
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
    head: ["report", "treaty", "article", "strength", "law", "id", "category", "provision", "paragraph", "page", "articles sharing the heading", "words"],
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
          return [data.report.symbol, data.report.treaty, number, STRENGTHS[citation.strength], entity.name, entity.iri, entity.category, citation.division, unit.id, unit.page, citation.sharedBy || "", words.join(" | ")];
        }),
  };
}

/** All articles: how many instruments are cited under each, by strength. */
export function articleList(index: ReportIndex): HTMLElement {
  const { data } = index;
  const rows = [{ number: "", topic: "The treaty as a whole" }, ...data.articles].map((article) => {
    const laws = lawsUnder(index, article.number);
    return { ...article, laws, by: [0, 1, 2].map((strength) => laws.filter((law) => law.strength === strength).length) };
  });
  const most = Math.max(1, ...rows.map((row) => row.laws.length));
  return h(
    "article",
    { class: "card" },
    kicker(data.report.treatyTitle ?? data.report.treaty ?? ""),
    h("h2", null, "Articles"),
    h("p", { class: "lead" }, "How many instruments the report cites under each article, and how firmly."),
    h(
      "p",
      { class: "legend" },
      ([0, 1, 2] as Strength[]).map((strength) => h("span", null, h("i", { class: `swatch s${strength}` }), STRENGTHS[strength])),
    ),
    h("p", { class: "tools" }, sparqlButton(data.queries, "strength-by-article"), csvButton(citationSheet(index))),
    h(
      "ol",
      { class: "plain bars" },
      rows
        .filter((row) => row.number || row.laws.length)
        .map((row) =>
          h(
            "li",
            { class: row.laws.length ? "" : "none" },
            h(
              "a",
              { href: viewHash({ article: row.number || "treaty" }) },
              h("span", { class: "bar-name" }, row.number ? `Art. ${row.number}` : data.report.treaty),
              h("span", { class: "bar-topic" }, row.topic),
              h("span", { class: "bar", "aria-hidden": "true" }, row.by.map((n, strength) => (n ? stretch(n / most, strength) : null))),
              h("span", { class: "bar-count" }, row.laws.length || "none"),
            ),
          ),
        ),
    ),
  );
}

function stretch(share: number, strength: number): HTMLElement {
  const bar = h("i", { class: `s${strength}` });
  bar.style.width = `${(100 * share).toFixed(2)}%`;
  return bar;
}
