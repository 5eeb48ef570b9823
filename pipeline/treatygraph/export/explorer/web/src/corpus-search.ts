/** What a search finds over all reports: reports, articles and instruments by their names, and paragraphs by their text. */
import { takeAlong } from "./cite";
import type { CorpusIndex } from "./corpus-index";
import { csvButton } from "./csv";
import { count, h } from "./dom";
import { entityFacts, kicker, longList, section, unitWords, type Item } from "./pieces";
import { snippet, TextSearch } from "./search";
import { filterOf, valuesOfParagraph, type Found, type Texts } from "./texts";
import { facets, FIELDS, holds, isPlain, meets, readSearch, type Field, type Wanted } from "./wanted";

interface ArticleOf {
  treaty: string;
  number: string;
  topic: string;
}

let named: TextSearch | undefined;

/** The search by names; it is made before anyone asks. */
export function makeNames({ data: { laws, reports } }: CorpusIndex, articles: ArticleOf[]): TextSearch {
  return (named ??= new TextSearch([
    ...laws.map((law, n) => ({ id: `l${n}`, text: [law.name, ...(law.aliases ?? []), law.state ?? "", law.number ?? ""].join(" ") })),
    ...reports.map((report, n) => ({ id: `r${n}`, text: [report.symbol, report.stateName, report.treaty].join(" ") })),
    ...articles.map((article, n) => ({ id: `a${n}`, text: `${article.treaty} article ${article.number} ${article.topic}` })),
  ]));
}

export function articlesOf({ data }: CorpusIndex): ArticleOf[] {
  return data.treaties.flatMap(({ abbreviation, articles }) => articles.map(({ number, topic }) => ({ number, topic, treaty: abbreviation })));
}

export function searchCard(index: CorpusIndex, texts: Texts, query: string): HTMLElement {
  texts.hurry();
  const { laws, reports } = index.data;
  const articles = articlesOf(index);
  const wanted = readSearch(query);
  const of = byNames(index, articles, wanted);
  const found = texts.find(wanted, filterOf(reports, wanted));
  const block = (title: string, items: Item[], first: number, one: string) => (items.length ? section([`${title} `, h("small", null, items.length)], null, longList(items, first, one)) : null);
  const counted: [Field, string[]][] = FIELDS.map((field) => [field, found.places.flatMap((place) => valuesOfParagraph(reports, field, texts.paragraphs[place]))]);
  const narrowed = facets(query, wanted, counted, (search) => (search ? index.link({ search }) : index.stageHash()));
  return h(
    "article",
    { class: "card search" },
    kicker("search"),
    h("h2", null, query.includes('"') ? query : `“${query}”`),
    h("p", { class: "note", role: "status" }, told(texts, found, of)),
    found.instead.map(([word, like]) => h("p", { class: "note" }, `No report has “${word}”: ${like.length ? `looked for ${like.join(", ")} in its place` : "nothing is spelt like it"}.`)),
    narrowed ? h("details", { class: "as-table", open: wanted.fields.length > 0 }, h("summary", null, "Narrow it by State, treaty, report, article, kind of law, speaker, year"), narrowed) : null,
    found.places.length ? h("p", { class: "tools" }, csvButton(sheet(index, texts, query, found))) : null,
    block("Reports", of.r.map((n) => h("li", null, h("a", { href: reports[n].link }, reports[n].symbol), ` ${reports[n].stateName ?? ""}`)), 8, "report"),
    block("Articles", of.a.map((n) => h("li", null, h("a", { href: index.link({ treaty: articles[n].treaty, article: articles[n].number }) }, `${articles[n].treaty}, article ${articles[n].number}`), h("span", { class: "meta" }, ` ${articles[n].topic}`))), 5, "article"),
    block("Instruments", of.l.map((n) => h("li", null, index.row(laws[n], [laws[n].state, entityFacts(laws[n])]))), 10, "instrument"),
    block("Paragraphs", found.places.map((place) => () => paragraph(index, texts, place, found.stems)), 20, "paragraph"),
  );
}

type ByNames = Record<"r" | "a" | "l", number[]>;

/** Reports, articles and laws by their names; a jump to an article finds it in every treaty. */
function byNames(index: CorpusIndex, articles: ArticleOf[], wanted: Wanted): ByNames {
  const { laws, reports } = index.data;
  if (!isPlain(wanted)) {
    const jump = !wanted.parts.length && wanted.fields.some(([field]) => field === "article");
    const named = jump ? articles.flatMap(({ number, treaty }, n) => (meets(wanted, "article", [number]) && meets(wanted, "treaty", [treaty]) ? [n] : [])) : [];
    return { r: [], a: named, l: [] };
  }
  const found = wanted.words ? makeNames(index, articles).find(wanted.words) : [];
  const texts: Record<keyof ByNames, (n: number) => string> = { r: (n) => reports[n].symbol, a: (n) => articles[n].topic, l: (n) => [laws[n].name, ...(laws[n].aliases ?? [])].join(" \n ") };
  const all = (kind: keyof ByNames) => found.filter((id) => id.startsWith(kind)).map((id) => Number(id.slice(1))).filter((n) => holds(wanted, texts[kind](n)));
  return { r: all("r"), a: all("a"), l: all("l") };
}

function told({ taken, reports, whole, unread }: Texts, { places }: Found, { r, a, l }: ByNames): string {
  const so = whole ? "" : unread ? " This browser is too old to search the texts here; each report's page has a search too." : ` The texts are being read: ${taken} of ${count(reports, "report")} so far.`;
  if (!places.length && !r.length && !a.length && !l.length) return whole || unread ? `Nothing found. Try fewer words, or another form of the name.${so}` : so.trim();
  return `${count(places.length, "paragraph")}, ${count(r.length, "report")}, ${count(a.length, "article")}, ${count(l.length, "instrument")}.${so} Words are compared by their stems; “words in quotes” stand together, “para 57”, “art 17” and “p. 10” go there.`;
}

function paragraph(index: CorpusIndex, { paragraphs }: Texts, place: number, stems: Set<string>): HTMLElement {
  const { report, id, anchor, page, text } = paragraphs[place];
  const { symbol, link } = index.data.reports[report];
  return h(
    "li",
    { class: "entry" },
    h("p", { class: "entry-head" }, h("span", { class: "meta" }, symbol), h("a", { class: "place", href: `${link}#${anchor}` }, unitWords(id)), page ? h("span", { class: "under" }, `page ${page}`) : null, takeAlong({ symbol, unit: id, page, words: text, link: `${link}#${anchor}` })),
    h("blockquote", null, snippet(text, stems)),
  );
}

function sheet(index: CorpusIndex, { paragraphs }: Texts, query: string, { places }: Found) {
  return {
    name: `search ${query}`,
    head: ["report", "state", "treaty", "paragraph", "page", "articles", "kinds of law", "speaker", "text"],
    rows: () =>
      places.map((place) => {
        const { report, id, page, articles, kinds, speaker, text } = paragraphs[place];
        const { symbol, state, treaty } = index.data.reports[report];
        return [symbol, state, treaty, id, page, articles.join("; "), kinds.join("; "), speaker, text];
      }),
  };
}
