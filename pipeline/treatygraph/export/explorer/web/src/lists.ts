/** All instruments, or all bodies, that a report names: sorted, filtered, saved. */
import type { Category, Entity, ReportIndex } from "./data";
import { CATEGORY_WORDS, type Citation } from "./data";
import { articlesOf, CARRIES_OUT, CLAIMS, claimFacts, SAID_HEAD, saidCells } from "./claims";
import { csvButton } from "./csv";
import { count, h } from "./dom";
import { entityFacts, entityHash, kicker } from "./pieces";
import { choice, wordsField } from "./options";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

type Order = "claims" | "places" | "name" | "date";

export function lawList(index: ReportIndex): HTMLElement {
  return list(index, "Laws and other instruments", ["law", "bill", "international"], "most-cited-laws");
}

export function bodyList(index: ReportIndex): HTMLElement {
  return list(index, "Public bodies", ["agency"], "agencies-by-article");
}

interface Row {
  entity: Entity;
  units: number;
  citations: Citation[];
}

function list(index: ReportIndex, title: string, categories: Category[], query: string): HTMLElement {
  const { data } = index;
  const all: Row[] = data.entities
    .map((entity, number) => ({
      entity,
      units: index.units(number).length,
      citations: index.citationsOf[number],
    }))
    .filter((row) => categories.includes(row.entity.category));
  let shown: Row[] = [];
  const words = wordsField("Filter by name", () => show());
  const kinds = choice("kind", "Kind", [["", "every kind"], ...categories.map((category): [string, string] => [category, CATEGORY_WORDS[category][1]])], () => show());
  const orders: [string, string][] = [["places", "most cited first"], ["name", "by name"]];
  const order = choice("order", "Order", categories.length > 1 ? [["claims", "most claims first"], ...orders, ["date", "by date"]] : orders, () => show());
  const body = h("ol", { class: "plain rows laws" });
  const said = h("p", { class: "note", role: "status" });
  const show = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    shown = all.filter(({ entity }) => {
      const names = fold([entity.name, ...(entity.aliases ?? []), entity.title ?? ""].join(" "));
      return wanted.every((word) => names.includes(word)) && (!kinds.value || entity.category === kinds.value);
    });
    shown.sort(sorter(order.value as Order));
    said.textContent = shown.length === all.length ? `${all.length} in all.` : `${shown.length} of ${all.length}.`;
    body.replaceChildren(...shown.map(row));
  };
  show();
  const sheet = {
    name: `${data.report.symbol} ${title}`,
    head: ["report", "id", "iri", "name", "category", "kind", "number", "date", "issuer", "other names", "paragraphs", "articles claimed", "articles cited under", ...SAID_HEAD],
    rows: () =>
      shown.map(({ entity, units, citations }) => [data.report.symbol, entity.id, entity.iri, entity.name, entity.category, entity.kind, entity.number, entity.date, entity.issuer, entity.aliases?.join("; "), units, ...counts(entity, citations), ...saidCells(citations)]),
  };
  return h(
    "article",
    { class: "card" },
    kicker(data.report.symbol),
    h("h2", null, title),
    h("p", { class: "filters" }, words, categories.length > 1 ? kinds : null, order),
    h("div", { class: "block-head" }, said, h("div", { class: "tools" }, sparqlButton(data.queries, query), csvButton(sheet))),
    body,
  );
}

/** The articles that it is said to carry out or, an international text, to support; and those it is cited under. */
function counts({ category }: Entity, citations: Citation[]): number[] {
  const { claimed, cited } = articlesOf(citations, category === "international" ? CLAIMS.indexOf("supportedBy") : CARRIES_OUT);
  return [claimed, cited];
}

function row({ entity, units, citations }: Row): HTMLElement {
  return h(
    "li",
    null,
    h(
      "a",
      { class: "row", href: entityHash(entity) },
      h("span", { class: `entity ${entity.category}` }, entity.name),
      h("span", { class: "meta" }, [entityFacts(entity), count(units, "paragraph"), claimFacts(citations, entity.category === "international")].filter(Boolean).join(" · ")),
    ),
  );
}

function sorter(order: Order): (a: Row, b: Row) => number {
  const byName = (a: Row, b: Row) => a.entity.name.localeCompare(b.entity.name, "en", { numeric: true });
  if (order === "name") return byName;
  if (order === "date") return (a, b) => (a.entity.date ?? "9").localeCompare(b.entity.date ?? "9") || byName(a, b);
  const byPlaces = (a: Row, b: Row) => b.units - a.units || byName(a, b);
  if (order === "claims") return (a, b) => counts(b.entity, b.citations)[0] - counts(a.entity, a.citations)[0] || byPlaces(a, b);
  return byPlaces;
}
