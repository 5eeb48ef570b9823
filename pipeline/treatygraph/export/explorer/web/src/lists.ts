/** All instruments, or all bodies, that a report names: sorted, filtered, saved. */
import type { Category, Entity, ReportIndex } from "./data";
import { CATEGORY_WORDS } from "./data";
import { csvButton } from "./csv";
import { count, h } from "./dom";
import { entityFacts, entityHash, kicker } from "./pieces";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

type Order = "places" | "name" | "date";

export function lawList(index: ReportIndex): HTMLElement {
  return list(index, "Laws and other instruments", ["law", "bill", "international"], "most-cited-laws");
}

export function bodyList(index: ReportIndex): HTMLElement {
  return list(index, "Public bodies", ["agency"], "agencies-by-article");
}

interface Row {
  entity: Entity;
  units: number;
  articles: number;
}

function list(index: ReportIndex, title: string, categories: Category[], query: string): HTMLElement {
  const { data } = index;
  const all: Row[] = data.entities
    .map((entity, number) => ({
      entity,
      units: index.units(number).length,
      articles: new Set(index.citationsOf[number].flatMap((citation) => citation.articles)).size,
    }))
    .filter((row) => categories.includes(row.entity.category));
  let shown: Row[] = [];
  const words = h("input", { type: "search", "aria-label": "Filter by name", placeholder: "Filter by name", oninput: () => show() });
  const kinds = h(
    "select",
    { "aria-label": "Kind", onchange: () => show() },
    h("option", { value: "" }, "every kind"),
    categories.map((category) => h("option", { value: category }, CATEGORY_WORDS[category][1])),
  );
  const order = h(
    "select",
    { "aria-label": "Order", onchange: () => show() },
    h("option", { value: "places" }, "most cited first"),
    h("option", { value: "name" }, "by name"),
    categories.length > 1 ? h("option", { value: "date" }, "by date") : null,
  );
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
    head: ["report", "id", "iri", "name", "category", "kind", "number", "date", "issuer", "other names", "paragraphs", "articles"],
    rows: () =>
      shown.map(({ entity, units, articles }) => [data.report.symbol, entity.id, entity.iri, entity.name, entity.category, entity.kind, entity.number, entity.date, entity.issuer, entity.aliases?.join("; "), units, articles]),
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

function row({ entity, units, articles }: Row): HTMLElement {
  return h(
    "li",
    null,
    h(
      "a",
      { class: "row", href: entityHash(entity) },
      h("span", { class: `entity ${entity.category}` }, entity.name),
      h("span", { class: "meta" }, [entityFacts(entity), count(units, "paragraph"), articles ? count(articles, "article") : ""].filter(Boolean).join(" · ")),
    ),
  );
}

function sorter(order: Order): (a: Row, b: Row) => number {
  const byName = (a: Row, b: Row) => a.entity.name.localeCompare(b.entity.name, "en", { numeric: true });
  if (order === "name") return byName;
  if (order === "date") return (a, b) => (a.entity.date ?? "9").localeCompare(b.entity.date ?? "9") || byName(a, b);
  return (a, b) => b.units - a.units || byName(a, b);
}
