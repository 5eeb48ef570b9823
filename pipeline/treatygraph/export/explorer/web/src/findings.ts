/** What stands out in a report, in sentences: each leads to what it is about, and has the query that finds it. */
import { articleRows } from "./articles";
import { CARRIES_OUT, CLAIMS, claims, isNational } from "./claims";
import type { ReportIndex } from "./data";
import { count, h, type Child } from "./dom";
import { numbersWords } from "./headings";
import { entityLink, section } from "./pieces";
import { viewHash } from "./routes";
import { sparqlButton } from "./sparql";

const MOST = 3;

export function findings(index: ReportIndex): HTMLElement | null {
  const found = [oneLaw(index), noClaim(index), ...[["gapIn", "falls short", "fall short", "laws-said-to-fall-short"], ["plannedBy", "is planned, or to be changed", "are planned, or to be changed", "planned-laws"], ["formerlyImplementedBy", "was repealed or replaced", "were repealed or replaced", "repealed-laws-still-cited"]].map(([claim, one, many, query]) => claimed(index, CLAIMS.indexOf(claim), one, many, query))];
  const sentences = found.filter((sentence) => sentence !== null);
  return sentences.length ? section("What stands out", null, h("ul", { class: "plain findings" }, sentences)) : null;
}

/** "4 articles rest on one law each: art. 7 on the Criminal Code, …" */
function oneLaw(index: ReportIndex): HTMLElement | null {
  const rows = articleRows(index).filter(({ claimed }) => claimed === 1);
  const law = (numbers: string[]) => index.citationsUnder.get(numbers[0])!.find((one) => claims(one, numbers, CARRIES_OUT) && isNational(index.data.entities[one.entity]))!;
  return sentence(
    index,
    rows.length === 1 ? "One article, or heading of several, rests on one law:" : `${rows.length} articles, or headings of several, rest on one law each:`,
    rows.map(({ numbers }) => [articleLink(numbers), " on ", entityLink(index.data.entities[law(numbers).entity])]),
    "strength-by-article",
    viewHash({ articles: "" }),
  );
}

/** Articles with laws cited, none of which is said to carry it out. */
function noClaim(index: ReportIndex): HTMLElement | null {
  const rows = articleRows(index).filter(({ claimed, cited }) => cited && !claimed);
  return sentence(
    index,
    `Under ${count(rows.length, "article")} national law is cited, and of none does the State say that it carries ${rows.length === 1 ? "it" : "them"} out:`,
    rows.map(({ numbers, cited }) => [articleLink(numbers), ` (${count(cited, "law")} cited)`]),
    "articles-without-law",
    viewHash({ articles: "" }),
  );
}

function claimed(index: ReportIndex, kind: number, one: string, many: string, query: string): HTMLElement | null {
  const laws = index.citationsOf.flatMap((found, entity) => {
    const articles = found.filter((citation) => claims(citation, undefined, kind)).flatMap((citation) => citation.claimed);
    return articles.length ? [{ entity, articles: [...new Set(articles)].filter(Boolean) }] : [];
  });
  return sentence(
    index,
    laws.length === 1 ? `Of one law the State says that it ${one}:` : `Of ${laws.length} laws the State says that they ${many}:`,
    laws.map(({ entity, articles }) => [entityLink(index.data.entities[entity]), articles.length ? [" (", articles.map((number, n) => [n ? ", " : "", articleLink([number])]), ")"] : ""]),
    query,
    viewHash({ laws: "" }),
  );
}

function articleLink(numbers: string[]): HTMLElement {
  return h("a", { class: "finding-article", href: viewHash({ article: numbers[0] }) }, `art. ${numbersWords(numbers)}`);
}

function sentence(index: ReportIndex, words: string, parts: Child[], query: string, all: string): HTMLElement | null {
  if (!parts.length) return null;
  const rest = parts.length - MOST;
  return h(
    "li",
    null,
    h("p", null, words, " ", parts.slice(0, MOST).map((part, n) => [n ? "; " : "", part]), rest > 0 ? ["; and ", h("a", { href: all }, `${rest} more`)] : "", ". "),
    sparqlButton(index.data.queries, query),
  );
}
