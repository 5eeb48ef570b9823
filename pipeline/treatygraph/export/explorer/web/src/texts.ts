/**
 * The text of all reports, searched on the page over them.
 *
 * The page holds it packed, a line a report, and takes it in when it has been drawn: each word gets a number, and each
 * paragraph is the numbers of its words. To search is to go through them: of 38 reports (870,000 words) that takes a few
 * milliseconds, and to take them in a quarter of a second, where an index that is asked for them takes 1.5 s to make.
 */
import { readTexts, type CorpusReport } from "./data";
import { fold, stem, words } from "./stems";
import { FIELDS, valuesOf, type Field, type Wanted } from "./wanted";

export interface Paragraph {
  report: number;
  id: string;
  anchor: string;
  page: number | null;
  articles: string[];
  kinds: string[];
  speaker: string;
  text: string;
}

type Row = [string, string, number | null, string[], string[], string, string];

export interface Found {
  /** Places in the list of paragraphs, best first. */
  places: number[];
  /** The stems whose words are marked. */
  stems: Set<string>;
  /** Words that no report has, each with those that it was looked for as. */
  instead: [string, string[]][];
}

/** What one part of a search is found by: numbers of words, or those of a phrase one after the other. */
interface Sought {
  numbers: Set<number>;
  phrase?: number[];
  /** How many paragraphs hold one of them. */
  holding: number;
}

/** Of the number of words of a paragraph and how often one stands there: Okapi BM25, as SQLite and MiniSearch rank. */
const SATURATION = 1.2;
const LENGTH = 0.75;
const NEAR = 4;
/** Parts of a search that are looked for in one pass, a bit each. */
const BITS = 30;

export class Texts {
  readonly paragraphs: Paragraph[] = [];
  /** How many reports are taken in, and of how many. */
  taken = 0;
  /** This browser cannot unpack them. */
  unread = false;
  private readonly numbers = new Map<string, number>();
  private readonly spelt: string[] = [];
  private readonly byStem = new Map<string, number[]>();
  /** Of each word the number of the first that has its stem, and how often it stands somewhere. */
  private readonly alike: number[] = [];
  private readonly often: number[] = [];
  private readonly tokens: Uint32Array[] = [];
  private length = 0;
  private hurried = false;
  private goOn: (() => void) | undefined;

  constructor(readonly reports: number) {}

  get whole(): boolean {
    return this.taken === this.reports;
  }

  /** Takes in all reports, a report at a time while nobody waits. */
  async takeIn(): Promise<void> {
    this.unread = !("DecompressionStream" in window);
    for (const packed of this.unread ? [] : await readTexts()) {
      const rows = JSON.parse(await unpack(packed)) as Row[];
      if (!this.hurried) await new Promise<void>((resolve) => ((this.goOn = resolve), whenIdle(resolve)));
      for (const row of rows) this.add(this.taken, row);
      this.taken += 1;
    }
  }

  /** Someone waits for the rest. */
  hurry(): void {
    this.hurried = true;
    this.goOn?.();
  }

  add(report: number, [id, anchor, page, articles, kinds, speaker, text]: Row): void {
    const spelt = words(text);
    this.paragraphs.push({ report, id, anchor, page, articles, kinds, speaker, text });
    const tokens = Uint32Array.from(spelt, (word) => this.numberOf(word));
    for (const token of tokens) this.often[token] += 1;
    this.tokens.push(tokens);
    this.length += spelt.length;
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.spelt.push(word) - 1;
    this.numbers.set(word, number);
    const alike = this.byStem.get(stem(word));
    if (alike) alike.push(number);
    else this.byStem.set(stem(word), [number]);
    this.alike.push(alike?.[0] ?? number);
    this.often.push(0);
    return number;
  }

  /** The paragraphs that hold every part of a search and meet `also`. */
  find(wanted: Wanted, also: (paragraph: Paragraph) => boolean): Found {
    const instead: [string, string[]][] = [];
    const sought = wanted.parts.map((part, n) => this.seek(part, n === wanted.parts.length - 1, instead));
    const stems = new Set(sought.flatMap(({ numbers, phrase }) => [...(phrase ?? numbers)].map((number) => stem(this.spelt[number]))));
    let places = this.tokens.map((_, place) => place);
    for (let first = 0; first < sought.length; first += BITS) places = this.holding(sought.slice(first, first + BITS), places);
    places = places.filter((place) => sought.every(({ phrase }) => !phrase || this.inOrder(phrase, place)) && also(this.paragraphs[place]));
    return { places: this.ranked(sought, places), stems, instead };
  }

  /** A word is found in all its forms; the last may be unfinished; one that no report has is looked for as its like. */
  private seek({ stems, begins, text }: Wanted["parts"][number], last: boolean, instead: [string, string[]][]): Sought {
    if (stems.length > 1) return this.seekPhrase(stems);
    const word = words(text)[0];
    let numbers = begins ? this.beginning(word) : (this.byStem.get(stems[0]) ?? []);
    if (!numbers.length && !begins && last && word.length > 2) numbers = this.beginning(word);
    if (!numbers.length && !begins) {
      const like = this.like(word);
      instead.push([text, like.map((number) => this.spelt[number])]);
      numbers = like.flatMap((number) => this.byStem.get(stem(this.spelt[number]))!);
    }
    return { numbers: new Set(numbers), holding: 0 };
  }

  /** A phrase is looked for by its rarest word, which leaves most paragraphs out, and then in order. */
  private seekPhrase(stems: string[]): Sought {
    const held = stems.map((one) => this.byStem.get(one) ?? []);
    const often = held.map((numbers) => numbers.reduce((sum, number) => sum + this.often[number], 0));
    return { numbers: new Set(held[often.indexOf(Math.min(...often))]), phrase: held.flatMap(([first]) => first ?? []), holding: 0 };
  }

  private beginning(start: string): number[] {
    return this.spelt.flatMap((word, number) => (word.startsWith(start) ? [number] : []));
  }

  /** The words that are spelt like one: a letter in four may differ, two at the most. */
  private like(word: string): number[] {
    const most = Math.min(2, Math.floor(word.length / 4));
    const near: [number, number][] = [];
    for (let number = 0; most && number < this.spelt.length; number++) {
      const other = this.spelt[number];
      if (Math.abs(other.length - word.length) > most || /\P{L}/u.test(other)) continue;
      const apart = distance(word, other, most);
      if (apart <= most) near.push([apart, number]);
    }
    return near.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, NEAR).map(([, number]) => number);
  }

  /** The paragraphs that hold something of each part; it is counted how many hold something of one. */
  private holding(sought: Sought[], places: number[]): number[] {
    const bits = new Uint32Array(this.spelt.length);
    sought.forEach(({ numbers }, n) => {
      for (const number of numbers) bits[number] |= 1 << n;
    });
    const all = 2 ** sought.length - 1;
    return places.filter((place) => {
      const tokens = this.tokens[place];
      let held = 0;
      for (let at = 0; at < tokens.length; at++) held |= bits[tokens[at]];
      for (let n = 0; held >> n; n++) sought[n].holding += (held >> n) & 1;
      return held === all;
    });
  }

  private inOrder(phrase: number[], place: number): boolean {
    const tokens = this.tokens[place];
    for (let at = 0; at + phrase.length <= tokens.length; at++) {
      let n = 0;
      while (n < phrase.length && this.alike[tokens[at + n]] === phrase[n]) n += 1;
      if (n === phrase.length) return true;
    }
    return false;
  }

  private ranked(sought: Sought[], places: number[]): number[] {
    if (!sought.length || places.length < 2) return places;
    const weights = sought.map(({ holding }) => Math.log(1 + (this.tokens.length - holding + 0.5) / (holding + 0.5)));
    const average = this.length / this.tokens.length;
    const score = new Map<number, number>();
    for (const place of places) {
      const tokens = this.tokens[place];
      const norm = SATURATION * (1 - LENGTH + (LENGTH * tokens.length) / average);
      let sum = 0;
      sought.forEach(({ numbers }, n) => {
        let often = 0;
        for (let at = 0; at < tokens.length; at++) if (numbers.has(tokens[at])) often += 1;
        sum += (weights[n] * often * (SATURATION + 1)) / (often + norm);
      });
      score.set(place, sum);
    }
    return places.sort((a, b) => score.get(b)! - score.get(a)! || a - b);
  }
}

/** What a paragraph has of a field, as a search narrows by it. */
export function valuesOfParagraph(reports: CorpusReport[], field: Field, { report, articles, kinds, speaker }: Paragraph): string[] {
  const { stateName, treaty, symbol, date, received, coverage } = reports[report];
  if (field === "article") return articles;
  if (field === "kind") return kinds;
  const year = (date ?? received ?? "").slice(0, 4) || String(coverage?.[1] ?? "");
  const value = { state: stateName, treaty, report: symbol, speaker, year }[field];
  return value ? [value] : [];
}

/** Whether a paragraph is one of those that the fields and jumps of a search leave. */
export function filterOf(reports: CorpusReport[], wanted: Wanted): (paragraph: Paragraph) => boolean {
  const asked = FIELDS.map((field) => ({ field, values: valuesOf(wanted, field) })).filter(({ values }) => values.length);
  const number = wanted.paragraph === undefined ? undefined : fold(wanted.paragraph);
  const folded = new Map<string, string>();
  const isAsked = (values: string[], value: string | null) => {
    if (value === null) return false;
    let plain = folded.get(value);
    if (plain === undefined) folded.set(value, (plain = fold(value)));
    return values.includes(plain);
  };
  return (paragraph) =>
    (number === undefined || isAsked([number], paragraph.id)) &&
    (wanted.page === undefined || paragraph.page === wanted.page) &&
    asked.every(({ field, values }) => valuesOfParagraph(reports, field, paragraph).some((value) => isAsked(values, value)) || (field === "state" && isAsked(values, reports[paragraph.report].state)));
}

async function unpack(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 20);
}

/** How many letters must be changed, put in or left out; where that is more than `most`, some number above it. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  let next = row.slice();
  for (let i = 1; i <= a.length; i++) {
    let least = (next[0] = i);
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (next[j] < least) least = next[j];
    }
    if (least > most) return most + 1;
    [row, next] = [next, row];
  }
  return row[b.length];
}
