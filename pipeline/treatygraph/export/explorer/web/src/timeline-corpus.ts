/** Over several reports: each State's laws by year beside its treaty actions and documents; or one State's in full. */
import { isNational } from "./claims";
import type { CorpusIndex } from "./corpus-index";
import { csvButton } from "./csv";
import { count, dateWords, h } from "./dom";
import { choice, optionsNow, wordsField } from "./options";
import { unitWords } from "./pieces";
import { sittingMoments } from "./sittings";
import { fold } from "./stems";
import { ACTION_WORDS, afterWords, axisOf, inOrder, isLater, LANE_WORDS, momentTable, plot, timelineLegend, yearOf, type Lane, type Moment, type Period } from "./timeline";
import { isCommittees, KIND_WORDS } from "./voices";

export function timeline(index: CorpusIndex, state: string): HTMLElement {
  const states = index.states();
  const chosen = states.some(([code]) => code === state) ? state : states.length === 1 ? states[0][0] : "";
  index.timed = chosen;
  const select = h("select", { "aria-label": "State", onchange: () => (location.hash = select.value ? `#timeline=${select.value}` : "#timeline") }, h("option", { value: "" }, "every State"), states.map(([code, name]) => h("option", { value: code, selected: code === chosen }, name)));
  return h(
    "section",
    { class: "timeline" },
    h("h1", null, "Timeline"),
    h("p", { class: "lead" }, "Dated national laws that the reports cite, by the year that they are dated, with the State’s treaty actions, its documents and the Committee’s, and the sessions that they print. A law that the reports do not date, or name by a later year than their own as programmes are by their end, is not here."),
    chosen ? oneState(index, chosen, select) : everyState(index, states, select),
  );
}

function oneState(index: CorpusIndex, state: string, select: HTMLElement): HTMLElement {
  const all = momentsOf(index, state);
  const periods = periodsOf(index, state);
  const body = h("div");
  const said = h("p", { class: "note", role: "status" });
  const words = wordsField("Find by name", () => fill(), true);
  const lanes = (Object.keys(LANE_WORDS) as Lane[]).filter((lane) => all.some((moment) => moment.lane === lane));
  const kinds = choice("kind", "Kind", [["", "everything"], ...lanes.map((lane): [string, string] => [lane, LANE_WORDS[lane][1]])], () => fill(), true);
  let shown = all;
  const fill = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    shown = all.filter(({ lane, name }) => (!kinds.value || lane === kinds.value) && wanted.every((word) => fold(name).includes(word)));
    said.textContent = `${count(shown.filter(({ lane }) => lane === "law" || lane === "bill").length, "dated law")}, ${count(shown.filter(({ lane }) => lane === "action").length, "treaty action")}. ${afterWords(shown)}`;
    body.replaceChildren(...(shown.length ? [timelineLegend(shown, periods), plot(shown, periods), momentTable(shown)] : [h("p", { class: "nothing" }, "Nothing dated is named so.")]));
    index.filtered = optionsNow();
  };
  fill();
  const sheet = { name: `${state} timeline`, head: ["state", "date", "kind", "name", "law"], rows: () => shown.map(({ date, lane, name, law }) => [state, date, LANE_WORDS[lane][0], name, law]) };
  return h("div", null, h("p", { class: "filters" }, select, words, kinds, h("span", { class: "tools" }, csvButton(sheet))), said, body);
}

function periodsOf(index: CorpusIndex, state: string): Period[] {
  const found = index.data.reports.flatMap((report) => (report.state === state && report.coverage ? [report.coverage] : []));
  return [...new Map(found.map((period) => [period.join(), period])).values()];
}

export function momentsOf(index: CorpusIndex, state: string): Moment[] {
  const { reports, laws, actions } = index.data;
  const own = new Set(reports.flatMap((report) => (report.state === state && report.treaty ? [report.treaty] : [])));
  const reportsOf = new Map<number, Set<string>>();
  for (const { law, report } of index.cited)
    if (reports[report].state === state && isNational(laws[law]) && laws[law].date && !isLater(laws[law].date!, reports[report].date ?? reports[report].received)) reportsOf.set(law, (reportsOf.get(law) ?? new Set()).add(reports[report].symbol));
  const dated = [...reportsOf].map(([law, symbols]): Moment => {
    const { id, name, date, category } = laws[law];
    return { date: date!, lane: category === "bill" ? "bill" : "law", name, href: index.link({ law: id }), law: id, more: `cited in ${[...symbols].join(", ")}` };
  });
  const seen = new Set<string>();
  const acted = actions.flatMap(([report, law, predicate, date, unit, anchor, page, key]): Moment[] => {
    const said = `${predicate} ${law} ${date}`;
    if (reports[report].state !== state || !ACTION_WORDS[predicate] || seen.has(said)) return [];
    seen.add(said);
    const { link, symbol } = reports[report];
    return [{ date, lane: "action", name: `${ACTION_WORDS[predicate]} ${laws[law].name}`, href: `${link}#${key ? `mention=${encodeURIComponent(key)}` : anchor}`, own: own.has(laws[law].id), more: [symbol, unitWords(unit).toLowerCase(), page && `page ${page}`].filter(Boolean).join(", ") }];
  });
  const documents = reports.flatMap(({ state: whose, date, received, symbol, link, kind }): Moment[] => {
    const when = date ?? received;
    if (whose !== state || !when) return [];
    return [{ date: when, lane: isCommittees(kind) ? "committee" : "document", name: symbol, href: link, more: kind ? KIND_WORDS[kind] : "" }];
  });
  const sittings = reports.flatMap(({ state: whose, sittings: rows, symbol, link }) => (whose === state ? sittingMoments(rows, symbol, (anchor) => (anchor ? `${link}#${anchor}` : link)) : []));
  return inOrder([...documents, ...sittings, ...acted, ...dated]);
}

/** A row a State: how many laws are of each year, and where its treaty actions and documents stand. */
function everyState(index: CorpusIndex, states: [string, string][], select: HTMLElement): HTMLElement {
  const rows = states.map(([code, name]) => ({ code, name, moments: momentsOf(index, code), periods: periodsOf(index, code) })).filter(({ moments }) => moments.length);
  const { years, earlier } = axisOf(rows.flatMap(({ moments }) => moments.map(({ date }) => yearOf(date))));
  const isLaw = ({ lane }: Moment) => lane === "law" || lane === "bill";
  const most = Math.max(1, ...rows.flatMap(({ moments }) => years.map((year) => moments.filter((moment) => isLaw(moment) && yearOf(moment.date) === year).length)));
  const sheet = { name: "timeline", head: ["state", "date", "kind", "name", "law"], rows: () => rows.flatMap(({ code, moments }) => moments.map(({ date, lane, name, law }) => [code, date, LANE_WORDS[lane][0], name, law])) };
  const strip = ({ code, name, moments, periods }: (typeof rows)[number]) => {
    const laws = moments.filter(isLaw);
    const said = `${name}: ${count(laws.length, "dated law")}${laws.length ? `, ${laws[0].date.slice(0, 4)} to ${laws.at(-1)!.date.slice(0, 4)}` : ""}`;
    const cells = years.map((year) => {
      const here = moments.filter(({ date }) => yearOf(date) === year);
      const bar = h("i", { class: "strip-bar" });
      bar.style.height = `${(100 * here.filter(isLaw).length) / most}%`;
      const marks = ["action", "document", "committee", "session"].flatMap((lane) => (here.some((moment) => moment.lane === lane && (lane !== "action" || moment.own)) ? [h("i", { class: `point ${lane} own` })] : []));
      return h("span", { class: periods.some(([from, to]) => from <= year && year <= to) ? "covered" : null }, marks, bar);
    });
    return h("li", null, h("a", { class: "strip-name", href: `#timeline=${code}`, "aria-label": said }, name), h("span", { class: "num" }, laws.length), h("a", { class: "strip", href: `#timeline=${code}`, tabindex: -1, "aria-hidden": "true", title: said }, cells));
  };
  const ticks = h("span", { class: "strip ticks", "aria-hidden": "true" }, years.map((year) => h("span", null, year % 10 ? "" : h("b", null, year))));
  const own = rows.flatMap(({ code, moments }) => moments.filter((moment) => moment.own || moment.lane === "document" || moment.lane === "committee" || moment.lane === "session").map((moment) => ({ ...moment, code })));
  return h(
    "div",
    null,
    h("p", { class: "filters" }, select, h("span", { class: "tools" }, csvButton(sheet))),
    h("p", { class: "legend" }, h("span", null, h("i", { class: "swatch strip-swatch" }), `laws of a year, up to ${most}`), h("span", null, h("i", { class: "point action own" }), "action on the treaty reported on"), h("span", null, h("i", { class: "point document" }), "the State’s document"), own.some(({ lane }) => lane === "committee") ? h("span", null, h("i", { class: "point committee" }), "the Committee’s document") : null, own.some(({ lane }) => lane === "session") ? h("span", null, h("i", { class: "point session" }), LANE_WORDS.session[1]) : null, h("span", null, h("i", { class: "swatch covered" }), "reporting period"), h("span", null, "The number: dated laws", earlier ? `, those before ${years[0]} too.` : ".")),
    h("ol", { class: "plain strips" }, h("li", { class: "head", "aria-hidden": "true" }, h("span", null), h("span", null), ticks), rows.map(strip)),
    h("details", { class: "as-table" }, h("summary", null, "Show as table: treaty actions, documents and sessions"), h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Treaty actions, documents and sessions" }, h("table", { class: "moments" }, h("thead", null, h("tr", null, ["State", "Date", "What", "Laws dated before, then and later"].map((words) => h("th", { scope: "col" }, words)))), h("tbody", null, own.map(({ code, date, name, href }) => h("tr", null, h("td", null, index.states().find(([one]) => one === code)![1]), h("td", null, dateWords(date)), h("td", null, h("a", { href }, name)), h("td", null, splitWords(rows.find((row) => row.code === code)!.moments.filter(isLaw), yearOf(date))))))))),
  );
}

function splitWords(laws: Moment[], year: number): string {
  const many = (test: (year: number) => boolean) => laws.filter(({ date }) => test(yearOf(date))).length;
  return `${many((one) => one < year)}, ${many((one) => one === year)}, ${many((one) => one > year)}`;
}
