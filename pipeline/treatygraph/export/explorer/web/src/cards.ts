/** What a mark denotes: an instrument or body with all its names, dates, statements and places; or a date. */
import type { Entity, Relation, ReportIndex, Strength } from "./data";
import { bestByArticle, CATEGORY_WORDS } from "./data";
import { CLAIM_WORDS, claimsOf, SAID_HEAD, saidCells, sayings } from "./claims";
import { csvButton } from "./csv";
import { count, dateWords, h, type Child } from "./dom";
import { articleChip, entityLink, kicker, longList, place, quotation, section, unitWords } from "./pieces";
import { takeAlong, type Place } from "./cite";
import { printedPages } from "./printed";
import { judgeable, judgeMention } from "./review";
import { hashOf, viewHash } from "./routes";
import { sparqlButton } from "./sparql";

export function entityCard(index: ReportIndex, id: string, chosen?: number, division?: string): HTMLElement {
  const number = index.entityById.get(id);
  if (number === undefined) return notFound(`This report names nothing with the id “${id}”.`);
  const entity = index.data.entities[number];
  return h(
    "article",
    { class: `card ${entity.category}` },
    kicker(CATEGORY_WORDS[entity.category][0], entity.kind !== "other" && entity.kind, entity.state),
    h("h2", null, entity.name),
    chosen === undefined ? null : chosenMention(index, chosen),
    facts(index, entity, number),
    articlesCited(index, number),
    statements(index, number),
    divisions(index, number, division),
    places(index, entity, number, division),
  );
}

export function dateCard(index: ReportIndex, chosen: number): HTMLElement {
  const { value, unit } = index.data.mentions[chosen];
  const same = index.data.mentions.flatMap((m, n) => (m.type === "date" && m.value === value ? [n] : []));
  const dated = index.data.entities.filter((entity) => entity.date === value);
  return h(
    "article",
    { class: "card date" },
    kicker("date"),
    h("h2", null, value ? dateWords(value) : index.text(unit).slice(index.data.mentions[chosen].start, index.data.mentions[chosen].end)),
    h("dl", { class: "facts" }, value ? fact("EDTF", h("code", null, value)) : null),
    dated.length ? section(`${count(dated.length, "instrument")} of this date`, null, h("ul", { class: "plain rows" }, dated.map((e) => h("li", null, entityLink(e))))) : null,
    section(count(same.length, "place"), null, longList(byUnit(index, same).map(([u, found]) => entry(index, u, found)))),
  );
}

export function mentionCard(index: ReportIndex, key: string): HTMLElement {
  const chosen = index.mentionByKey.get(key);
  if (chosen === undefined) return notFound(`This report has no mention at “${key}”.`);
  const mention = index.data.mentions[chosen];
  if (mention.type === "date") return dateCard(index, chosen);
  if (mention.entity !== undefined) return entityCard(index, index.data.entities[mention.entity].id, chosen);
  return h(
    "article",
    { class: "card" },
    kicker(mention.type, mention.back && "back-reference"),
    h("h2", null, index.text(mention.unit).slice(mention.start, mention.end)),
    h("p", { class: "note" }, "What these words denote was not found."),
    chosenMention(index, chosen),
  );
}

/** The mark that was chosen: its words, what it means here and how that was found. */
function chosenMention(index: ReportIndex, chosen: number): HTMLElement {
  const mention = index.data.mentions[chosen];
  const words = index.text(mention.unit).slice(mention.start, mention.end);
  const antecedent = mention.from === undefined ? undefined : index.data.mentions[mention.from];
  return h(
    "div",
    { class: "chosen" },
    h("p", null, h("b", null, `“${words}”`), mention.divisions?.length ? ` is its ${mention.divisions.join(", ")}` : ""),
    mention.back
      ? h(
          "p",
          null,
          "A back-reference",
          antecedent
            ? [
                " to ",
                h("a", { href: viewHash({ mention: antecedent.key }) }, `“${index.text(antecedent.unit).slice(antecedent.start, antecedent.end)}”`),
                `, ${unitWords(index.data.units[antecedent.unit].id).toLowerCase()}`,
              ]
            : "",
          ".",
        )
      : null,
    h(
      "p",
      { class: "how" },
      h("a", { href: `#${index.data.units[mention.unit].anchor}` }, unitWords(index.data.units[mention.unit].id)),
      mention.page ? `, page ${mention.page}` : "",
      ` · found by ${mention.rule}`,
      mention.resolved ? `, resolved by ${mention.resolved}` : "",
      mention.sure === undefined ? "" : ` · confidence ${mention.sure}`,
    ),
    printedPages(index, [chosen]),
    judgeMention(index, chosen),
  );
}

function facts(index: ReportIndex, entity: Entity, number: number): HTMLElement {
  const issuer = entity.issuer === undefined ? undefined : index.entityById.get(entity.issuer);
  const whole = entity.part_of === undefined ? undefined : index.entityById.get(entity.part_of);
  const names = otherNames(index, entity, number);
  const under = index.data.citations.length && index.data.report.treaty === entity.id;
  return h(
    "dl",
    { class: "facts" },
    entity.number ? fact("Number", entity.number) : null,
    entity.date ? fact("Date", dateWords(entity.date)) : null,
    issuer === undefined ? null : fact("Issued by", entityLink(index.data.entities[issuer])),
    entity.title && !entity.name.includes(entity.title) ? fact("Title", entity.title) : null,
    whole === undefined ? null : fact("Part of", entityLink(index.data.entities[whole])),
    names.length ? fact("Also called", h("ul", { class: "names" }, names.map((name) => h("li", null, name)))) : null,
    under ? fact("Role", h("a", { href: viewHash({ article: "treaty" }) }, "the treaty reported on")) : null,
    fact("IRI", h("code", { class: "iri" }, entity.iri)),
  );
}

function fact(name: string, ...value: Child[]): HTMLElement {
  return h("div", null, h("dt", null, name), h("dd", null, value));
}

/** Every name that the report gives it: aliases, and the words of marks that are names. */
function otherNames(index: ReportIndex, entity: Entity, number: number): string[] {
  const names = new Map<string, string>();
  for (const alias of entity.aliases ?? []) names.set(alias.toLowerCase(), alias);
  for (const place of index.mentionsOf[number]) {
    const m = index.data.mentions[place];
    if (m.back || m.type === "provision") continue;
    const words = index.text(m.unit).slice(m.start, m.end);
    if (!names.has(words.toLowerCase())) names.set(words.toLowerCase(), words);
  }
  names.delete(entity.name.toLowerCase());
  return [...names.values()];
}

/** The articles that a law is claimed for, by what is claimed; and those that it is cited under, no more. */
function articlesCited(index: ReportIndex, number: number): HTMLElement | null {
  const citations = index.citationsOf[number];
  const best = bestByArticle(citations);
  if (!best.length) return null;
  const { treaty } = index.data.report;
  const chips = (found: [string, Strength][]) => h("p", { class: "chips" }, found.map(([n, strength]) => articleChip(n, strength, treaty, index.article(n)?.topic)));
  const kinds = CLAIM_WORDS.map((words, kind) => {
    const claiming = citations.filter(({ claim }) => claim === kind).map(({ claimed, strength }) => ({ articles: claimed, strength }));
    return { words, found: bestByArticle(claiming) };
  }).filter(({ found }) => found.length);
  const only = best.filter(([n]) => !claimsOf(citations, n).length);
  return section(
    `Cited under ${count(best.filter(([n]) => n).length, "article")} of ${treaty ?? "the treaty"}`,
    h("a", { class: "tool", href: hashOf({ network: "drawing", law: index.data.entities[number].id }) }, "Drawing"),
    h(
      "dl",
      { class: "facts said-of" },
      kinds.map(({ words, found }) => fact(`Said: ${words}`, chips(found))),
      only.length ? fact(kinds.length ? "Cited under, no more" : "No claim, only cited under", h("div", { class: "cited-only" }, chips(only))) : null,
    ),
  );
}

const SAID: Record<string, [string, string]> = {
  issuedBy: ["Issued by", "Issued"],
  approves: ["Approves", "Approved by"],
  amends: ["Amends", "Amended by"],
  repeals: ["Repeals", "Repealed by"],
  implements: ["Implements", "Implemented by"],
  adoptedUnder: ["Adopted under", "Basis of"],
  ratifiedBy: ["Ratified by", "Ratified"],
  signedBy: ["Signed by", "Signed"],
  accededBy: ["Acceded to by", "Acceded to"],
  succeededBy: ["Succeeded to by", "Succeeded to"],
  partyTo: ["In force for", "Party to"],
  reservationWithdrawnBy: ["Reservation withdrawn by", "Withdrew a reservation to"],
};

function statements(index: ReportIndex, number: number): HTMLElement | null {
  const { data } = index;
  const rows = new Map<string, { words: Child[]; units: Relation[] }>();
  for (const relation of data.relations) {
    const forward = relation.subject === number;
    if (!forward && relation.object !== number) continue;
    const other = forward ? relation.object : relation.subject;
    const key = `${relation.predicate} ${forward} ${other ?? relation.state} ${relation.division ?? ""}`;
    const label = (SAID[relation.predicate] ?? [relation.predicate, `${relation.predicate} (of)`])[forward ? 0 : 1];
    const words: Child[] = [
      h("span", { class: "said" }, label),
      " ",
      other === undefined ? relation.state : entityLink(data.entities[other]),
      relation.division ? `, ${relation.division}` : "",
      relation.date ? `, ${dateWords(relation.date)}` : "",
    ];
    const row = rows.get(key) ?? { words, units: [] };
    row.units.push(relation);
    rows.set(key, row);
  }
  if (!rows.size) return null;
  const where = (relation: Relation) => {
    const evidence = relation.evidence?.[0];
    const unit = data.units[relation.unit];
    const href = evidence === undefined ? `#${unit.anchor}` : viewHash({ mention: data.mentions[evidence].key });
    return h("a", { class: "place", href }, unitWords(unit.id).toLowerCase());
  };
  const items = [...rows.values()].map(({ words, units }) =>
    h("li", null, words, " ", h("span", { class: "where" }, units.map((relation, n) => [n ? ", " : "", where(relation)]))),
  );
  return section("The report says", null, longList(items, 10, "statement"));
}

function divisions(index: ReportIndex, number: number, wanted?: string): HTMLElement | null {
  const found = new Map<string, Set<number>>();
  for (const place of index.mentionsOf[number]) {
    const mention = index.data.mentions[place];
    for (const division of mention.divisions ?? []) {
      const units = found.get(division) ?? new Set();
      found.set(division, units.add(mention.unit));
    }
  }
  if (!found.size) return null;
  const sorted = [...found].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return section(
    count(found.size, "provision"),
    null,
    h(
      "p",
      { class: "chips" },
      sorted.map(([division, units]) =>
        h("a", { class: "chip", "aria-current": division === wanted ? "true" : null, href: viewHash({ law: index.data.entities[number].id, provision: division === wanted ? undefined : division }) }, division, units.size > 1 ? h("small", null, ` ×${units.size}`) : null),
      ),
    ),
  );
}

function places(index: ReportIndex, entity: Entity, number: number, division?: string): HTMLElement {
  const mentions = index.mentionsOf[number].filter(
    (mention) => division === undefined || index.data.mentions[mention].divisions?.includes(division),
  );
  const found = byUnit(index, mentions);
  const cited = (unit: number) => index.citationsOf[number].filter((citation) => citation.unit === unit);
  const sheet = {
    name: `${index.data.report.symbol} ${entity.id}`,
    head: ["report", "id", "name", "paragraph", "page", "type", "words", "provisions", "start", "end", ...SAID_HEAD],
    rows: () =>
      mentions.map((place) => {
        const m = index.data.mentions[place];
        const unit = index.data.units[m.unit];
        const words = index.text(m.unit).slice(m.start, m.end);
        return [index.data.report.symbol, entity.id, entity.name, unit.id, m.page ?? unit.page, m.type, words, m.divisions?.join("; "), m.start, m.end, ...saidCells(cited(m.unit))];
      }),
  };
  return section(
    `${division ? `${division}: ` : ""}${count(mentions.length, "mark")} in ${count(found.length, "paragraph")}`,
    [sparqlButton(index.data.queries, "citations-of-law", { law: entity.name }), csvButton(sheet)],
    longList(found.map(([unit, places]) => judgeable(entry(index, unit, places, sayings(cited(unit))), index, entity, cited(unit))), 12, "paragraph"),
  );
}

export function byUnit(index: ReportIndex, mentions: number[]): [number, number[]][] {
  const units = new Map<number, number[]>();
  for (const mention of mentions) {
    const { unit } = index.data.mentions[mention];
    const known = units.get(unit);
    if (known) known.push(mention);
    else units.set(unit, [mention]);
  }
  return [...units];
}

/** A place with its words, and what these say of the law. */
export function entry(index: ReportIndex, unit: number, mentions: number[], ...said: Child[]): HTMLElement {
  return h("li", { class: "entry" }, h("p", { class: "entry-head" }, place(index, unit), takeAlong(placeOf(index, unit, mentions))), said, quotation(index, unit, mentions), printedPages(index, mentions));
}

/** A place with the sentence of its first mention. */
function placeOf(index: ReportIndex, unit: number, mentions: number[]): Place {
  const { data } = index;
  const found = data.mentions[mentions[0]];
  const text = index.text(unit);
  const [start, end] = found?.unit === unit ? index.sentence(unit, found.start) : [0, text.length];
  const link = found?.unit === unit ? hashOf({ mention: found.key }) : `#${data.units[unit].anchor}`;
  return { symbol: data.report.symbol, unit: data.units[unit].id, page: found?.page ?? data.units[unit].page, words: text.slice(start, end), link };
}

export function notFound(words: string): HTMLElement {
  return h("article", { class: "card" }, h("h2", null, "Not in this report"), h("p", null, words), h("p", null, h("a", { href: "#overview" }, "Back to the overview")));
}
