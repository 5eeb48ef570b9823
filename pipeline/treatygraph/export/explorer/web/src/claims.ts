/** What citations say: claims, stances, speakers and how firmly an article is meant; counted, and in words. */
import type { Category, Said, Strength } from "./data";
import { ALL_STRENGTHS } from "./data";
import { h, type Child } from "./dom";
import type { Articles } from "./headings";

/** The places are those of `ClaimKind`, `Stance` and `Speaker` in `report/cited.py`. */
export const CLAIMS = ["implementedBy", "plannedBy", "gapIn", "formerlyImplementedBy", "supportedBy"];
export const STANCES = ["effect", "amended", "planned", "gap", "repealed", "passing", "other-state"];
export const SPEAKERS = ["state", "committee", "other"];

export const CARRIES_OUT = 0;
/** Of a law, as the title of a list of laws. */
export const CLAIM_TITLES = [
  "Said to carry the article out",
  "Said to be planned, or to be changed",
  "Said to fall short",
  "Said to be repealed or replaced",
  "International texts said to support it",
];
/** Of a law, before the articles. */
export const CLAIM_WORDS = ["carries out", "is planned for", "falls short for", "formerly carried out", "supports"];
export const CITED_ONLY = "Cited here, no more";

export const STANCE_WORDS = ["has effect", "was amended", "is planned", "falls short", "was repealed", "named in passing", "law of another State"];
export const SPEAKER_WORDS = ["the State’s words", "the Committee’s words", "another’s words"];

export const STRENGTHS = ["in one sentence", "in one paragraph", "under a heading of one article", "under a heading of several", "in a note"] as const;
export const STRENGTH_MEANING = [
  "One sentence of the report names the article (or the treaty) and the law.",
  "Another sentence of the same paragraph names the article.",
  "The law is named in a paragraph under a heading that names this article alone.",
  "The heading names several articles: the paragraph may concern this one or another.",
  "A note to the paragraph names the law; the heading or the paragraph names the article.",
] as const;

export const BASIS = "It is what the State says, not a finding that the law gives effect to the article.";

/** Whether a citation makes some claim, or one of this kind, of an article, or of one of several. */
export function claims(said: Said, articles?: Articles, kind?: number): boolean {
  if (said.claim < 0 || (kind !== undefined && said.claim !== kind)) return false;
  return articles === undefined || [articles].flat().some((article) => said.claimed.includes(article));
}

/** The kinds of claim that citations make of an article, or of any. */
export function claimsOf(found: Said[], articles?: Articles): number[] {
  return [...new Set(found.filter((said) => claims(said, articles)).map(({ claim }) => claim))].sort();
}

/** How many articles citations claim in one way, and under how many they cite; the treaty as a whole is none. */
export function articlesOf(found: Said[], kind?: number): { claimed: number; cited: number } {
  const articles = (lists: string[][]) => new Set(lists.flat().filter(Boolean)).size;
  return { claimed: articles(found.filter((said) => claims(said, undefined, kind)).map(({ claimed }) => claimed)), cited: articles(found.map((said) => said.articles)) };
}

/** Whether an instrument is a State's own, and so may carry an article out. */
export function isNational({ category, level }: { category: Category; level: string }): boolean {
  return category !== "agency" && level === "national";
}

/** "3 of 27": claimed, of those cited. */
export function ofCited(claimed: number, cited: number): string {
  return cited ? `${claimed.toLocaleString("en")} of ${cited.toLocaleString("en")}` : "none";
}

/** "carries out 2 of 5 articles", of one law by its citations. */
export function claimFacts(found: Said[], international: boolean): string {
  const { claimed, cited } = articlesOf(found, international ? CLAIMS.indexOf("supportedBy") : CARRIES_OUT);
  return cited ? `said to ${international ? "support" : "carry out"} ${claimed} of the ${cited} ${cited === 1 ? "article" : "articles"} it is cited under` : "";
}

/** How firmly an article is meant, or any that a citation stands under. */
export function firmness(said: Said, article?: Articles): string {
  if (said.strength < 2) return ["one sentence", "same paragraph"][said.strength];
  if (said.strength === 4) return "note";
  const about = said.likely;
  if (said.strength === 2) return `heading of one article${about && !about.length ? ": the paragraph is about another subject" : ""}`;
  const heading = `heading of ${said.sharedBy > 1 ? said.sharedBy : "several"} articles`;
  if (about === null) return `${heading}: not decided which`;
  if (!about.length) return `${heading}: about none of them`;
  if (typeof article === "string" && about.includes(article)) return `${heading}: likely this article`;
  return `${heading}: likely art. ${about.join(", ")}`;
}

export function strengthMark(strength: Strength): HTMLElement {
  return h("span", { class: `strength s${strength}`, role: "img", "aria-label": `cited ${STRENGTHS[strength]}`, title: STRENGTH_MEANING[strength] }, ALL_STRENGTHS.map(() => h("i")));
}

/** What is said of the law, in whose words, how firmly; each once, claims first. */
export function sayings(found: Said[], article?: Articles): Child {
  const lines = new Map<string, HTMLElement>();
  const ranked = [...found].sort((a, b) => Number(claims(b, article)) - Number(claims(a, article)) || a.strength - b.strength);
  for (const said of ranked) {
    const line = h(
      "p",
      { class: "saying" },
      h("b", { class: `stance ${STANCES[said.stance]}` }, STANCE_WORDS[said.stance]),
      h("span", { class: SPEAKERS[said.speaker] === "state" ? null : "other-words" }, SPEAKER_WORDS[said.speaker]),
      h("span", null, strengthMark(said.strength), " ", firmness(said, article)),
      said.subnational ? h("span", null, "sub-national") : null,
    );
    if (!lines.has(line.textContent!)) lines.set(line.textContent!, line);
  }
  return [...lines.values()];
}

/** The columns of lists that are saved. */
export const SAID_HEAD = ["claim", "stance", "speaker", "strength"];

/** What citations say, for a row of such a list: of one article or of any. */
export function saidCells(found: Said[], article?: Articles): string[] {
  const each = (words: string[]) => [...new Set(words)].join("; ");
  return [
    claimsOf(found, article).map((claim) => CLAIMS[claim]).join("; "),
    each(found.map(({ stance }) => STANCES[stance])),
    each(found.map(({ speaker }) => SPEAKERS[speaker])),
    found.length ? STRENGTHS[Math.min(...found.map(({ strength }) => strength))] : "",
  ];
}

/** How many laws are claimed, by how firmly the words mean the article, and how many are cited. */
export interface LawCount {
  claimed: number;
  cited: number;
  /** Those claimed where the text names the article, under a heading of it alone, and under one of several or in a note. */
  firm: [number, number, number];
}

/** How firmly an article is meant, in three steps: the names are those of the colours. */
export const FIRM = ["named", "alone", "several"];
export const FIRM_WORDS = ["the text names the article", "a heading of it alone", "a heading of several, or a note"];

/** The step of the firmest of some citations. */
export function firmnessOf(found: Said[]): 0 | 1 | 2 {
  const strength = Math.min(...found.map((said) => said.strength));
  return strength < 2 ? 0 : strength === 2 ? 1 : 2;
}

/** Count laws, each with its citations, for an article. */
export function countClaims(laws: Said[][], articles: Articles): LawCount {
  const firm: LawCount["firm"] = [0, 0, 0];
  for (const found of laws) {
    const claiming = found.filter((said) => claims(said, articles, CARRIES_OUT));
    if (claiming.length) firm[firmnessOf(claiming)]++;
  }
  return { claimed: firm[0] + firm[1] + firm[2], cited: laws.length, firm };
}

/** A bar: claimed, paler the less firmly; then cited only, an outline; of the longest. */
export function claimBar({ claimed, cited, firm }: LawCount, most: number): HTMLElement {
  const stretch = (number: number, name: string) => {
    const part = h("i", { class: name });
    part.style.width = `${((100 * number) / Math.max(1, most)).toFixed(2)}%`;
    return number ? part : null;
  };
  return h("span", { class: "bar", "aria-hidden": "true" }, firm.map((number, n) => stretch(number, FIRM[n])), stretch(cited - claimed, "cited"));
}

export function claimLegend(): HTMLElement {
  return h(
    "div",
    { class: "legend" },
    h("p", null, "The State says they carry it out:", FIRM_WORDS.map((words, n) => h("span", null, h("i", { class: `swatch ${FIRM[n]}` }), words))),
    h("p", null, h("span", null, h("i", { class: "swatch cited" }), "cited under it, no more")),
  );
}
