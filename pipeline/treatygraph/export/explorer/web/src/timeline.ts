/** Dated things on an axis of years, each a link, and the same as a table. */
import { count, dateWords, h, type Child } from "./dom";

export type Lane = "document" | "committee" | "session" | "action" | "law" | "bill";

export interface Moment {
  /** As ISO or EDTF writes it: "2011-01-18", "1997". */
  date: string;
  lane: Lane;
  name: string;
  href: string;
  /** What further is said of it, in the table. */
  more?: Child;
  /** An action on the treaty that is reported on. */
  own?: boolean;
  law?: string;
}

/** The years that a report says it covers. */
export type Period = [number, number];

export const LANE_WORDS: Record<Lane, [string, string]> = {
  document: ["the State’s document", "the State’s documents"],
  committee: ["the Committee’s document", "the Committee’s documents"],
  session: ["sitting of the Committee", "the Committee’s sessions and meetings"],
  action: ["treaty action", "treaty actions"],
  law: ["national law", "national laws"],
  bill: ["bill or draft", "bills and drafts"],
};

/** Of a treaty, what the State did. */
export const ACTION_WORDS: Record<string, string> = { ratifiedBy: "ratified", accededBy: "acceded to", signedBy: "signed", partyTo: "party to", reservationWithdrawnBy: "withdrew a reservation to" };

/** So many years stand on the axis one by one; what is older is put together before them. */
const MOST_YEARS = 46;

export function yearOf(date: string): number {
  return Number(/^\d{4}/.exec(date)?.[0] ?? NaN);
}

/** Whether a law is named by a year after its document's: the end of a programme ("Strategy 2030"), not the law's date. */
export function isLater(date: string, document: string | null | undefined): boolean {
  return Boolean(document) && yearOf(date) > yearOf(document!);
}

/** The moments whose year is told, in time order; a year alone stands before the days of that year. */
export function inOrder(moments: Moment[]): Moment[] {
  const lanes = Object.keys(LANE_WORDS);
  return moments.filter(({ date }) => yearOf(date) > 0).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : lanes.indexOf(a.lane) - lanes.indexOf(b.lane) || a.name.localeCompare(b.name, "en", { numeric: true })));
}

/** The years of the axis; `earlier` tells whether older moments stand before them. */
export function axisOf(years: number[]): { years: number[]; earlier: boolean } {
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  return { years: Array.from({ length: last - first + 1 }, (_, n) => first + n), earlier: years.some((year) => year < first) };
}

/** The axis: a column a year, on a phone a row; within it, arrow keys go from mark to mark. */
export function plot(moments: Moment[], periods: Period[]): HTMLElement {
  const inPeriods = periods.flat();
  const { years, earlier } = axisOf([...moments.map(({ date }) => yearOf(date)), ...inPeriods]);
  const covered = (year: number) => periods.some(([from, to]) => from <= year && year <= to);
  const said = h("p", { class: "pointed", "aria-hidden": "true" }, "");
  const column = (name: string, own: Moment[], year?: number) => {
    const lane = (words: string, lanes: Lane[]) => h("span", { class: `lane ${words}` }, own.filter((moment) => lanes.includes(moment.lane)).map(markOf));
    return h("li", { class: ["year", own.length ? "" : "empty", year !== undefined && covered(year) ? "covered" : "", year !== undefined && (year % 5 || (earlier && year === years[0])) ? "" : "fifth"].filter(Boolean).join(" ") }, lane("documents", ["document", "committee", "session"]), lane("actions", ["action"]), lane("laws", ["law", "bill"]), h("span", { class: "year-name" }, name));
  };
  const list = h(
    "ol",
    { class: "plain years", "aria-label": "The axis of years" },
    earlier ? column(`–${years[0] - 1}`, moments.filter(({ date }) => yearOf(date) < years[0])) : null,
    years.map((year) => column(String(year), moments.filter(({ date }) => yearOf(date) === year), year)),
  );
  const marks = [...list.querySelectorAll<HTMLElement>("a")];
  marks[0]?.setAttribute("tabindex", "0");
  const point = (event: Event) => {
    const mark = (event.target as Element).closest<HTMLElement>("a");
    if (mark) said.textContent = mark.getAttribute("aria-label");
  };
  list.addEventListener("mouseover", point);
  list.addEventListener("focusin", point);
  list.addEventListener("keydown", (event) => walk(event, marks));
  return h("div", { class: "plot" }, list, said);
}

function markOf({ date, lane, name, href, own, law }: Moment): HTMLElement {
  const words = `${dateWords(date)}: ${name}`;
  return h("a", { class: `point ${lane}${own ? " own" : ""}`, href, tabindex: -1, "aria-label": words, title: words, "data-law": law });
}

function walk(event: KeyboardEvent, marks: HTMLElement[]): void {
  const at = marks.indexOf(event.target as HTMLElement);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 };
  const next = marks[steps[event.key]];
  if (at < 0 || !next || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  marks[at].setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** The same as a table, for reading, for paper and for who does not see the axis. */
export function momentTable(moments: Moment[]): HTMLElement {
  const row = ({ date, lane, name, href, more, own, law }: Moment) =>
    h("tr", { class: own || lane === "document" || lane === "committee" || lane === "session" ? "stands-out" : null }, h("td", null, dateWords(date)), h("td", null, h("i", { class: `point ${lane}${own ? " own" : ""}`, "aria-hidden": "true" }), h("span", { class: "sr" }, `${LANE_WORDS[lane][0]}: `), h("a", { href, "data-law": law }, name)), h("td", { class: "meta" }, more));
  return h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "The timeline as a table" }, h("table", { class: "moments" }, h("thead", null, h("tr", null, ["Date", "What", "Where"].map((words) => h("th", { scope: "col" }, words)))), h("tbody", null, moments.map(row))));
}

export function timelineLegend(moments: Moment[], periods: Period[]): HTMLElement {
  const lanes = (Object.keys(LANE_WORDS) as Lane[]).filter((lane) => moments.some((moment) => moment.lane === lane));
  return h(
    "p",
    { class: "legend" },
    lanes.map((lane) => h("span", null, h("i", { class: `point ${lane}` }), LANE_WORDS[lane][1])),
    moments.some(({ own }) => own) ? h("span", null, h("i", { class: "point action own" }), "of the treaty reported on") : null,
    periods.length ? h("span", null, h("i", { class: "swatch covered" }), `reporting period, ${periods.map(([from, to]) => (from === to ? String(from) : `${from} – ${to}`)).join("; ")}`) : null,
  );
}

/** "The Convention was ratified in 2009: 12 of 40 dated laws came after it." */
export function afterWords(moments: Moment[]): string {
  const first = moments.filter(({ lane, own, name }) => lane === "action" && own && !name.startsWith("signed"))[0];
  const laws = moments.filter(({ lane }) => lane === "law");
  if (!first || !laws.length) return "";
  const year = yearOf(first.date);
  const later = laws.filter(({ date }) => yearOf(date) > year).length;
  const same = laws.filter(({ date }) => yearOf(date) === year).length;
  return `Of ${count(laws.length, "dated national law")}, ${later} ${later === 1 ? "is" : "are"} of a later year than ${first.name.replace(/^(ratified|acceded to|party to) .*/, (_, verb: string) => ({ ratified: "the ratification", "acceded to": "the accession", "party to": "the treaty’s beginning for the State" })[verb]!)} (${year})${same ? `, ${same} of that year` : ""}.`;
}
