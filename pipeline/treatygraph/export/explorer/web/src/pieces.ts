/** The small pieces that views are made of: chips, strength marks, quotations. */
import type { Entity, ReportIndex, Strength } from "./data";
import { strengthMark } from "./claims";
import { count, dateWords, h, type Child } from "./dom";
import { hashOf, viewHash } from "./routes";

export function articleName(number: string, treaty: string | null): string {
  return number === "" ? (treaty ?? "the treaty") : `art. ${number}`;
}

export function articleChip(number: string, strength: Strength | null, treaty: string | null, topic = ""): HTMLElement {
  return h(
    "a",
    { class: "chip article", href: viewHash({ article: number || "treaty" }), title: topic || null },
    articleName(number, treaty),
    strength === null ? null : strengthMark(strength),
  );
}

export function entityHash(entity: Entity): string {
  return viewHash(entity.category === "agency" ? { body: entity.id } : { law: entity.id });
}

export function entityLink(entity: Entity): HTMLElement {
  return h("a", { class: `entity ${entity.category}`, href: entityHash(entity) }, entity.name);
}

/** "act · No. 83 · 12 September 2011" */
export function entityFacts(entity: Entity): string {
  return [
    entity.kind === "other" ? "" : entity.kind,
    entity.number && !entity.name.includes(entity.number) && `No. ${entity.number}`,
    entity.date && !mentionsDate(entity.name, entity.date) && dateWords(entity.date),
  ]
    .filter(Boolean)
    .join(" · ");
}

function mentionsDate(name: string, date: string): boolean {
  return name.includes(dateWords(date)) || (date.length === 4 && name.includes(date));
}

/** "Para. 57", "Table 1", "Note 12". */
export function unitWords(id: string): string {
  const [kind, number] = id.split(":");
  if (id.startsWith("note:unnumbered")) return "Note";
  const named: Record<string, string> = { table: "Table", note: "Note" };
  return named[kind] ? `${named[kind]} ${number}` : `Para. ${id}`;
}

export function place(index: ReportIndex, unit: number): Child[] {
  const { data } = index;
  const { id, anchor, page, section } = data.units[unit];
  return [
    h("a", { class: "place", href: hashOf({ [anchor]: "" }) }, unitWords(id)),
    page ? h("a", { class: "page-link", href: `#page-${page}` }, `page ${page}`) : null,
    section >= 0 ? h("span", { class: "under" }, data.sections[section]) : null,
  ];
}

/** The section whose heading names an article of the treaty. */
export function sectionUnder(article: string): Element | null {
  return document.querySelector(`.sec > .chips > a[href="#article=${CSS.escape(article)}"]`)?.closest(".sec") ?? null;
}

const BEFORE = 180;
const AFTER = 150;

/** The sentence around mentions of one unit, with them marked; long sentences are cut at both ends. */
export function quotation(index: ReportIndex, unit: number, mentions: number[]): HTMLElement {
  const { data } = index;
  const text = index.text(unit);
  const shown = mentions
    .map((mention) => ({ mention, ...data.mentions[mention] }))
    .filter((m) => m.unit === unit)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((m, n, all) => !all.slice(0, n).some((other) => other.end >= m.end));
  const parts: Child[] = [];
  let at = -1;
  for (const m of shown) {
    const [from, to] = index.sentence(unit, m.start);
    const start = cutLeft(text, Math.max(from, m.start - BEFORE), from, m.start);
    if (at < 0 || start > at + 40) {
      if (at >= 0) parts.push(after(text, at, index.sentence(unit, at - 1)[1], start), " … ");
      else if (start > from) parts.push("… ");
      parts.push(text.slice(start, m.start));
    } else parts.push(text.slice(at, m.start));
    const begin = Math.max(m.start, at);
    parts.push(h("a", { class: "words", href: viewHash({ mention: m.key }) }, text.slice(begin, m.end)));
    at = m.end;
    if (m === shown.at(-1)) parts.push(after(text, at, Math.max(to, at), text.length));
  }
  return h("blockquote", null, parts);
}

function cutLeft(text: string, wanted: number, from: number, end: number): number {
  if (wanted <= from) return from;
  const blank = text.indexOf(" ", wanted);
  return blank < 0 || blank >= end ? end : blank + 1;
}

function after(text: string, at: number, sentenceEnd: number, limit: number): string {
  const end = Math.min(sentenceEnd, limit);
  if (end - at <= AFTER) return text.slice(at, end).trimEnd();
  const blank = text.lastIndexOf(" ", at + AFTER);
  return `${text.slice(at, blank > at ? blank : at + AFTER)} …`;
}

export function section(title: Child, tools: Child, ...content: Child[]): HTMLElement {
  return h("section", { class: "block" }, h("div", { class: "block-head" }, h("h3", null, title), h("div", { class: "tools" }, tools)), content);
}

export function kicker(...words: (string | undefined | false | null)[]): HTMLElement {
  return h("p", { class: "kicker" }, words.filter(Boolean).join(" · "));
}

/** An item of a list, or what makes it when it is shown. */
export type Item = HTMLElement | (() => HTMLElement);

/** A list that shows its first items and the rest on demand. */
export function longList(items: Item[], first = 12, one = "place", many = `${one}s`): HTMLElement {
  const made = (item: Item) => (typeof item === "function" ? item() : item);
  const list = h("ol", { class: "plain" }, items.slice(0, first).map(made));
  if (items.length <= first) return list;
  const more = h(
    "button",
    {
      type: "button",
      class: "more",
      onclick: () => {
        const rest = items.slice(first).map(made);
        list.append(...rest);
        more.remove();
        (rest[0].querySelector("a, button, summary") as HTMLElement | null)?.focus();
      },
    },
    `Show ${count(items.length - first, `more ${one}`, `more ${many}`)}`,
  );
  return h("div", null, list, more);
}
