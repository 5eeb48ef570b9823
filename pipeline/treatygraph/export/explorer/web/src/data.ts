/** The data of a page as `evidence.py` and `corpus.py` write them, and the indexes made from them once. */

import { groupArticles } from "./headings";

export type Category = "law" | "bill" | "international" | "agency";
/** 0: one sentence names both; 1: one paragraph does; 2: the heading names the article; 3: it names several. */
export type Strength = 0 | 1 | 2 | 3 | 4;
export const ALL_STRENGTHS: Strength[] = [0, 1, 2, 3, 4];

export interface Entity {
  id: string;
  iri: string;
  category: Category;
  name: string;
  kind: string;
  level: string;
  number?: string;
  date?: string;
  issuer?: string;
  state?: string;
  title?: string;
  aliases?: string[];
  part_of?: string;
  amending?: boolean;
}

export interface Mention {
  key: string;
  unit: number;
  type: "instrument" | "provision" | "date" | "agency";
  start: number;
  end: number;
  entity?: number;
  divisions?: string[];
  value?: string;
  back?: boolean;
  from?: number;
  rule: string;
  resolved?: string;
  page?: number;
  sure?: number;
  /** Page, and left, top, right, bottom in points, where that page has a picture. */
  boxes?: [number, number, number, number, number][];
}

export interface Unit {
  id: string;
  anchor: string;
  section: number;
  page: number | null;
  starts: number[];
  table?: boolean;
  text?: string;
}

export interface Relation {
  unit: number;
  subject: number;
  predicate: string;
  object?: number;
  state?: string;
  division?: string;
  date?: string;
  evidence?: number[];
}

export interface Figure {
  unit: number;
  caption: string;
  measure: "count" | "percentage";
  /** Of a provision, with the mention that names it; or of a category in the table's words, and a sex. */
  series: Series[];
}

export interface Series {
  label: string;
  entity?: number;
  mention?: number;
  sex?: string;
  /** A year ("2015"), or a school or financial year ("2015/16"), and the value. */
  points: [number | string, number][];
}

export interface Article {
  number: string;
  topic: string;
}

/** [category, reference, x, y, paragraphs] */
export type NodeRow = [string, string | number, number, number, number];
/** [source, target, weight, strength, claims, stances] */
export type EdgeRow = [number, number, number, Strength, number[], number[]];
/** [stance, speaker, claim or -1, articles claimed, articles that the paragraph likely concerns, sub-national] */
export type SaidRow = [number, number, number, string[], string[] | null, 0 | 1];
export interface NetworkData {
  nodes: NodeRow[];
  edges: EdgeRow[];
}

/** The pictures of printed pages in a folder beside the page: pixels a point, and width and height by page. */
export interface Printed {
  folder: string;
  pdf: string;
  scale: number;
  sizes: Record<string, [number, number]>;
}

/** What a person judged and the build carried out, as `judgements.jsonl` has it. */
export interface JudgementRow {
  paragraph: string;
  judged: string;
  law?: string;
  article?: string;
  words?: string;
  nth?: number;
  verdict: string;
  instead?: string[];
  remark?: string;
  by: string;
}

/** What a paragraph points at: one of another document, or of its own. */
export interface Point {
  kind: "answers-question" | "repeats-question" | "answers-recommendation" | "asks-about" | "marks-for-follow-up";
  symbol?: string;
  unit: string;
  item?: string;
  basis: string;
}

/** An act that a recommendation asks for; a law in force has its place, one that is wanted or described its words. */
export interface Ask {
  item?: string;
  action: string;
  words: string;
  law?: number;
  about?: string;
  wanted?: boolean;
}

/** What a paragraph says in the dialogue, as `voices.py` has it. */
export interface Voice {
  report: number;
  unit: string;
  anchor: string;
  page?: number;
  words: string;
  role: string;
  articles?: string[];
  laws?: number[];
  criticised?: number[];
  concerns?: string[];
  points?: Point[];
  asks?: Ask[];
}

/** [purpose, who sits, session, meetings, date, unit, its anchor and page, the words]; on the cover it is in no unit. */
export type SittingRow = ["considered" | "adopted" | "issued-for", "committee" | "working-group", number | null, number[], string | null, string | null, string | null, number | null, string];

export type Queries = Record<string, { question: string; text: string }>;

export interface ReportData {
  kind: "report";
  /** The program that wrote the page, with its version. */
  program: string;
  printed?: Printed;
  report: {
    symbol: string;
    title: string;
    state: string | null;
    stateName: string | null;
    treaty: string | null;
    treatyTitle: string | null;
    kind: string | null;
    date: string | null;
    received: string | null;
    coverage: [number, number] | null;
    sittings?: SittingRow[];
    pages: number | null;
    source: string;
    /** Where the United Nations serves the document. */
    address: string;
    counts: {
      paragraphs: number;
      tables: number;
      mentions: Record<string, number>;
      instruments: number;
      national: number;
      agencies: number;
    };
    notes: string[];
    /** Of a note on the reading: the pages where to look, each with the anchor of a unit there. */
    doubts: Record<string, [number | null, string | null][]>;
  };
  articles: Article[];
  sections: string[];
  units: Unit[];
  entities: Entity[];
  mentions: Mention[];
  /** [unit, strength, entity, division, articles, evidence, articles that share the heading, what is said …] */
  citations: [number, Strength, number, string, string[], number[], number, ...SaidRow][];
  relations: Relation[];
  figures: Figure[];
  judgements?: JudgementRow[];
  voices?: Omit<Voice, "report">[];
  network: NetworkData;
  queries: Queries;
}

export interface CorpusReport {
  symbol: string;
  link: string;
  title: string;
  state: string | null;
  stateName: string | null;
  treaty: string | null;
  date: string | null;
  received: string | null;
  coverage: [number, number] | null;
  sittings?: SittingRow[];
  pages: number | null;
  paragraphs: number;
  instruments: number;
  national: number;
  provisions: number;
  /** Articles under which national law is cited, and those of them that some is said to carry out. */
  articles: number;
  claimed: number;
  notes: string[];
  kind: string | null;
}

export interface CorpusData {
  kind: "corpus";
  program: string;
  reports: CorpusReport[];
  treaties: { abbreviation: string; title: string; articles: Article[] }[];
  laws: Entity[];
  /** [paragraph, mention's key, anchor, page, before, words, after] */
  quotes: [string, string, string, number | null, string, string, string][];
  /** [report, quote, law, strength, articles, division, articles that share the heading, what is said …] */
  citations: [number, number, number, Strength, string[], string, number, ...SaidRow][];
  /** Dated treaty actions of the reporting States: [report, treaty, predicate, date, paragraph, anchor, page, mention's key] */
  actions: [number, number, string, string, string, string, number | null, string | null][];
  voices?: Voice[];
  network: NetworkData;
  queries: Queries;
}

/** What a citation says of its law, in whose words, and which articles that is a claim of the State for. */
export interface Said {
  strength: Strength;
  articles: string[];
  sharedBy: number;
  stance: number;
  speaker: number;
  claim: number;
  claimed: string[];
  likely: string[] | null;
  subnational: boolean;
}

export interface Citation extends Said {
  unit: number;
  entity: number;
  division: string;
  evidence: number[];
}

export function readSaid([stance, speaker, claim, claimed, likely, subnational]: SaidRow) {
  return { stance, speaker, claim, claimed, likely, subnational: Boolean(subnational) };
}

export const CATEGORY_WORDS: Record<string, [string, string]> = {
  law: ["national law", "national laws"],
  bill: ["bill or draft", "bills and drafts"],
  international: ["international text", "international texts"],
  agency: ["public body", "public bodies"],
  article: ["treaty article", "treaty articles"],
  treaty: ["the treaty", "the treaty"],
};

export function readData<T>(): T {
  return JSON.parse(document.getElementById("data")!.textContent!) as T;
}

/** The packed texts of the reports, a line each; they stand last in the page, and are read when it has been drawn. */
export async function readTexts(): Promise<string[]> {
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  const texts = document.getElementById("texts");
  const lines = texts?.textContent?.trim().split("\n") ?? [];
  texts?.remove();
  return lines;
}

export class ReportIndex {
  readonly citations: Citation[];
  readonly mentionsOf: number[][];
  readonly citationsOf: Citation[][];
  readonly citationsUnder = new Map<string, Citation[]>();
  readonly entityById = new Map<string, number>();
  readonly mentionByKey = new Map<string, number>();
  /** All articles in the treaty's order; those that one heading joins are one group. */
  readonly headings: string[][];
  private readonly texts: (string | undefined)[];

  constructor(readonly data: ReportData) {
    this.citations = data.citations.map(([unit, strength, entity, division, articles, evidence, sharedBy, ...said]) => ({
      unit,
      strength,
      entity,
      division,
      articles,
      evidence,
      sharedBy,
      ...readSaid(said),
    }));
    this.mentionsOf = data.entities.map(() => []);
    this.citationsOf = data.entities.map(() => []);
    this.texts = data.units.map((unit) => unit.text);
    data.entities.forEach((entity, place) => this.entityById.set(entity.id, place));
    data.mentions.forEach((mention, place) => {
      this.mentionByKey.set(mention.key, place);
      if (mention.entity !== undefined) this.mentionsOf[mention.entity].push(place);
    });
    for (const citation of this.citations) {
      this.citationsOf[citation.entity].push(citation);
      for (const article of citation.articles) {
        const under = this.citationsUnder.get(article);
        if (under) under.push(citation);
        else this.citationsUnder.set(article, [citation]);
      }
    }
    this.headings = groupArticles(data.articles.map(({ number }) => number), (number) => this.citationsUnder.get(number) ?? []);
  }

  /** The articles that one heading joins with this one. */
  joined(number: string): string[] {
    return this.headings.find((numbers) => numbers.includes(number)) ?? [number];
  }

  /** A unit's text; that of a paragraph is read off the page, without page and note marks. */
  text(unit: number): string {
    const known = this.texts[unit];
    if (known !== undefined) return known;
    const prose = document.querySelector(`#${CSS.escape(this.data.units[unit].anchor)} > p`)!.cloneNode(true) as Element;
    for (const inserted of prose.querySelectorAll(".page, sup.mark")) inserted.remove();
    return (this.texts[unit] = prose.textContent ?? "");
  }

  /** The start and end of the sentence in which a place of a unit stands. */
  sentence(unit: number, at: number): [number, number] {
    const { starts } = this.data.units[unit];
    let place = starts.length - 1;
    while (place > 0 && starts[place] > at) place--;
    return [starts[place] ?? 0, starts[place + 1] ?? this.text(unit).length];
  }

  /** How many units cite an entity's instrument, by mention. */
  units(entity: number): number[] {
    return [...new Set(this.mentionsOf[entity].map((mention) => this.data.mentions[mention].unit))];
  }

  article(number: string): Article | undefined {
    return this.data.articles.find((article) => article.number === number);
  }
}

/** Citations by the paragraph that they stand in, in their order. */
export function byUnit(citations: Citation[]): Map<number, Citation[]> {
  const units = new Map<number, Citation[]>();
  for (const citation of citations) units.set(citation.unit, [...(units.get(citation.unit) ?? []), citation]);
  return units;
}

/** The best strength under each article, of citations of one law; articles in the treaty's order. */
export function bestByArticle(citations: { articles: string[]; strength: Strength }[]): [string, Strength][] {
  const best = new Map<string, Strength>();
  for (const { articles, strength } of citations)
    for (const article of articles) best.set(article, Math.min(best.get(article) ?? 4, strength) as Strength);
  return [...best].sort(([a], [b]) => compareArticles(a, b));
}

export function compareArticles(a: string, b: string): number {
  return (parseInt(a) || 0) - (parseInt(b) || 0) || (a < b ? -1 : a > b ? 1 : 0);
}
