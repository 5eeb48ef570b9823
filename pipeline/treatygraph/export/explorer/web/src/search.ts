/** Search over the text, headings, articles and names, by stems: "detention" finds "detained". */
import MiniSearch from "minisearch";
import type { ReportIndex } from "./data";
import { csvButton } from "./csv";
import { CATEGORY_WORDS } from "./data";
import { count, h, type Child } from "./dom";
import { entityFacts, entityHash, kicker, longList, place } from "./pieces";
import { readRoute, viewHash } from "./routes";
import { fold, stem, words } from "./stems";
import { facets, holds, isPlain, markedStems, meets, readSearch, type Field, type Wanted } from "./wanted";

interface Entry {
  id: string;
  text: string;
}

export class TextSearch {
  private readonly index: MiniSearch<Entry>;

  constructor(entries: Entry[]) {
    this.index = new MiniSearch<Entry>({ fields: ["text"], tokenize: words, processTerm: stem });
    this.index.addAll(entries);
  }

  /** The ids of the entries that hold every word, best first; the last word may be unfinished. */
  find(query: string): string[] {
    const asked = words(query);
    if (!asked.length) return [];
    const last = stem(asked.at(-1)!);
    const prefix = (term: string) => term === last && term.length > 2;
    return this.index.search(query, { combineWith: "AND", prefix }).map((result) => result.id as string);
  }
}

let made: TextSearch | undefined;

function searchOf(index: ReportIndex): TextSearch {
  if (made) return made;
  const { data } = index;
  made = new TextSearch([
    ...data.units.map((unit, n) => ({ id: `u${n}`, text: `${index.text(n)}` })),
    ...data.entities.map((e, n) => ({ id: `e${n}`, text: [e.name, ...(e.aliases ?? []), e.title ?? "", e.number ?? ""].join(" ") })),
    ...data.articles.map((article, n) => ({ id: `a${n}`, text: `article ${article.number} ${article.topic}` })),
  ]);
  return made;
}

export function searchCard(index: ReportIndex, query: string): HTMLElement {
  const { data } = index;
  const wanted = readSearch(query);
  const facts = factsOf(index);
  const found = wanted.words ? searchOf(index).find(wanted.words) : [];
  const of = (kind: string) => found.filter((id) => id.startsWith(kind)).map((id) => Number(id.slice(1)));
  const units = (wanted.words ? of("u") : data.units.map((_, n) => n)).filter((n) => meetsAll(index, wanted, facts, n) && holds(wanted, index.text(n)));
  const articleJump = !wanted.parts.length && wanted.fields.some(([field]) => field === "article");
  const entities = isPlain(wanted) ? of("e").filter((n) => holds(wanted, [data.entities[n].name, ...(data.entities[n].aliases ?? []), data.entities[n].title ?? ""].join(" \n "))) : [];
  const articles = articleJump ? data.articles.flatMap(({ number }, n) => (meets(wanted, "article", [number]) ? [n] : [])) : isPlain(wanted) ? of("a").filter((n) => holds(wanted, `article ${data.articles[n].number} ${data.articles[n].topic}`)) : [];
  const stems = markedStems(wanted);
  const sheet = {
    name: `${data.report.symbol} search ${query}`,
    head: ["report", "paragraph", "page", "section", "text"],
    rows: () => units.map((n) => [data.report.symbol, data.units[n].id, data.units[n].page, data.sections[data.units[n].section] ?? "", index.text(n)]),
  };
  const block = (title: string, items: HTMLElement[], first: number, one: string, many?: string) =>
    items.length ? h("section", { class: "block" }, h("h3", null, `${title} `, h("small", null, items.length)), longList(items, first, one, many)) : null;
  const nothing = !units.length && !entities.length && !articles.length;
  const counted: [Field, string[]][] = (["article", "kind", "speaker"] as const).map((field) => [field, units.flatMap((n) => [...facts[n][field]])]);
  return h(
    "article",
    { class: "card search" },
    kicker("search"),
    h("h2", null, query.includes('"') ? query : `“${query}”`),
    h("p", { class: "note", role: "status" }, nothing ? "Nothing found. Try fewer words, or another form of the name." : `${count(units.length, "paragraph")}, ${count(entities.length, "name")}, ${count(articles.length, "article")}. Words are compared by their stems; “words in quotes” stand together, “para 57”, “art 17” and “p. 10” go there.`),
    facets(query, wanted, counted),
    units.length ? h("p", { class: "tools" }, csvButton(sheet)) : null,
    block(
      "Articles",
      articles.map((n) => h("li", null, h("a", { class: "row", href: viewHash({ article: data.articles[n].number }) }, h("b", null, `Article ${data.articles[n].number}`), h("span", { class: "meta" }, data.articles[n].topic)))),
      5,
      "article",
    ),
    block(
      "Instruments and bodies",
      entities.map((n) => {
        const entity = data.entities[n];
        const meta = [CATEGORY_WORDS[entity.category][0], entityFacts(entity)].filter(Boolean).join(" · ");
        return h("li", null, h("a", { class: "row", href: entityHash(entity) }, h("span", { class: `entity ${entity.category}` }, entity.name), h("span", { class: "meta" }, meta)));
      }),
      8,
      "name",
    ),
    block(
      "Paragraphs",
      units.map((n) => h("li", { class: "entry" }, h("p", { class: "entry-head" }, place(index, n)), h("blockquote", null, snippet(index.text(n), stems)))),
      20,
      "paragraph",
    ),
  );
}

/** Of each paragraph the articles that it stands or is cited under, the kinds of law that it names, and who speaks. */
type Facts = Record<"article" | "kind" | "speaker", Set<string>>;

let known: Facts[] | undefined;

function factsOf(index: ReportIndex): Facts[] {
  if (known) return known;
  const { data } = index;
  const facts = data.units.map(({ anchor }) => ({ article: articlesAbove(anchor), kind: new Set<string>(), speaker: new Set<string>() }));
  for (const { unit, articles } of index.citations) for (const article of articles) if (article) facts[unit].article.add(article);
  for (const { unit, entity } of data.mentions) {
    const named = entity === undefined ? undefined : data.entities[entity];
    if (named && named.category !== "agency") facts[unit].kind.add(named.kind);
  }
  const places = new Map(data.units.map(({ id }, n) => [id, n]));
  for (const { unit, role, articles } of data.voices ?? []) {
    const place = places.get(unit);
    if (place === undefined) continue;
    facts[place].speaker.add(role === "answer" ? "state" : "committee");
    for (const article of articles ?? []) facts[place].article.add(article);
  }
  for (const { speaker } of facts) if (!speaker.size) speaker.add("state");
  return (known = facts);
}

/** The articles of the innermost heading over a paragraph that names some. */
function articlesAbove(anchor: string): Set<string> {
  for (let above = document.getElementById(anchor)?.closest(".sec"); above; above = above.parentElement?.closest(".sec")) {
    const chips = [...above.querySelectorAll(":scope > .chips > a[href^='#article=']")];
    if (chips.length) return new Set(chips.map((chip) => readRoute(chip.getAttribute("href")!).get("article")!));
  }
  return new Set();
}

function meetsAll(index: ReportIndex, wanted: Wanted, facts: Facts[], n: number): boolean {
  const { report, units } = index.data;
  const whole: [Field, (string | null | undefined)[]][] = [["state", [report.state, report.stateName]], ["treaty", [report.treaty]], ["report", [report.symbol]], ["year", [(report.date ?? report.received ?? String(report.coverage?.[1] ?? "")).slice(0, 4)]]];
  return (
    (wanted.paragraph === undefined || fold(units[n].id) === fold(wanted.paragraph)) &&
    (wanted.page === undefined || units[n].page === wanted.page) &&
    whole.every(([field, values]) => meets(wanted, field, values)) &&
    (["article", "kind", "speaker"] as const).every((field) => meets(wanted, field, facts[n][field]))
  );
}

/** A stretch of text around the first word found, with all words found in it marked. */
export function snippet(text: string, stems: Set<string>): Child[] {
  const hits = wordsFound(text, stems);
  if (!hits.length) return [text.length > 240 ? `${text.slice(0, text.lastIndexOf(" ", 240))} …` : text];
  const start = hits[0][0] > 90 ? text.indexOf(" ", hits[0][0] - 80) + 1 : 0;
  const end = text.length > start + 260 ? text.lastIndexOf(" ", start + 260) : text.length;
  const parts: Child[] = [start ? "… " : ""];
  let at = start;
  for (const [from, to] of hits.filter(([, to]) => to <= end)) {
    parts.push(text.slice(at, from), h("mark", null, text.slice(from, to)));
    at = to;
  }
  parts.push(text.slice(at, end), end < text.length ? " …" : "");
  return parts;
}

/** The places of words whose stems are asked for. */
export function wordsFound(text: string, stems: Set<string>): [number, number][] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    if (stems.has(stem(fold(match[0])))) found.push([match.index, match.index + match[0].length]);
  return found;
}

/** Marks the words found in the text itself, where the browser can do so without changing it. */
export function highlightText(root: Element, query: string | null): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("found");
  if (!query) return;
  const stems = markedStems(readSearch(query));
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [start, end] of wordsFound(node.textContent ?? "", stems)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  CSS.highlights.set("found", new Highlight(...ranges));
}
