/** Who says what between State and Committee: words for documents, roles, acts asked for; and one document's own view. */
import type { Ask, Point, ReportIndex, Voice } from "./data";
import { compareArticles } from "./data";
import { csvButton } from "./csv";
import { count, h, type Child } from "./dom";
import { entityLink, kicker, longList, section, unitWords } from "./pieces";
import { hashOf } from "./routes";

export const KIND_WORDS: Record<string, string> = {
  "initial-report": "Initial report",
  "periodic-report": "Periodic report",
  "simplified-report": "Report under the simplified procedure",
  "common-core-document": "Common core document",
  "list-of-issues": "List of issues",
  "list-of-issues-prior-to-reporting": "List of issues prior to reporting",
  replies: "Replies to the list of issues",
  "concluding-observations": "Concluding observations",
  "follow-up-report": "Follow-up report",
  "additional-information": "Additional information",
  "upr-national-report": "National report to the universal periodic review",
};
const COMMITTEES = ["list-of-issues", "list-of-issues-prior-to-reporting", "concluding-observations"];
export const isCommittees = (kind: string | null) => COMMITTEES.includes(kind ?? "");

export const ROLE_WORDS: Record<string, string> = {
  introduction: "introduction",
  positive: "positive aspect",
  concern: "concern",
  recommendation: "recommendation",
  request: "request to the procedure",
  "follow-up": "request for follow-up",
  question: "question",
  answer: "answer",
  "question-repeated": "question, repeated",
};
export const POINT_WORDS: Record<Point["kind"], string> = {
  "answers-question": "replies to question",
  "repeats-question": "repeats question",
  "answers-recommendation": "answers recommendation",
  "asks-about": "asks about",
  "marks-for-follow-up": "asks for information on",
};
export const ACTION_WORDS: Record<string, string> = {
  adopt: "adopt",
  amend: "amend",
  repeal: "repeal",
  harmonize: "harmonise",
  enforce: "enforce",
  ratify: "ratify",
  "withdraw-reservation": "withdraw a reservation",
  "establish-body": "establish a body",
  other: "other",
};

/** "26 (a)" */
export const placeWords = ({ unit, item }: { unit: string; item?: string }) => `${unit}${item ? ` (${item})` : ""}`;

/** An act of law that is asked for; what is no act of law has no mark. */
export function askMarks(asks: Ask[] | undefined, law: (place: number) => Child): Child {
  const acts = (asks ?? []).filter(({ action }) => action !== "other");
  if (!acts.length) return null;
  return h(
    "ul",
    { class: "asks" },
    acts.map((ask) => {
      const about = ask.law !== undefined ? law(ask.law) : ask.about;
      return h("li", { title: ask.words }, h("b", null, ask.item ? `(${ask.item}) ` : "", ACTION_WORDS[ask.action] ?? ask.action), about ? [": ", about] : null, ask.wanted && about ? h("span", { class: "meta" }, " (wanted, not yet there)") : null);
    }),
  );
}

/** The paragraphs of one document with what they point at: where they lead is on the page over all reports. */
export function voiceList(index: ReportIndex): HTMLElement {
  const { voices = [], report, entities } = index.data;
  const numbers = [...new Set(voices.flatMap(({ articles = [] }) => articles))].sort(compareArticles);
  const groups: [string, Omit<Voice, "report">[]][] = numbers.map((number) => [`Article ${number}`, voices.filter(({ articles }) => articles?.includes(number))]);
  const rest = voices.filter(({ articles }) => !articles?.length);
  if (rest.length) groups.push(["Under no article", rest]);
  const law = (place: number) => entityLink(entities[place]);
  const item = (voice: Omit<Voice, "report">) =>
    h(
      "li",
      { class: `voice ${voice.role}` },
      h("p", { class: "entry-head" }, h("a", { class: "place", href: hashOf({ [voice.anchor]: "" }) }, unitWords(voice.unit)), voice.page ? h("a", { class: "page-link", href: `#page-${voice.page}` }, `page ${voice.page}`) : null, h("span", { class: "role" }, ROLE_WORDS[voice.role])),
      h("p", { class: "words-said" }, voice.words),
      askMarks(voice.asks, law),
      voice.points || voice.concerns
        ? h("p", { class: "meta" }, [...(voice.concerns ?? []).map((unit) => h("span", null, "on concern ", h("a", { href: `#par-${unit}` }, unit))), ...(voice.points ?? []).map((point) => h("span", null, `${POINT_WORDS[point.kind]} `, point.symbol === report.symbol ? h("a", { href: `#par-${point.unit}` }, placeWords(point)) : `${placeWords(point)}${point.symbol ? ` of ${point.symbol}` : ""}`))].flatMap((part, n) => (n ? [" · ", part] : [part])))
        : null,
    );
  const sheet = {
    name: `${report.symbol} dialogue`,
    head: ["document", "paragraph", "page", "role", "articles", "answers", "asks", "words"],
    rows: () => voices.map((voice) => voiceCells(report.symbol, voice, (place) => entities[place].name)),
  };
  return h(
    "article",
    { class: "card voices-card" },
    kicker(report.symbol, "dialogue"),
    h("h2", null, "Dialogue"),
    h("p", { class: "lead" }, `${count(voices.length, "paragraph")} that ${voices.length === 1 ? "speaks" : "speak"} in the dialogue between the State and the Committee. What answers them in other documents is on the page over all reports of a folder.`),
    h("p", { class: "tools" }, csvButton(sheet)),
    groups.map(([title, found]) => section([`${title} `, h("small", null, found.length)], null, longList(found.map(item), 8, "paragraph"))),
  );
}

/** A row of a list that is saved. */
export function voiceCells(symbol: string, voice: Omit<Voice, "report">, law: (place: number) => string): (string | number | undefined)[] {
  return [
    symbol,
    voice.unit,
    voice.page,
    voice.role,
    voice.articles?.join("; "),
    [...(voice.concerns ?? []).map((unit) => `concern ${unit}`), ...(voice.points ?? []).map((point) => `${POINT_WORDS[point.kind]} ${placeWords(point)} ${point.symbol ?? ""}`.trim())].join("; "),
    voice.asks?.map((ask) => [ask.item && `(${ask.item})`, ask.action, ask.law !== undefined ? law(ask.law) : ask.about].filter(Boolean).join(" ")).join("; "),
    voice.words,
  ];
}
