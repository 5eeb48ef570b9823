/**
 * What a search asks for, in the same words as `search/wanted.py`: words, "phrases", beginnings (discriminat*), fields
 * (kind:code, article:27, speaker:committee) and jumps (para 57, art 17, p. 10), which are the whole of a search.
 */
import { h } from "./dom";
import { viewHash } from "./routes";
import { fold, stem, words } from "./stems";

export const FIELDS = ["state", "treaty", "report", "article", "kind", "speaker", "year"] as const;
export type Field = (typeof FIELDS)[number];

export interface Wanted {
  /** What must stand in the text: the stems of a word or phrase, in order; the last may be the beginning of a word. */
  parts: { stems: string[]; begins: boolean; text: string }[];
  fields: [Field, string][];
  paragraph?: string;
  page?: number;
  /** What remains as words for a search by stems. */
  words: string;
}

const FIELD = new RegExp(`(?<![\\w])(${FIELDS.join("|")}):(?:"([^"]*)"|(\\S+))`, "gi");
const JUMP = /^(?:(paragraphs?|paras?\.?)|(articles?|arts?\.?)|(pages?|pp?\.?))\s*(\d{1,5}(?:\s*(?:bis|ter|[a-z]))?)$/i;
const PART = /"([^"]*)"|([\p{L}\p{N}_][\p{L}\p{N}_'’-]*)(\*?)/gu;

export function readSearch(text: string): Wanted {
  const fields = [...text.matchAll(FIELD)].map(([, name, quoted, plain]): [Field, string] => [name.toLowerCase() as Field, (quoted ?? plain ?? "").trim()]).filter(([, value]) => value);
  const rest = text.replace(FIELD, " ").trim();
  const jump = JUMP.exec(rest);
  if (jump) {
    const number = jump[4].replace(/\s+/g, " ");
    if (jump[2]) return { parts: [], fields: [...fields, ["article", number]], words: "" };
    if (jump[1]) return { parts: [], fields, paragraph: number, words: "" };
    return { parts: [], fields, page: Number(number.replace(/\D/g, "")), words: "" };
  }
  const parts = [...rest.matchAll(PART)].map(([, phrase, word, star]) => ({ stems: words(phrase ?? word).map((one) => (star ? one : stem(one))), begins: Boolean(star), text: phrase ?? word })).filter(({ stems }) => stems.length);
  return { parts, fields, words: parts.flatMap(({ stems, begins }) => (begins ? [] : stems)).length ? rest.replace(/[\p{L}\p{N}_'’-]+\*/gu, " ") : "" };
}

/** The values that a field may have; none where it is not asked for. */
export function valuesOf(wanted: Wanted, field: Field): string[] {
  return wanted.fields.filter(([name]) => name === field).map(([, value]) => fold(value));
}

/** Whether one of a thing's values is asked for by a field, or the field is not asked for. */
export function meets(wanted: Wanted, field: Field, values: Iterable<string | null | undefined>): boolean {
  const asked = valuesOf(wanted, field);
  return !asked.length || [...values].some((value) => value && asked.includes(fold(value)));
}

/** Whether phrases and beginnings stand in a text; single words are left to the search by stems. */
export function holds(wanted: Wanted, text: string): boolean {
  const strict = wanted.parts.filter(({ stems, begins }) => begins || stems.length > 1);
  if (!strict.length) return true;
  const plain = words(text);
  const stemmed = plain.map(stem);
  return strict.every(({ stems, begins }) => (begins ? plain.some((word) => word.startsWith(stems[0])) : stemmed.some((_, at) => stems.every((one, n) => stemmed[at + n] === one))));
}

/** The stems whose words are marked where they are found. */
export function markedStems(wanted: Wanted): Set<string> {
  return new Set(wanted.parts.flatMap(({ stems, begins }) => (begins ? [] : stems)));
}

/** Whether nothing but names could be meant: a search without fields and jumps. */
export function isPlain(wanted: Wanted): boolean {
  return !wanted.fields.length && wanted.paragraph === undefined && wanted.page === undefined;
}

/** Values of fields by how many results have them: each narrows the search; one that is chosen is taken back. */
export function facets(query: string, wanted: Wanted, found: [Field, string[]][], link = (search: string) => viewHash({ search })): HTMLElement | null {
  const rows = found.flatMap(([field, values]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const asked = valuesOf(wanted, field);
    const written = (value: string) => `${field}:${/\s/.test(value) ? `"${value}"` : value}`;
    const chosen = wanted.fields.filter(([name]) => name === field).map(([, value]) => value);
    const chips = [
      ...chosen.map((value) => h("a", { class: "chip", "aria-current": "true", href: link(without(query, field, value)), "aria-label": `${field} ${value}, take back` }, value, h("small", null, "×"))),
      ...[...counts].filter(([value]) => !asked.includes(fold(value))).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en", { numeric: true })).slice(0, asked.length ? 0 : 8).map(([value, number]) => h("a", { class: "chip", href: link(`${query} ${written(value)}`) }, value, h("small", null, number))),
    ];
    return chips.length > 1 || chosen.length ? [h("div", null, h("dt", null, field), h("dd", { class: "chips" }, chips))] : [];
  });
  return rows.length ? h("dl", { class: "facts facets" }, rows) : null;
}

function without(query: string, field: Field, value: string): string {
  const jump = JUMP.exec(query.replace(FIELD, " ").trim());
  if (jump?.[2] && field === "article") return query.replace(/(articles?|arts?\.?)\s*\d+(\s*(bis|ter|[a-z]))?/i, " ").replace(/\s+/g, " ").trim();
  return query.replace(FIELD, (all, name: string, quoted?: string, plain?: string) => (name.toLowerCase() === field && (quoted ?? plain) === value ? " " : all)).replace(/\s+/g, " ").trim();
}
