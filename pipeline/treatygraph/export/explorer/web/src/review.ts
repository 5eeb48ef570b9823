/** What a reader judges of a link, a claim or a mention: kept in the browser, and saved as review.csv for the next build. */
import { CLAIM_WORDS, claimsOf } from "./claims";
import { csvText, save } from "./csv";
import type { Citation, Entity, JudgementRow, ReportIndex } from "./data";
import { count, h, type Child } from "./dom";
import { unitWords } from "./pieces";

const COLUMNS = ["report", "paragraph", "judged", "law", "article", "words", "nth", "verdict", "instead", "remark", "by"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;
/** What is judged: a row without its verdict, and what it is called. */
interface Judged {
  row: Pick<Row, "judged" | "law" | "article" | "words" | "nth">;
  words: string;
}

const KEPT = "treatygraph-review:";
const NAME = "treatygraph-reviewer";
// A page opened from a file may have no storage; what is judged then lasts as long as the page.
const memory = new Map<string, string>();

function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? "";
  } catch {
    return memory.get(key) ?? "";
  }
}

function keep(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is kept in memory.
  }
}

function keyOf(row: Row): string {
  return [row.paragraph, row.judged, row.law, row.article, row.words, row.nth].join("\t");
}

/** The rows of this report: those that the build carried out, and over them those of this browser, by what is judged. */
function rowsOf(index: ReportIndex): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const judgement of index.data.judgements ?? []) {
    const row = readBuilt(index.data.report.symbol, judgement);
    rows.set(keyOf(row), row);
  }
  for (const row of kept(index)) rows.set(keyOf(row), row);
  return rows;
}

function readBuilt(report: string, judgement: JudgementRow): Row {
  const { instead, nth, ...rest } = judgement;
  const empty = Object.fromEntries(COLUMNS.map((name) => [name, ""])) as Row;
  return { ...empty, ...rest, report, instead: (instead ?? []).join(" "), nth: nth ? String(nth) : "" };
}

function kept(index: ReportIndex): Row[] {
  try {
    const rows = JSON.parse(recall(KEPT + index.data.report.symbol) || "[]") as Row[];
    return Array.isArray(rows) ? rows.filter((row) => COLUMNS.every((name) => typeof row[name] === "string")) : [];
  } catch {
    return [];
  }
}

function put(index: ReportIndex, key: string, row?: Row): void {
  const rows = kept(index).filter((known) => keyOf(known) !== key);
  keep(KEPT + index.data.report.symbol, JSON.stringify(row ? [...rows, row] : rows));
  tray(index);
}

/** Says at the foot of the page how much was judged in this browser, and saves it; nothing where nothing was. */
export function tray(index: ReportIndex): void {
  const judged = kept(index).length;
  const rows = () => [...rowsOf(index).values()].map((row) => COLUMNS.map((name) => row[name]));
  const sheet = { name: "review", head: [...COLUMNS], rows };
  const forget = () => {
    keep(KEPT + index.data.report.symbol, "[]");
    tray(index);
  };
  const told = h(
    "aside",
    { id: "review-tray", class: "review-tray", "aria-label": "What you judged" },
    h("span", { role: "status" }, `${count(judged, "judgement")} of yours in this browser`),
    h("button", { type: "button", class: "tool", title: "Save it beside the reports’ folders, and build again", onclick: () => save(sheet) }, "Download review.csv"),
    h("button", { type: "button", class: "tool", onclick: forget }, "Forget them"),
  );
  document.getElementById("review-tray")?.remove();
  if (!judged) return;
  document.body.append(told);
  void mayTheService().then((may) => may && told.firstChild!.after(saver(index, told)));
}

/** Where `serve` keeps what is judged; null where the page is a file. */
const SERVICE = location.protocol.startsWith("http") ? new URL("/review", location.href).href : null;
let asked: Promise<boolean> | undefined;

/** Whether the page comes from a service that saves; asked once. */
function mayTheService(): Promise<boolean> {
  if (!SERVICE) return Promise.resolve(false);
  return (asked ??= fetch(SERVICE)
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((record: { saves?: unknown } | null) => record?.saves === true)
    .catch(() => false));
}

/** Sends the rows of this browser to the service, which puts them into the folder's review.csv. */
function saver(index: ReportIndex, told: HTMLElement): HTMLElement {
  const say = (words: string) => (told.querySelector("[role=status]")!.textContent = words);
  const send = async () => {
    const rows = kept(index).map((row) => COLUMNS.map((name) => row[name]));
    const body = csvText({ name: "review", head: [...COLUMNS], rows: () => rows });
    try {
      const answer = await fetch(SERVICE!, { method: "POST", headers: { "Content-Type": "text/csv; charset=utf-8" }, body });
      say(answer.ok ? `${count(rows.length, "judgement")} saved into review.csv; the next build honours them` : `Not saved: ${(await answer.text()).trim()}`);
    } catch {
      say("Not saved: the service does not answer");
    }
  };
  return h("button", { type: "button", class: "tool", title: "Put them into review.csv beside the reports’ folders", onclick: () => void send() }, "Save into the folder");
}

/** Adds to a place that cites a law what was judged of it, and the means to judge it. */
export function judgeable(item: HTMLElement, index: ReportIndex, entity: Entity, citations: Citation[], article?: string): HTMLElement {
  if (!citations.length) return item;
  const unit = index.data.units[citations[0].unit].id;
  const { treaty } = index.data.report;
  const articles = [...new Set(citations.flatMap((citation) => citation.articles))].filter((number) => number && (article === undefined || number === article));
  const link = { judged: "link", law: entity.id, words: "", nth: "" };
  const judged = articles.flatMap((number): Judged[] => [
    ...claimsOf(citations, number).map((claim) => ({ row: { ...link, judged: "claim", article: number }, words: `${CLAIM_WORDS[claim]} article ${number} of ${treaty}` })),
    { row: { ...link, article: number }, words: `is cited under article ${number} of ${treaty}` },
  ]);
  if (!judged.length) return item;
  item.append(...panel(index, unit, judged, entity.name));
  return item;
}

/** The means to judge the words of a mention. */
export function judgeMention(index: ReportIndex, chosen: number): Child {
  const { unit, start, end } = index.data.mentions[chosen];
  const text = index.text(unit);
  const words = text.slice(start, end);
  let nth = 1;
  for (let at = text.indexOf(words); at >= 0 && at < start; at = text.indexOf(words, at + 1)) nth++;
  const row = { judged: "mention", law: "", article: "", words, nth: String(nth) };
  return panel(index, index.data.units[unit].id, [{ row, words: "names what it is said to name" }], `“${words}”`);
}

function panel(index: ReportIndex, unit: string, judged: Judged[], subject: string): HTMLElement[] {
  const said = h("ul", { class: "plain judged" });
  const show = () => said.replaceChildren(...[...rowsOf(index).values()].filter((row) => judged.some((one) => keyOf({ ...row, ...one.row }) === keyOf(row)) && row.paragraph === unit).map((row) => verdictLine(row, show, index)));
  show();
  const body = h("div", { class: "judge-body" });
  const details = h(
    "details",
    { class: "judge", ontoggle: () => details.open && !body.firstChild && body.append(form(index, unit, judged, subject, show)) },
    h("summary", null, "Judge"),
    body,
  );
  return [said, details];
}

function verdictLine(row: Row, show: () => void, index: ReportIndex): HTMLElement {
  const what = row.judged === "mention" ? "mention" : `${row.judged}, article ${row.article}`;
  const verdict = row.verdict === "another" ? `another article: ${row.instead}` : row.verdict;
  const own = kept(index).some((known) => keyOf(known) === keyOf(row));
  const take = () => {
    put(index, keyOf(row));
    show();
  };
  return h(
    "li",
    { class: `verdict ${row.verdict}` },
    h("b", null, verdict),
    ` (${what}) · ${row.by}`,
    row.remark ? `: ${row.remark}` : "",
    own ? h("button", { type: "button", class: "more", onclick: take }, "Take back") : null,
  );
}

function form(index: ReportIndex, unit: string, judged: Judged[], subject: string, show: () => void): HTMLElement {
  const what = h("select", null, judged.map((one, place) => h("option", { value: place }, one.words)));
  const link = judged[0].row.judged !== "mention";
  const instead = h("input", { type: "text", autocomplete: "off", placeholder: "18" });
  const remark = h("input", { type: "text", autocomplete: "off" });
  const by = h("input", { type: "text", autocomplete: "name", required: true, value: recall(NAME) });
  const told = h("p", { class: "note", role: "status" });
  const decide = (verdict: string) => () => {
    const numbers = instead.value.split(/[\s;,]+/).filter(Boolean);
    const unknown = numbers.filter((number) => !index.article(number));
    const want = !by.value.trim() ? "Say who decides." : verdict !== "another" ? "" : !numbers.length ? "Say which article it is." : unknown.length ? `The treaty has no article ${unknown.join(", ")}.` : "";
    told.textContent = want;
    if (want) return (by.value.trim() ? instead : by).focus();
    keep(NAME, by.value.trim());
    const row: Row = { report: index.data.report.symbol, paragraph: unit, ...judged[Number(what.value)].row, verdict, instead: verdict === "another" ? numbers.join(" ") : "", remark: remark.value.trim(), by: by.value.trim() };
    put(index, keyOf(row), row);
    show();
    told.textContent = "Kept in this browser; save review.csv for the next build.";
  };
  const verdict = (name: string, words: string) => h("button", { type: "button", class: `tool ${name}`, onclick: decide(name) }, words);
  const labelled = (words: string, field: HTMLElement) => h("label", null, h("span", null, words), field);
  return h(
    "div",
    { class: "judge-form", role: "group", "aria-label": `Judge: ${subject}, ${unitWords(unit).toLowerCase()}` },
    labelled(`${unitWords(unit)} says that it`, what),
    link ? labelled("If another article, which", instead) : null,
    labelled("Remark", remark),
    labelled("Who decides", by),
    h("p", { class: "tools" }, verdict("right", "Right"), verdict("wrong", "Wrong"), link ? verdict("another", "Another article") : null),
    told,
  );
}
