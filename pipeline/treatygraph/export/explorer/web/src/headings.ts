/** Articles that a report treats under one heading: what it cites under all of them alike is one thing, not several. */
import { h } from "./dom";

/** One article, or several that one heading names. */
export type Articles = string | string[];

type Shared = { sharedBy: number };

/** Group articles with the same citations, each of which stands under a heading of several; in the treaty's order. */
export function groupArticles<T extends Shared>(order: string[], under: (article: string) => T[]): string[][] {
  const groups: string[][] = [];
  for (const article of order) {
    const group = groups.find(([first]) => areOne(under(first), under(article)));
    if (group) group.push(article);
    else groups.push([article]);
  }
  return groups;
}

/** The same of neighbours alone, for the cells of a row. */
export function joinNeighbours<T extends Shared>(order: string[], under: (article: string) => T[]): string[][] {
  const joined: string[][] = [];
  for (const article of order) {
    const last = joined.at(-1);
    if (last && areOne(under(last[0]), under(article))) last.push(article);
    else joined.push([article]);
  }
  return joined;
}

function areOne<T extends Shared>(one: T[], other: T[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((citation, n) => citation === other[n] && citation.sharedBy > 1);
}

/** "6", "1–5", "17, 18, 20" */
export function numbersWords(articles: string[]): string {
  const run = articles.length > 2 && articles.every((number, n) => number === String(Number(articles[0]) + n));
  return run ? `${articles[0]}–${articles.at(-1)}` : articles.join(", ");
}

/** What each of several articles is about, in a line each. */
export function topicList(articles: { number: string; topic: string }[]): HTMLElement {
  return h("ul", { class: "plain topics" }, articles.map(({ number, topic }) => h("li", null, h("b", null, number), ` ${topic}`)));
}
