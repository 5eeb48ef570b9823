/** The dialogue of one State under one treaty: its documents in time order, and what in them leads to what. */
import { CARRIES_OUT } from "./claims";
import type { Cited, CorpusIndex } from "./corpus-index";
import type { Point, Voice } from "./data";
import { isCommittees } from "./voices";

export interface Pointer {
  from: Voice;
  point: Point;
}

/** A step in the life of a recommendation. */
export interface Step {
  what: "answered" | "asked again" | "repeated";
  voice: Voice;
}

const REPORTS = ["initial-report", "periodic-report", "simplified-report", "replies", "follow-up-report", "additional-information"];
const ANSWERS: Point["kind"][] = ["answers-question", "answers-recommendation"];
/** In a cycle one comes after the other, where two documents have one date or none. */
const ORDER = ["initial-report", "periodic-report", "list-of-issues-prior-to-reporting", "simplified-report", "list-of-issues", "replies", "concluding-observations", "follow-up-report"];

export class Conversation {
  /** Places of the reports, in time order. */
  readonly documents: number[];
  readonly voices: Voice[];
  private readonly at = new Map<string, Voice>();
  private readonly pointers = new Map<Voice, Pointer[]>();
  private readonly placeOf = new Map<string, number>();

  constructor(
    readonly index: CorpusIndex,
    readonly state: string,
    readonly treaty: string,
  ) {
    const { reports, voices = [] } = index.data;
    const rank = (n: number) => ORDER.indexOf(reports[n].kind ?? "");
    this.documents = reports
      .map((_, n) => n)
      .filter((n) => reports[n].state === state && reports[n].treaty === treaty)
      .sort((a, b) => (reports[a].date ?? "9999").localeCompare(reports[b].date ?? "9999") || rank(a) - rank(b));
    this.documents.forEach((n) => this.placeOf.set(reports[n].symbol, n));
    const own = new Set(this.documents);
    this.voices = voices.filter(({ report }) => own.has(report));
    for (const voice of this.voices) this.at.set(`${voice.report} ${voice.anchor}`, voice);
    for (const from of this.voices)
      for (const point of from.points ?? []) {
        const to = this.target(point);
        if (to) this.pointers.set(to, [...(this.pointers.get(to) ?? []), { from, point }]);
      }
  }

  find(report: number, anchor: string): Voice | undefined {
    return this.at.get(`${report} ${anchor}`);
  }

  /** The place of a document by its symbol, where it is at hand. */
  document(symbol: string | undefined): number | undefined {
    return symbol === undefined ? undefined : this.placeOf.get(symbol);
  }

  /** The paragraph that one points at, where it says something itself. */
  target(point: Point): Voice | undefined {
    const report = this.document(point.symbol);
    return report === undefined ? undefined : this.find(report, `par-${point.unit}`);
  }

  pointersTo(voice: Voice): Pointer[] {
    return this.pointers.get(voice) ?? [];
  }

  concernsOf(voice: Voice): Voice[] {
    return (voice.concerns ?? []).flatMap((unit) => this.find(voice.report, `par-${unit}`) ?? []);
  }

  /** The articles of a paragraph: its own, or else those of what it answers. */
  articlesOf(voice: Voice): string[] {
    if (voice.articles?.length) return voice.articles;
    const answered = (voice.points ?? []).filter(({ kind }) => ANSWERS.includes(kind)).flatMap((point) => this.target(point)?.articles ?? []);
    return [...new Set(answered)];
  }

  /** What is said under an article. */
  under(article: string): Voice[] {
    return this.voices.filter((voice) => this.articlesOf(voice).includes(article));
  }

  /** What is said of a law, and what answers that: the recommendation after a concern, the reply after a question. */
  of(law: number): Voice[] {
    const naming = new Set(this.voices.filter(({ laws, asks }) => laws?.includes(law) || asks?.some((ask) => ask.law === law)));
    const answers = (voice: Voice) => this.concernsOf(voice).some((one) => naming.has(one) && one.criticised?.includes(law)) || (voice.points ?? []).some((point) => ANSWERS.includes(point.kind) && naming.has(this.target(point)!));
    return this.voices.filter((voice) => naming.has(voice) || answers(voice));
  }

  /** The State's citations of a law, or under an article, in documents that are its own. */
  cited(document: number, chosen: (one: Cited) => boolean): Cited[] {
    const { kind } = this.index.data.reports[document];
    return kind === null || REPORTS.includes(kind) ? this.index.cited.filter((one) => one.report === document && chosen(one)) : [];
  }

  /** Whether a later report is at hand, or one that answers these observations. */
  isAnswered(observations: number): boolean {
    const { reports } = this.index.data;
    const later = this.documents.slice(this.documents.indexOf(observations) + 1);
    if (later.some((document) => ["periodic-report", "simplified-report"].includes(reports[document].kind ?? ""))) return true;
    return this.voices.some(({ report, points }) => report !== observations && points?.some(({ symbol }) => symbol === reports[observations].symbol));
  }

  recommendations(): Voice[] {
    return this.voices.filter(({ role }) => role === "recommendation");
  }

  /** What became of a recommendation, in time order. */
  life(voice: Voice): Step[] {
    const when = (one: Voice) => this.documents.indexOf(one.report);
    const steps: Step[] = this.pointersTo(voice).flatMap(({ from, point }): Step[] => (point.kind === "answers-recommendation" && from.role === "answer" ? [{ what: "answered", voice: from }] : []));
    for (const later of this.voices) if (when(later) > when(voice) && isRepeated(voice, later)) steps.push({ what: "repeated", voice: later });
    for (const question of this.voices) if (question.role === "question" && question.points?.some((point) => this.target(point) === voice)) steps.push({ what: "asked again", voice: question });
    return steps.sort((a, b) => when(a.voice) - when(b.voice));
  }

  /** The paragraphs that ask for information on one. */
  marks(voice: Voice): Pointer[] {
    return this.pointersTo(voice).filter(({ point }) => point.kind === "marks-for-follow-up");
  }

  /** Articles with something said under them by the Committee. */
  articles(): string[] {
    const { reports } = this.index.data;
    return [...new Set(this.voices.filter(({ report }) => isCommittees(reports[report].kind)).flatMap((voice) => voice.articles ?? []))];
  }

  /** Laws that the Committee speaks of, those that it wants changed first. */
  laws(): number[] {
    const { reports, laws } = this.index.data;
    const weight = new Map<number, number>();
    for (const voice of this.voices) {
      if (!isCommittees(reports[voice.report].kind)) continue;
      for (const law of voice.laws ?? []) weight.set(law, (weight.get(law) ?? 0) + 1);
      for (const { law } of voice.asks ?? []) if (law !== undefined) weight.set(law, (weight.get(law) ?? 0) + 10);
    }
    return [...weight.keys()].filter((law) => laws[law].level === "national").sort((a, b) => weight.get(b)! - weight.get(a)! || laws[a].name.localeCompare(laws[b].name, "en"));
  }
}

/** Whether later observations ask for it again: in so many words, or for the same act of law under the same article. */
function isRepeated(voice: Voice, later: Voice): boolean {
  if (voice.role !== "recommendation" || later.role !== "recommendation" || later.report === voice.report) return false;
  if (!later.articles?.some((article) => voice.articles?.includes(article))) return false;
  const acts = new Set((voice.asks ?? []).map(({ action }) => action).filter((action) => action !== "other"));
  return /\breiterates? its (?:previous|earlier)\b/.test(later.words) || Boolean(later.asks?.some(({ action }) => acts.has(action)));
}

const known = new Map<string, Conversation>();
let knownOf: CorpusIndex | undefined;

/** The dialogue of a State under a treaty, made once. */
export function conversation(index: CorpusIndex, state: string, treaty: string): Conversation {
  if (knownOf !== index) known.clear();
  knownOf = index;
  const key = `${state} ${treaty}`;
  if (!known.has(key)) known.set(key, new Conversation(index, state, treaty));
  return known.get(key)!;
}

const CHANGES = ["amend", "repeal", "harmonize"];

/** The laws that the State says carry an article out and that the Committee wants changed under it, each with where. */
export function changedLaws(talk: Conversation, article: string): { law: number; voice: Voice }[] {
  const own = new Set(talk.documents);
  const found = new Map<number, Voice>();
  for (const voice of talk.under(article))
    for (const { law, action } of voice.asks ?? [])
      if (law !== undefined && CHANGES.includes(action) && talk.index.citedOf[law].some((one) => own.has(one.report) && one.claim === CARRIES_OUT && one.claimed.includes(article))) found.set(law, voice);
  return [...found].map(([law, voice]) => ({ law, voice }));
}

/** Those laws under any of some articles; none where no Committee speaks. */
export function changesUnder(index: CorpusIndex, state: string, treaty: string, articles: string[]): number[] {
  if (!index.data.voices) return [];
  const talk = conversation(index, state, treaty);
  return [...new Set(articles.flatMap((article) => changedLaws(talk, article).map(({ law }) => law)))];
}
