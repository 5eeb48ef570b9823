/** Two reports side by side, on an article each or on all: the laws that only one cites, and those that both do. */
import type { Cited, CorpusIndex } from "./corpus-index";
import { csvButton } from "./csv";
import { BASIS, CITED_ONLY, CLAIM_WORDS, claimsOf, SAID_HEAD, saidCells } from "./claims";
import { count, h } from "./dom";
import { entityFacts, longList, section } from "./pieces";
import { sparqlButton } from "./sparql";

interface Side {
  /** Place of the report. */
  report: number;
  /** Article; none is all of them. */
  article: string;
}

/** "CRPD/C/KAZ/1,12,CRPD/C/LTU/1,12" */
function readSides(index: CorpusIndex, value: string): [Side, Side] {
  const [one, article, other, otherArticle] = value.split(",");
  const { reports } = index.data;
  const place = (symbol: string | undefined, otherwise: number) => {
    const found = reports.findIndex((report) => report.symbol === symbol);
    return found < 0 ? otherwise : found;
  };
  const first = place(one, Math.max(0, reports.findIndex(({ treaty }) => treaty === index.treaty)));
  const second = reports.findIndex(({ treaty }, n) => n !== first && treaty === reports[first].treaty);
  return [
    { report: first, article: article ?? "" },
    { report: place(other, second < 0 ? first : second), article: otherArticle ?? "" },
  ];
}

function writeSides(index: CorpusIndex, sides: [Side, Side]): string {
  return sides.flatMap(({ report, article }) => [index.data.reports[report].symbol, article]).join();
}

export function compare(index: CorpusIndex, value: string): HTMLElement {
  const sides = readSides(index, value);
  index.compared = writeSides(index, sides);
  const found = sides.map((side) => lawsOf(index, side)) as [Map<number, Cited[]>, Map<number, Cited[]>];
  const [here, there] = found;
  const both = [...here.keys()].filter((law) => there.has(law));
  const rank = (law: number) => -(here.get(law) ?? []).concat(there.get(law) ?? []).filter(({ claim }) => claim >= 0).length;
  const sorted = (laws: number[]) => laws.sort((a, b) => rank(a) - rank(b) || index.data.laws[a].name.localeCompare(index.data.laws[b].name, "en"));
  const only = (n: 0 | 1) => sorted([...found[n].keys()].filter((law) => !found[1 - n].has(law)));
  const names = sides.map((side) => sideName(index, side));
  const columns: [string, number[]][] = [[`Only ${names[0]}`, only(0)], ["Both", sorted(both)], [`Only ${names[1]}`, only(1)]];
  const sheet = {
    name: `compare ${names.join(" and ")}`,
    head: ["where", "law", "id", "category", "kind", ...sides.flatMap((_, n) => SAID_HEAD.map((head) => `${names[n]}: ${head}`))],
    rows: () => columns.flatMap(([where, laws]) => laws.map((law) => [where, index.data.laws[law].name, index.data.laws[law].id, index.data.laws[law].category, index.data.laws[law].kind, ...found.flatMap((side, n) => saidCells(side.get(law) ?? [], sides[n].article || undefined))])),
  };
  return h(
    "section",
    { class: "compare" },
    h("h1", null, "Compare"),
    h("p", { class: "lead" }, `Two States on one article, two reports of one State, or two articles: what only one side cites, and what both do. ${BASIS}`),
    h("div", { class: "sides" }, sides.map((side, n) => form(index, sides, n, side))),
    h("p", { class: "tools" }, query(index, sides), csvButton(sheet)),
    h("h2", { class: "sr" }, "Side by side"), h("div", { class: "columns" }, columns.map(([title, laws]) => column(index, title, laws, sides, found))),
  );
}

/** The query of two States on one article; what else is compared has none. */
function query(index: CorpusIndex, [one, other]: [Side, Side]): HTMLElement | null {
  const [first, second] = [index.data.reports[one.report], index.data.reports[other.report]];
  const asked = one.article && one.article === other.article && first.treaty && first.treaty === second.treaty && first.stateName && second.stateName && first.state !== second.state;
  return asked ? sparqlButton(index.data.queries, "two-states-under-article", { treaty: first.treaty!, article: one.article, state: first.stateName!, other: second.stateName! }) : null;
}

function sideName(index: CorpusIndex, { report, article }: Side): string {
  const { symbol, stateName } = index.data.reports[report];
  return `${stateName ?? symbol} (${symbol})${article ? `, art. ${article}` : ""}`;
}

function lawsOf(index: CorpusIndex, { report, article }: Side): Map<number, Cited[]> {
  const laws = new Map<number, Cited[]>();
  for (const one of index.cited)
    if (one.report === report && (!article || one.articles.includes(article))) laws.set(one.law, [...(laws.get(one.law) ?? []), one]);
  return laws;
}

function form(index: CorpusIndex, sides: [Side, Side], n: number, side: Side): HTMLElement {
  const { reports, treaties } = index.data;
  const go = (changed: Partial<Side>) => {
    const next = sides.map((one, at) => (at === n ? { ...one, ...changed } : one)) as [Side, Side];
    location.hash = `#compare=${encodeURIComponent(writeSides(index, next))}`;
  };
  const order = reports.map((_, at) => at).sort((a, b) => (reports[a].stateName ?? "").localeCompare(reports[b].stateName ?? "", "en") || reports[a].symbol.localeCompare(reports[b].symbol, "en"));
  const which = n ? "Second" : "First";
  const report = h("select", { "aria-label": `${which} report`, onchange: () => go({ report: Number(report.value) }) }, order.map((at) => h("option", { value: at, selected: at === side.report }, `${reports[at].stateName ?? "?"} · ${reports[at].symbol}`)));
  const articles = treaties.find(({ abbreviation }) => abbreviation === reports[side.report].treaty)?.articles ?? [];
  const article = h("select", { "aria-label": `${which} article`, onchange: () => go({ article: article.value }) }, h("option", { value: "" }, "every article"), articles.map(({ number, topic }) => h("option", { value: number, selected: number === side.article }, `art. ${number}${topic ? ` · ${topic}` : ""}`)));
  return h("p", { class: "filters" }, report, article);
}

function column(index: CorpusIndex, title: string, laws: number[], sides: [Side, Side], found: Map<number, Cited[]>[]): HTMLElement {
  const claim = (law: number, n: number) => {
    const cited = found[n].get(law);
    if (!cited) return undefined;
    const kinds = claimsOf(cited, sides[n].article || undefined);
    return kinds.length ? `said: ${kinds.map((kind) => CLAIM_WORDS[kind].replace(/ for$/, "")).join(", ")}` : CITED_ONLY.toLowerCase();
  };
  const items = laws.map((law) => {
    const said = [claim(law, 0), claim(law, 1)].filter(Boolean);
    const one = index.data.laws[law];
    return h("li", null, index.row(one, [entityFacts(one), said.length > 1 && said[0] !== said[1] ? `first ${said[0]}; second ${said[1]}` : said[0]]));
  });
  return section([`${title} `, h("small", null, laws.length)], null, kinds(index, laws), items.length ? longList(items, 20, "instrument") : h("p", { class: "note" }, "None."));
}

/** "5 acts, 2 codes, 1 order": laws of two States are never the same, but they may be of one kind. */
function kinds(index: CorpusIndex, laws: number[]): HTMLElement | null {
  const counts = new Map<string, number>();
  for (const law of laws) {
    const { kind } = index.data.laws[law];
    if (kind !== "other") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en")).slice(0, 5);
  return most.length ? h("p", { class: "note" }, most.map(([kind, number]) => count(number, kind, `${kind}${/(s|x)$/.test(kind) ? "" : "s"}`)).join(", ")) : null;
}
