/** What Network opens with over several reports: which kinds of law, and law on which topics, each State cites. */
import { isNational } from "./claims";
import type { Cited, CorpusIndex } from "./corpus-index";
import { csvButton } from "./csv";
import type { Entity } from "./data";
import { count, h } from "./dom";
import { choice, optionsNow } from "./options";
import { entityFacts, kicker, longList } from "./pieces";
import { sparqlButton } from "./sparql";

/** The rows of the stage: its form, its legend, what it says, and the table. */
export function kinds(index: CorpusIndex, way: string): HTMLElement[] {
  return way.startsWith("topics") ? topicsByStates(index, way.split(",")[1]) : statesByKinds(index);
}

function form(index: CorpusIndex, way: string, fields: HTMLElement[], tools: (HTMLElement | null)[]): HTMLElement {
  const link = (value: string, words: string) => h("a", { class: "tool", "aria-current": way === value ? "true" : null, href: value ? `#network=${value}` : "#network" }, words);
  return h("form", { class: "filters", onsubmit: (event: Event) => event.preventDefault() }, h("span", { class: "tools" }, link("", "Kinds of law"), index.data.treaties.length ? link("topics", "Topics") : null, link("drawing", "Shared, as a drawing")), fields, h("span", { class: "tools" }, tools));
}

const rank = (number: number, steps: number[]) => `q${steps.filter((step) => number > step).length}`;

/** "act", and of international texts "international: convention". */
const kindOf = (law: Entity) => (law.category === "bill" ? "bill or draft" : law.kind === "other" ? "of other kinds" : law.kind.replace(/-/g, " "));

function wanted(index: CorpusIndex, group: string, tie: string): Cited[] {
  return index.cited.filter((one) => isNational(index.data.laws[one.law]) === (group === "") && (tie === "" || one.claim >= 0));
}

function statesByKinds(index: CorpusIndex): HTMLElement[] {
  const { laws, reports } = index.data;
  const group = choice("kind", "Law", [["", "national law"], ["international", "international texts"]], () => fill(), true);
  const tie = choice("tie", "Layer", [["", "cited under an article"], ["claimed", "the State’s claims alone"]], () => fill(), true);
  const order = choice("order", "Order", [["", "States by name"], ["most", "most laws first"]], () => fill(), true);
  const said = h("p", { class: "note", role: "status" });
  const scroll = h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "States by kinds of law" });
  let rows: [string, string, Map<string, Set<number>>][] = [];
  const fill = () => {
    const found = new Map<string, Map<string, Set<number>>>();
    const totals = new Map<string, Set<number>>();
    for (const { report, law } of wanted(index, group.value, tie.value)) {
      const state = reports[report].state;
      if (!state) continue;
      const kind = kindOf(laws[law]);
      const own = found.get(state) ?? new Map<string, Set<number>>();
      found.set(state, own.set(kind, (own.get(kind) ?? new Set()).add(law)));
      totals.set(kind, (totals.get(kind) ?? new Set()).add(law));
    }
    const columns = [...totals].sort((a, b) => b[1].size - a[1].size || a[0].localeCompare(b[0], "en")).map(([kind]) => kind);
    const sum = (own: Map<string, Set<number>>) => [...own.values()].reduce((all, one) => all + one.size, 0);
    rows = index.states().flatMap(([code, name]): typeof rows => (found.has(code) ? [[code, name, found.get(code)!]] : []));
    if (order.value) rows.sort((a, b) => sum(b[2]) - sum(a[2]));
    said.textContent = `${count(rows.length, "State")}, ${count(columns.length, "kind")}, ${count(new Set([...totals.values()].flatMap((own) => [...own])).size, "instrument")}. A number: different instruments of that kind.`;
    const cell = (code: string, name: string, kind: string, number: number) => {
      const words = `${name}: ${count(number, `instrument`)} of the kind ${kind}`;
      return number ? h("td", null, h("a", { class: rank(number, [2, 8, 20]), href: index.link({ of: kind, state: code }), "aria-label": words, title: words }, number)) : h("td", null, h("span", { class: "sr" }, "none"));
    };
    scroll.replaceChildren(
      h(
        "table",
        { class: "matrix upright" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, "State"), columns.map((kind) => h("th", { scope: "col" }, h("a", { href: index.link({ of: kind }) }, kind))), h("th", { scope: "col" }, h("span", { class: "all" }, "all")))),
        h("tbody", null, rows.map(([code, name, own]) => h("tr", null, h("th", { scope: "row" }, h("a", { href: index.link({ state: code }) }, name)), columns.map((kind) => cell(code, name, kind, own.get(kind)?.size ?? 0)), h("td", { class: "all" }, sum(own))))),
      ),
    );
    index.filtered = optionsNow();
  };
  fill();
  const sheet = { name: "States by kinds of law", head: ["state", "kind", "instruments"], rows: () => rows.flatMap(([code, , own]) => [...own].map(([kind, found]) => [code, kind, found.size])) };
  return [form(index, "", [group, tie, order], [csvButton(sheet)]), legend("instruments"), said, scroll];
}

function topicsByStates(index: CorpusIndex, abbreviation?: string): HTMLElement[] {
  const { treaties, reports } = index.data;
  const treaty = treaties.find((one) => one.abbreviation === abbreviation) ?? treaties[0];
  const tie = choice("tie", "Layer", [["", "said to carry it out"], ["cited", "cited under it"]], () => fill(), true);
  const order = choice("order", "Order", [["", "by article"], ["most", "most laws first"]], () => fill(), true);
  const said = h("p", { class: "note", role: "status" });
  const scroll = h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Topics by States" });
  const found = new Map<string, Cited[]>();
  for (const one of index.cited) {
    if (reports[one.report].treaty !== treaty.abbreviation) continue;
    for (const article of one.articles) {
      const key = `${reports[one.report].state} ${article}`;
      found.set(key, [...(found.get(key) ?? []), one]);
    }
  }
  const states = index.states().filter(([code]) => reports.some((report) => report.state === code && report.treaty === treaty.abbreviation));
  const all = treaty.articles.map(({ number, topic }) => ({ number, topic, counts: states.map(([code]) => index.countLaws(found.get(`${code} ${number}`) ?? [], number)) })).filter(({ counts }) => counts.some(({ cited }) => cited));
  let rows = all;
  const fill = () => {
    const of = ({ claimed, cited }: { claimed: number; cited: number }) => (tie.value ? cited : claimed);
    const sum = ({ counts }: (typeof all)[number]) => counts.reduce((whole, one) => whole + of(one), 0);
    rows = order.value ? [...all].sort((a, b) => sum(b) - sum(a)) : all;
    said.textContent = `${treaty.title}: ${count(rows.length, "article")}, ${count(states.length, "State")}. A number: national laws ${tie.value ? "cited under it" : "said to carry it out"}; the last column counts the States that have any.`;
    const cell = (number: string, [code, name]: [string, string], one: { claimed: number; cited: number }) => {
      const words = `${name}, article ${number}: ${one.claimed} of ${count(one.cited, "national law")} cited said to carry it out`;
      if (!of(one)) return h("td", null, h("span", { class: "sr" }, "none"));
      return h("td", null, h("a", { class: rank(of(one), [2, 8, 20]), href: index.link({ treaty: treaty.abbreviation, article: number, state: code }), "aria-label": words, title: words }, of(one)));
    };
    scroll.replaceChildren(
      h(
        "table",
        { class: "matrix" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, "Topic"), states.map(([code, name]) => h("th", { scope: "col" }, h("a", { href: index.link({ state: code }), title: name }, code, h("span", { class: "sr" }, `, ${name}`)))), h("th", { scope: "col" }, "States"))),
        h("tbody", null, rows.map(({ number, topic, counts }) => h("tr", null, h("th", { scope: "row" }, h("a", { href: index.link({ treaty: treaty.abbreviation, article: number }) }, `${number} · ${topic || "article"}`)), counts.map((one, n) => cell(number, states[n], one)), h("td", { class: "all" }, counts.filter((one) => of(one)).length)))),
      ),
    );
    index.filtered = optionsNow();
  };
  fill();
  const sheet = { name: `${treaty.abbreviation} topics by States`, head: ["treaty", "article", "topic", "state", "national laws claimed", "national laws cited"], rows: () => rows.flatMap(({ number, topic, counts }) => counts.map(({ claimed, cited }, n) => [treaty.abbreviation, number, topic, states[n][0], claimed, cited])) };
  const others = treaties.length > 1 ? h("select", { "aria-label": "Treaty", onchange: (event: Event) => (location.hash = `#network=topics,${(event.target as HTMLSelectElement).value}`) }, treaties.map((one) => h("option", { value: one.abbreviation, selected: one === treaty }, one.abbreviation))) : null;
  return [form(index, "topics", [...(others ? [others] : []), tie, order], [sparqlButton(index.data.queries, "compare-states"), csvButton(sheet)]), legend("laws"), said, scroll];
}

function legend(what: string): HTMLElement {
  return h("p", { class: "legend matrix" }, ["1 – 2", "3 – 8", "9 – 20", "more"].map((words, n) => h("span", null, h("i", { class: `swatch q${n}` }), n === 3 ? `${words} than 20 ${what}` : words)));
}

/** The instruments of one kind that a State, or any, cites. */
export function kindCard(index: CorpusIndex, kind: string, state?: string): HTMLElement {
  const { laws, reports } = index.data;
  const name = index.states().find(([code]) => code === state)?.[1];
  const found = new Map<number, Cited[]>();
  for (const one of index.cited) if (kindOf(laws[one.law]) === kind && (!state || reports[one.report].state === state)) found.set(one.law, [...(found.get(one.law) ?? []), one]);
  const places = (own: Cited[]) => new Set(own.map(({ quote }) => quote)).size;
  const rows = [...found].sort((a, b) => places(b[1]) - places(a[1]) || laws[a[0]].name.localeCompare(laws[b[0]].name, "en"));
  const sheet = { name: `${state ?? "all"} ${kind}`, head: ["state", "kind", "name", "id", "category", "date", "places"], rows: () => rows.map(([law, own]) => [laws[law].state, kind, laws[law].name, laws[law].id, laws[law].category, laws[law].date, places(own)]) };
  const list = longList(rows.map(([law, own]) => h("li", null, index.row(laws[law], [!state && laws[law].state, entityFacts(laws[law]), count(places(own), "place")]))), 60, "instrument");
  (list.querySelector("ol") ?? list).classList.add("rows");
  return h("article", { class: "card" }, kicker(name ?? "every State"), h("h2", null, `Of the kind “${kind}”`), h("div", { class: "block-head" }, h("p", { class: "note" }, `${count(rows.length, "instrument")} cited under an article, national and international.`), h("div", { class: "tools" }, csvButton(sheet))), rows.length ? list : null);
}
