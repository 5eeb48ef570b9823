/** What the left side shows over several reports: the reports, States by articles, or all laws. */
import type { Cited, CorpusIndex } from "./corpus-index";
import { changesUnder } from "./conversation";
import { csvButton } from "./csv";
import { BASIS, ofCited, SAID_HEAD, saidCells } from "./claims";
import { CATEGORY_WORDS } from "./data";
import { count, dateWords, h, type Child } from "./dom";
import { joinNeighbours, numbersWords } from "./headings";
import { announce, choice, keep, optionsNow, wordsField } from "./options";
import { entityFacts, longList } from "./pieces";
import { readRoute } from "./routes";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

export function reports(index: CorpusIndex): HTMLElement {
  const { reports } = index.data;
  const columns: [string, (n: number) => Child, (n: number) => string | number | null, boolean][] = [
    ["Report", (n) => h("a", { href: reports[n].link }, reports[n].symbol), (n) => reports[n].symbol, false],
    ["State", (n) => (reports[n].state ? h("a", { href: index.link({ state: reports[n].state! }) }, reports[n].stateName) : ""), (n) => reports[n].stateName, false],
    ["Treaty", (n) => reports[n].treaty, (n) => reports[n].treaty, false],
    ["Date", (n) => (reports[n].date ? dateWords(reports[n].date!) : ""), (n) => reports[n].date, false],
    ["Pages", (n) => reports[n].pages ?? "", (n) => reports[n].pages, true],
    ["Instruments", (n) => reports[n].instruments, (n) => reports[n].instruments, true],
    ["National", (n) => reports[n].national, (n) => reports[n].national, true],
    ["Articles", (n) => ofCited(reports[n].claimed, reports[n].articles), (n) => reports[n].claimed, true],
  ];
  const body = h("tbody");
  const said = h("p", { class: "note", role: "status" });
  const words = wordsField("Filter by symbol, State, treaty", () => fill(), true);
  const heads = columns.map(([name, , value, number], at) => {
    const head = h("th", { scope: "col", class: number ? "num" : null }, h("button", { type: "button", onclick: () => (sortBy(at), fill(), announce()) }, name));
    return { head, value, number, key: name.toLowerCase() };
  });
  // "date" sorts by a column as its first click does, numbers from the highest down; "-date" the other way round.
  const sortBy = (at: number) => keep("order", readRoute().get("order") === heads[at].key ? `-${heads[at].key}` : heads[at].key);
  let order: number[] = [];
  const fill = () => {
    const sorted = readRoute().get("order") ?? "";
    const by = heads.find(({ key }) => key === sorted.replace(/^-/, ""));
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    order = reports.map((_, n) => n).filter((n) => wanted.every((word) => fold([reports[n].symbol, reports[n].stateName, reports[n].treaty].join(" ")).includes(word)));
    for (const { head } of heads) head.removeAttribute("aria-sort");
    if (by) {
      const sign = by.number === sorted.startsWith("-") ? 1 : -1;
      by.head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      order.sort((a, b) => {
        const [x, y] = [by.value(a) ?? "", by.value(b) ?? ""];
        return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en"));
      });
    }
    said.textContent = order.length === reports.length ? "" : `${order.length} of ${reports.length}.`;
    body.replaceChildren(...order.map((n) => h("tr", null, columns.map(([, show, , number]) => h("td", { class: number ? "num" : null }, show(n))))));
    index.filtered = optionsNow();
  };
  fill();
  const sheet = { name: "reports", head: [...columns.map(([name]) => name), "Articles cited under", "Paragraphs", "Provisions"], rows: () => order.map((n) => [...columns.map(([, , value]) => value(n)), reports[n].articles, reports[n].paragraphs, reports[n].provisions]) };
  return h(
    "section",
    null,
    h("h1", null, "Reports"),
    h("p", { class: "lead" }, "Choose a report to read it, or a State to see the law of all its reports. Articles: those that the State says a national law carries out, of those under which national law is cited."),
    h("p", { class: "filters" }, reports.length > 1 ? words : null, h("span", { class: "tools" }, csvButton(sheet))),
    said,
    h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Reports" }, h("table", { class: "reports" }, h("thead", null, h("tr", null, heads.map(({ head }) => head))), body)),
  );
}

export function matrix(index: CorpusIndex): HTMLElement {
  const treaty = index.data.treaties.find(({ abbreviation }) => abbreviation === index.treaty) ?? index.data.treaties[0];
  if (!treaty) return h("p", null, "No report under a core treaty.");
  const inTreaty = (n: number) => index.data.reports[n].treaty === treaty.abbreviation;
  const found = new Map<string, Cited[]>();
  for (const one of index.cited) {
    if (!inTreaty(one.report)) continue;
    for (const article of one.articles) {
      const key = `${index.data.reports[one.report].state} ${article}`;
      const known = found.get(key);
      if (known) known.push(one);
      else found.set(key, [one]);
    }
  }
  const counts = new Map([...found].map(([key, cited]) => [key, index.countLaws(cited, key.slice(key.indexOf(" ") + 1))]));
  const countOf = (code: string, number: string) => counts.get(`${code} ${number}`) ?? { claimed: 0, cited: 0 };
  const states = [...new Map(index.data.reports.filter((r) => r.treaty === treaty.abbreviation && r.state).map((r) => [r.state!, r.stateName!]))].sort((a, b) => a[1].localeCompare(b[1], "en"));
  const articles = treaty.articles.filter(({ number }) => states.some(([code]) => countOf(code, number).cited));
  const rank = (n: number) => (n > 20 ? 3 : n > 8 ? 2 : n > 2 ? 1 : 0);
  const cell = (code: string, name: string, numbers: string[]) => {
    const { claimed, cited } = index.countLaws(found.get(`${code} ${numbers[0]}`) ?? [], numbers);
    if (!cited) return h("td", { colspan: numbers.length }, h("span", { class: "sr" }, "none"));
    const said = `${name}, ${numbers.length > 1 ? "articles" : "article"} ${numbersWords(numbers)}${numbers.length > 1 ? ", one heading" : ""}: ${claimed} of ${count(cited, "national law")} cited said to carry it out`;
    const changes = changesUnder(index, code, treaty.abbreviation, numbers);
    const asked = changes.length ? `; the Committee asked for a change of ${changes.map((law) => index.data.laws[law].name).join(", ")}` : "";
    return h("td", { colspan: numbers.length }, h("a", { class: claimed ? `q${rank(claimed)}` : "cited-only", href: index.link({ treaty: treaty.abbreviation, article: numbers.join(), state: code }), "aria-label": said + asked, title: said + asked }, claimed, changes.length ? h("i", { class: "asked-change", "aria-hidden": "true" }) : null, share(claimed / cited)));
  };
  const cells = (code: string, name: string) => joinNeighbours(articles.map(({ number }) => number), (number) => found.get(`${code} ${number}`) ?? []).map((numbers) => cell(code, name, numbers));
  const sheet = {
    name: `${treaty.abbreviation} States by articles`,
    head: ["treaty", "state", "article", "national laws claimed", "national laws cited", "claimed and asked to be changed", ...SAID_HEAD],
    rows: () => states.flatMap(([code]) => articles.map(({ number }) => [treaty.abbreviation, code, number, countOf(code, number).claimed, countOf(code, number).cited, changesUnder(index, code, treaty.abbreviation, [number]).map((law) => index.data.laws[law].name).join("; "), ...saidCells(found.get(`${code} ${number}`) ?? [], number)])),
  };
  return h(
    "section",
    null,
    h("h1", null, "States by articles"),
    h("p", { class: "lead" }, `How many national laws each State says carry out each article of the ${treaty.title}; 0 where it only cites some. The line below a number is their share of those cited. Articles that a heading of the report joins are one cell. ${BASIS} More is not better.`, index.data.voices ? [" ", h("i", { class: "asked-change swatch-change" }), " The Committee asked for a change of a law that is said to carry the article out."] : null),
    h(
      "p",
      { class: "tools" },
      index.data.treaties.length > 1 ? index.data.treaties.map(({ abbreviation }) => h("a", { class: "tool", "aria-current": abbreviation === treaty.abbreviation ? "true" : null, href: `#states=${abbreviation}` }, abbreviation)) : null,
      sparqlButton(index.data.queries, "compare-states"),
      csvButton(sheet),
    ),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "group", "aria-label": "States by articles" },
      h(
        "table",
        { class: "matrix" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, h("span", { class: "sr" }, "State")), articles.map(({ number, topic }) => h("th", { scope: "col", title: topic }, h("a", { href: index.link({ treaty: treaty.abbreviation, article: number }) }, number))))),
        h("tbody", null, states.map(([code, name]) => h("tr", null, h("th", { scope: "row" }, h("a", { title: name, href: index.link({ state: code }) }, name)), cells(code, name)))),
      ),
    ),
  );
}

export function laws(index: CorpusIndex): HTMLElement {
  const rows = index.data.laws.map((law, n) => ({
    law,
    cited: index.citedOf[n],
    states: index.countStates(n),
    reports: new Set(index.citedOf[n].map(({ report }) => report)).size,
    places: new Set(index.citedOf[n].map(({ quote }) => quote)).size,
  }));
  rows.sort((a, b) => b.states.claimed - a.states.claimed || b.states.cited - a.states.cited || b.places - a.places || a.law.name.localeCompare(b.law.name, "en"));
  let shown = rows;
  const body = h("div");
  const said = h("p", { class: "note", role: "status" });
  const words = wordsField("Filter by name", () => fill(), true);
  const kinds = choice("kind", "Kind", [["", "every kind"], ...["law", "bill", "international"].map((kind): [string, string] => [kind, CATEGORY_WORDS[kind][1]])], () => fill(), true);
  const order = choice("order", "Order", [["", "most claims first"], ["name", "by name"], ["date", "by date"], ["places", "most places first"]], () => fill(), true);
  const sorters: Record<string, (a: (typeof rows)[number], b: (typeof rows)[number]) => number> = {
    name: (a, b) => a.law.name.localeCompare(b.law.name, "en", { numeric: true }),
    date: (a, b) => (a.law.date ?? "9").localeCompare(b.law.date ?? "9"),
    places: (a, b) => b.places - a.places,
  };
  const fill = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    shown = rows.filter(({ law }) => {
      const names = fold([law.name, ...(law.aliases ?? []), law.state ?? ""].join(" "));
      return wanted.every((word) => names.includes(word)) && (!kinds.value || law.category === kinds.value);
    });
    if (sorters[order.value]) shown.sort(sorters[order.value]);
    index.filtered = optionsNow();
    said.textContent = shown.length === rows.length ? `${rows.length.toLocaleString("en")} in all.` : `${shown.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}.`;
    body.replaceChildren(
      longList(
        shown.map(({ law, states, reports, places }) => h("li", null, index.row(law, [law.state, entityFacts(law), statesWords(states), count(reports, "report"), count(places, "place")]))),
        100,
        "law",
      ),
    );
    (body.querySelector("ol") ?? body).classList.add("rows");
  };
  fill();
  const sheet = { name: "laws", head: ["id", "iri", "name", "state", "category", "kind", "date", "States that claim", "States that cite", "reports", "places", ...SAID_HEAD], rows: () => shown.map(({ law, cited, states, reports, places }) => [law.id, law.iri, law.name, law.state, law.category, law.kind, law.date, states.claimed, states.cited, reports, places, ...saidCells(cited)]) };
  return h("section", null, h("h1", null, "Laws and other instruments"), h("p", { class: "lead" }, "One entry where reports name the same instrument; first what most States make a claim of: that it carries an article out or supports it, is planned, falls short or was repealed."), h("p", { class: "filters" }, words, kinds, order), h("div", { class: "block-head" }, said, h("div", { class: "tools" }, sparqlButton(index.data.queries, "laws-under-several-treaties"), csvButton(sheet))), body);
}

function share(part: number): HTMLElement {
  const line = h("i", { class: "share", "aria-hidden": "true" });
  line.style.width = `${(100 * part).toFixed(0)}%`;
  return line;
}

/** "claimed by 2 of 5 States that cite it" */
export function statesWords({ claimed, cited }: { claimed: number; cited: number }): string {
  return cited ? `claimed by ${claimed} of ${count(cited, "State")} citing it` : "";
}
