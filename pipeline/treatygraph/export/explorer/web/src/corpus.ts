/** The page over several reports: reports, States by articles, the law they share; and the evidence for each. */
import { makeBar } from "./bar";
import { csvButton } from "./csv";
import type { CorpusData, Entity, NodeRow, Strength } from "./data";
import { CATEGORY_WORDS, compareArticles, STRENGTH_MEANING, STRENGTHS } from "./data";
import { count, dateWords, h, type Child } from "./dom";
import { NetworkStage } from "./network";
import { entityFacts, kicker, longList, section, strengthMark } from "./pieces";
import { readRoute, type Route } from "./routes";
import { TextSearch } from "./search";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

interface Cited {
  report: number;
  quote: number;
  law: number;
  strength: Strength;
  articles: string[];
  division: string;
  sharedBy: number;
}

const text = document.getElementById("text")!;
const side = document.getElementById("side")!;

export function startCorpus(data: CorpusData): void {
  const reported = (treaty: { abbreviation: string }) => data.reports.filter((report) => report.treaty === treaty.abbreviation).length;
  data.treaties.sort((a, b) => reported(b) - reported(a));
  const page = new CorpusPage(data);
  const first = data.treaties[0]?.abbreviation;
  const stage = (name: string) => (route: Route) => stageOf(route) === name;
  const bar = makeBar(h("a", { href: "#reports" }, h("b", null, "Reports"), h("span", null, count(data.reports.length, "report"))), [
    { name: "Reports", hash: "#reports", current: stage("reports") },
    ...(first ? [{ name: "States by articles", hash: `#states=${first}`, current: stage("states") }] : []),
    { name: "Laws", hash: "#laws", current: stage("laws") },
    { name: "Network", hash: "#network", current: stage("network") },
  ], "Search laws, States, articles");
  addEventListener("hashchange", () => (page.show(), bar.update()));
  addEventListener("themechange", () => page.network?.recolour());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog")) location.hash = page.stageHash();
    if (event.key !== "/" || (event.target as Element).closest?.("input, select, textarea")) return;
    event.preventDefault();
    bar.search.focus();
  });
  page.show();
  bar.update();
}

function stageOf(route: Route): string {
  for (const stage of ["reports", "states", "laws", "network"]) if (route.has(stage)) return stage;
  return document.body.dataset.stage ?? "reports";
}

class CorpusPage {
  network?: NetworkStage;
  private readonly cited: Cited[];
  private readonly citedOf: Cited[][];
  private readonly lawById = new Map<string, number>();
  private readonly content = h("div", { class: "content" });
  private readonly stage = h("div", { id: "stage", hidden: true });
  private shown = "";
  private treaty = "";
  private searcher?: TextSearch;

  constructor(private readonly data: CorpusData) {
    this.cited = data.citations.map(([report, quote, law, strength, articles, division, sharedBy]) => ({ report, quote, law, strength, articles, division, sharedBy }));
    this.citedOf = data.laws.map(() => []);
    for (const cited of this.cited) this.citedOf[cited.law].push(cited);
    data.laws.forEach((law, n) => this.lawById.set(law.id, n));
    this.treaty = data.treaties[0]?.abbreviation ?? "";
    side.tabIndex = -1;
    text.after(this.stage);
    side.append(h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => (location.hash = this.stageHash()) }, "×"), this.content);
  }

  stageHash(): string {
    const stage = document.body.dataset.stage ?? "reports";
    return stage === "states" ? `#states=${this.treaty}` : `#${stage}`;
  }

  show(): void {
    const route = readRoute();
    this.openStage(route);
    this.content.replaceChildren(this.card(route));
    side.scrollTop = 0;
    const bare = [...route.keys()].every((key) => ["reports", "states", "laws", "network"].includes(key));
    document.body.dataset.side = bare ? "closed" : "open";
    document.title = `${this.content.querySelector("h2")?.textContent ?? "Reports"} · treatygraph`;
  }

  private link(parts: Record<string, string>): string {
    const own = Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    const stage = this.stageHash().slice(1);
    return `#${stage}&${own}`;
  }

  private openStage(route: Route): void {
    const stage = stageOf(route);
    if (route.get("states")) this.treaty = route.get("states")!;
    const key = stage === "states" ? `states ${this.treaty}` : stage;
    document.body.dataset.stage = stage;
    text.hidden = stage === "network";
    this.stage.hidden = stage !== "network";
    if (stage === "network") {
      this.network ??= this.makeNetwork();
      if (!this.network.element.isConnected) this.stage.append(this.network.element);
      this.network.start();
      const law = this.lawById.get(route.get("law") ?? "");
      const state = route.get("state");
      this.network.select(state !== undefined ? ([kind, ref]) => kind === "state" && ref === state : law !== undefined ? ([kind, ref]) => kind !== "state" && kind !== "own" && ref === law : null);
    } else if (key !== this.shown) {
      text.replaceChildren(stage === "states" ? this.matrix() : stage === "laws" ? this.laws() : this.reports());
    }
    this.shown = key;
  }

  private card(route: Route): HTMLElement {
    if (route.has("law")) return this.lawCard(route.get("law")!);
    if (route.has("article")) return this.articleCard(route.get("treaty") ?? this.treaty, route.get("article")!, route.get("state"));
    if (route.has("state")) return this.stateCard(route.get("state")!);
    if (route.get("search")) return this.searchCard(route.get("search")!);
    return this.overview();
  }

  // Stages.

  private reports(): HTMLElement {
    const { reports } = this.data;
    const columns: [string, (n: number) => Child, (n: number) => string | number | null, boolean][] = [
      ["Report", (n) => h("a", { href: reports[n].link }, reports[n].symbol), (n) => reports[n].symbol, false],
      ["State", (n) => (reports[n].state ? h("a", { href: this.link({ state: reports[n].state! }) }, reports[n].stateName) : ""), (n) => reports[n].stateName, false],
      ["Treaty", (n) => reports[n].treaty, (n) => reports[n].treaty, false],
      ["Date", (n) => (reports[n].date ? dateWords(reports[n].date!) : ""), (n) => reports[n].date, false],
      ["Pages", (n) => reports[n].pages ?? "", (n) => reports[n].pages, true],
      ["Instruments", (n) => reports[n].instruments, (n) => reports[n].instruments, true],
      ["National", (n) => reports[n].national, (n) => reports[n].national, true],
      ["Articles", (n) => reports[n].articles, (n) => reports[n].articles, true],
    ];
    const order = reports.map((_, n) => n);
    const body = h("tbody");
    const fill = () => body.replaceChildren(...order.map((n) => h("tr", null, columns.map(([, show, , number]) => h("td", { class: number ? "num" : null }, show(n))))));
    const heads = columns.map(([name, , value, number], at) => {
      const head = h("th", { scope: "col", class: number ? "num" : null }, h("button", { type: "button", onclick: () => sort(at) }, name));
      return { head, value, number };
    });
    const sort = (at: number) => {
      const { head, value, number } = heads[at];
      const down = head.getAttribute("aria-sort") === (number ? "descending" : "ascending") ? -1 : 1;
      const sign = (number ? -1 : 1) * down;
      for (const other of heads) other.head.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      order.sort((a, b) => {
        const [x, y] = [value(a) ?? "", value(b) ?? ""];
        return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en"));
      });
      fill();
    };
    fill();
    const sheet = { name: "reports", head: [...columns.map(([name]) => name), "Paragraphs", "Provisions"], rows: () => order.map((n) => [...columns.map(([, , value]) => value(n)), reports[n].paragraphs, reports[n].provisions]) };
    return h(
      "section",
      null,
      h("h1", null, "Reports"),
      h("p", { class: "lead" }, "Choose a report to read it, or a State to see the law that it cites in all its reports."),
      h("p", { class: "tools" }, csvButton(sheet)),
      h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Reports" }, h("table", null, h("thead", null, h("tr", null, heads.map(({ head }) => head))), body)),
    );
  }

  private matrix(): HTMLElement {
    const treaty = this.data.treaties.find(({ abbreviation }) => abbreviation === this.treaty) ?? this.data.treaties[0];
    if (!treaty) return h("p", null, "No report under a core treaty.");
    const inTreaty = (n: number) => this.data.reports[n].treaty === treaty.abbreviation;
    const laws = new Map<string, Set<number>>();
    for (const { report, law, articles } of this.cited) {
      if (!inTreaty(report) || this.data.laws[law].category !== "law") continue;
      for (const article of articles) {
        const key = `${this.data.reports[report].state} ${article}`;
        laws.set(key, (laws.get(key) ?? new Set()).add(law));
      }
    }
    const states = [...new Map(this.data.reports.filter((r) => r.treaty === treaty.abbreviation && r.state).map((r) => [r.state!, r.stateName!]))].sort((a, b) => a[1].localeCompare(b[1], "en"));
    const articles = treaty.articles.filter(({ number }) => states.some(([code]) => laws.has(`${code} ${number}`)));
    const rank = (n: number) => (n > 20 ? 3 : n > 8 ? 2 : n > 2 ? 1 : 0);
    const cell = (code: string, name: string, number: string) => {
      const found = laws.get(`${code} ${number}`)?.size ?? 0;
      if (!found) return h("td", null, h("span", { class: "sr" }, "none"));
      const said = `${name}, article ${number}: ${count(found, "national law")}`;
      return h("td", null, h("a", { class: `q${rank(found)}`, href: this.link({ treaty: treaty.abbreviation, article: number, state: code }), "aria-label": said, title: said }, found));
    };
    const sheet = {
      name: `${treaty.abbreviation} States by articles`,
      head: ["treaty", "state", "article", "national laws"],
      rows: () => states.flatMap(([code]) => articles.map(({ number }) => [treaty.abbreviation, code, number, laws.get(`${code} ${number}`)?.size ?? 0])),
    };
    return h(
      "section",
      null,
      h("h1", null, "States by articles"),
      h("p", { class: "lead" }, `How many national laws in force each State cites under each article of the ${treaty.title}. A number repeats what reports say; more is not better.`),
      h(
        "p",
        { class: "tools" },
        this.data.treaties.length > 1 ? this.data.treaties.map(({ abbreviation }) => h("a", { class: "tool", "aria-current": abbreviation === treaty.abbreviation ? "true" : null, href: `#states=${abbreviation}` }, abbreviation)) : null,
        sparqlButton(this.data.queries, "compare-states"),
        csvButton(sheet),
      ),
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "group", "aria-label": "States by articles" },
        h(
          "table",
          { class: "matrix" },
          h("thead", null, h("tr", null, h("th", { scope: "col" }, h("span", { class: "sr" }, "State")), articles.map(({ number, topic }) => h("th", { scope: "col", title: topic }, h("a", { href: this.link({ treaty: treaty.abbreviation, article: number }) }, number))))),
          h("tbody", null, states.map(([code, name]) => h("tr", null, h("th", { scope: "row" }, h("a", { href: this.link({ state: code }) }, name)), articles.map(({ number }) => cell(code, name, number))))),
        ),
      ),
    );
  }

  private laws(): HTMLElement {
    const rows = this.data.laws.map((law, n) => ({
      law,
      states: new Set(this.citedOf[n].map(({ report }) => this.data.reports[report].state)).size,
      reports: new Set(this.citedOf[n].map(({ report }) => report)).size,
      places: new Set(this.citedOf[n].map(({ quote }) => quote)).size,
    }));
    rows.sort((a, b) => b.states - a.states || b.places - a.places || a.law.name.localeCompare(b.law.name, "en"));
    let shown = rows;
    const body = h("div");
    const said = h("p", { class: "note", role: "status" });
    const words = h("input", { type: "search", "aria-label": "Filter by name", placeholder: "Filter by name", oninput: () => fill() });
    const kinds = h("select", { "aria-label": "Kind", onchange: () => fill() }, h("option", { value: "" }, "every kind"), ["law", "bill", "international"].map((kind) => h("option", { value: kind }, CATEGORY_WORDS[kind][1])));
    const fill = () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      shown = rows.filter(({ law }) => {
        const names = fold([law.name, ...(law.aliases ?? []), law.state ?? ""].join(" "));
        return wanted.every((word) => names.includes(word)) && (!kinds.value || law.category === kinds.value);
      });
      said.textContent = shown.length === rows.length ? `${rows.length.toLocaleString("en")} in all.` : `${shown.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}.`;
      body.replaceChildren(
        longList(
          shown.map(({ law, reports, places }) => h("li", null, this.row(law, [law.state, entityFacts(law), count(reports, "report"), count(places, "place")]))),
          100,
          "law",
        ),
      );
      (body.querySelector("ol") ?? body).classList.add("rows");
    };
    fill();
    const sheet = { name: "laws", head: ["id", "iri", "name", "state", "category", "kind", "date", "states", "reports", "places"], rows: () => shown.map(({ law, states, reports, places }) => [law.id, law.iri, law.name, law.state, law.category, law.kind, law.date, states, reports, places]) };
    return h("section", null, h("h1", null, "Laws and other instruments"), h("p", { class: "lead" }, "One entry where reports name the same instrument; most shared first."), h("p", { class: "filters" }, words, kinds), h("div", { class: "block-head" }, said, h("div", { class: "tools" }, sparqlButton(this.data.queries, "laws-under-several-treaties"), csvButton(sheet))), body);
  }

  private makeNetwork(): NetworkStage {
    const names = new Map(this.data.reports.map(({ state, stateName }) => [state, stateName]));
    return new NetworkStage({
      ...this.data.network,
      label: ([kind, ref, , , weight]: NodeRow) =>
        kind === "state" ? (names.get(String(ref)) ?? String(ref)) : kind === "own" ? `${weight} that only ${names.get(String(ref)) ?? ref} cites` : this.data.laws[Number(ref)].name,
      sign: ([, ref]) => String(ref),
      choose: (row) => {
        if (!row) location.hash = "#network";
        else if (row[0] === "state" || row[0] === "own") location.hash = `#network&state=${row[1]}`;
        else location.hash = `#network&law=${encodeURIComponent(this.data.laws[Number(row[1])].id)}`;
      },
      anchors: ["state"],
      strengths: false,
      words: "An aggregated view: States stand on the circle, instruments that several States cite inside it; all that only one State cites is one node beside the State.",
      list: "The same as a list",
    });
  }

  // Cards.

  private overview(): HTMLElement {
    const { reports, laws, treaties } = this.data;
    const states = new Set(reports.map(({ state }) => state)).size;
    const shared = laws.map((law, n) => ({ law, states: new Set(this.citedOf[n].map(({ report }) => reports[report].state)).size })).filter((row) => row.states > 1);
    shared.sort((a, b) => b.states - a.states || a.law.name.localeCompare(b.law.name, "en"));
    return h(
      "article",
      { class: "card" },
      kicker("at a glance"),
      h("h2", null, `${count(reports.length, "report")} of ${count(states, "State")}`),
      h("p", { class: "lead" }, `Under ${treaties.map(({ abbreviation }) => abbreviation).join(", ")}; they name ${count(laws.length, "instrument")} in ${count(this.data.quotes.length, "citation")}.`),
      shared.length ? section("Cited by most States", null, h("ol", { class: "plain rows" }, shared.slice(0, 12).map(({ law, states: n }) => h("li", null, this.row(law, [entityFacts(law), count(n, "State")]))))) : null,
      section("States", null, h("p", { class: "chips" }, this.states().map(([code, name]) => h("a", { class: "chip", href: this.link({ state: code }) }, name)))),
    );
  }

  private states(): [string, string][] {
    const names = new Map<string, string>();
    for (const { state, stateName } of this.data.reports) if (state) names.set(state, stateName ?? state);
    return [...names].sort((a, b) => a[1].localeCompare(b[1], "en"));
  }

  private row(law: Entity, meta: (string | undefined | false)[]): HTMLElement {
    return h("a", { class: "row", href: this.link({ law: law.id }) }, h("span", { class: `entity ${law.category}` }, law.name), h("span", { class: "meta" }, meta.filter(Boolean).join(" · ")));
  }

  private stateCard(code: string): HTMLElement {
    const reports = this.data.reports.flatMap((report, n) => (report.state === code ? [{ report, n }] : []));
    if (!reports.length) return h("article", { class: "card" }, h("h2", null, "No report of this State"));
    const own = new Set(reports.map(({ n }) => n));
    const laws = new Map<number, Cited[]>();
    for (const cited of this.cited) if (own.has(cited.report)) laws.set(cited.law, [...(laws.get(cited.law) ?? []), cited]);
    const ranked = [...laws].sort((a, b) => b[1].length - a[1].length);
    const block = (category: string) => {
      const found = ranked.filter(([law]) => this.data.laws[law].category === category);
      const items = found.map(([law, cited]) => {
        const citing = [...new Set(cited.map(({ report }) => this.data.reports[report].symbol))];
        return h("li", null, this.row(this.data.laws[law], [entityFacts(this.data.laws[law]), count(new Set(cited.map(({ quote }) => quote)).size, "place"), citing.length > 1 ? citing.join(", ") : ""]));
      });
      return items.length ? section([`${CATEGORY_WORDS[category][1][0].toUpperCase()}${CATEGORY_WORDS[category][1].slice(1)} `, h("small", null, items.length)], null, longList(items, 15, "instrument")) : null;
    };
    return h(
      "article",
      { class: "card" },
      kicker("State party"),
      h("h2", null, reports[0].report.stateName),
      section("Reports", null, h("ul", { class: "plain" }, reports.map(({ report }) => h("li", null, h("a", { href: report.link }, report.symbol), " ", h("span", { class: "meta" }, [report.treaty, report.date && dateWords(report.date), count(report.paragraphs, "paragraph")].filter(Boolean).join(" · ")))))),
      block("law"),
      block("bill"),
      block("international"),
    );
  }

  private lawCard(id: string): HTMLElement {
    const n = this.lawById.get(id);
    if (n === undefined) return h("article", { class: "card" }, h("h2", null, "No such instrument"));
    const law = this.data.laws[n];
    const byReport = new Map<number, Cited[]>();
    for (const cited of this.citedOf[n]) byReport.set(cited.report, [...(byReport.get(cited.report) ?? []), cited]);
    return h(
      "article",
      { class: `card ${law.category}` },
      kicker(CATEGORY_WORDS[law.category][0], law.kind !== "other" && law.kind, law.state),
      h("h2", null, law.name),
      h(
        "dl",
        { class: "facts" },
        law.number ? h("div", null, h("dt", null, "Number"), h("dd", null, law.number)) : null,
        law.date ? h("div", null, h("dt", null, "Date"), h("dd", null, dateWords(law.date))) : null,
        law.aliases?.length ? h("div", null, h("dt", null, "Also called"), h("dd", null, h("ul", { class: "names" }, law.aliases.map((name) => h("li", null, name))))) : null,
        h("div", null, h("dt", null, "IRI"), h("dd", null, h("code", { class: "iri" }, law.iri))),
      ),
      h("p", { class: "tools" }, sparqlButton(this.data.queries, "citations-of-law", { name: law.name }), csvButton(this.sheet(`law ${law.id}`, this.citedOf[n]))),
      byReport.size ? null : h("p", { class: "note" }, "Named, but not under an article."),
      [...byReport].map(([report, cited]) => this.reportBlock(report, cited, true)),
    );
  }

  private articleCard(abbreviation: string, number: string, state?: string): HTMLElement {
    const treaty = this.data.treaties.find((one) => one.abbreviation === abbreviation);
    const topic = treaty?.articles.find((article) => article.number === number)?.topic;
    const cited = this.cited.filter(({ report, articles }) => this.data.reports[report].treaty === abbreviation && articles.includes(number) && (!state || this.data.reports[report].state === state));
    const byReport = new Map<number, Cited[]>();
    for (const one of cited) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one]);
    const stateName = state && this.states().find(([code]) => code === state)?.[1];
    return h(
      "article",
      { class: "card article" },
      kicker(treaty?.title ?? abbreviation, stateName),
      h("h2", null, `Article ${number}`, topic ? h("span", { class: "topic" }, topic) : null),
      h(
        "p",
        { class: "tools" },
        state ? h("a", { class: "tool", href: this.link({ treaty: abbreviation, article: number }) }, "All States") : null,
        sparqlButton(this.data.queries, "evidence-under-article", { article: number }),
        csvButton(this.sheet(`${abbreviation} article ${number}`, cited)),
      ),
      h("p", { class: "lead" }, `${count(new Set(cited.map(({ law }) => law)).size, "instrument")} in ${count(byReport.size, "report")}.`),
      [...byReport].map(([report, found]) => this.reportBlock(report, found, false)),
    );
  }

  /** The citations of one report: by law for an article, by place for a law. */
  private reportBlock(report: number, cited: Cited[], ofLaw: boolean): HTMLElement {
    const head = this.data.reports[report];
    const title = [head.stateName ?? "", " ", h("small", null, head.symbol)];
    if (ofLaw) {
      const quotes = new Map<number, Cited[]>();
      for (const one of cited) quotes.set(one.quote, [...(quotes.get(one.quote) ?? []), one]);
      return section(title, h("a", { class: "tool", href: head.link }, "Read"), longList([...quotes].map(([quote, same]) => this.entry(head.link, quote, same)), 5, "place"));
    }
    const laws = new Map<number, Cited[]>();
    for (const one of cited) laws.set(one.law, [...(laws.get(one.law) ?? []), one]);
    const best = (found: Cited[]) => Math.min(...found.map(({ strength }) => strength)) as Strength;
    const items = [...laws]
      .sort((a, b) => best(a[1]) - best(b[1]) || b[1].length - a[1].length)
      .map(([law, found]) => {
        const inner = h("div", { class: "inner" });
        const details = h(
          "details",
          { class: `law ${this.data.laws[law].category}`, ontoggle: () => details.open && !inner.firstChild && inner.append(h("p", null, h("a", { href: this.link({ law: this.data.laws[law].id }) }, "All about this instrument")), longList([...new Map(found.map((one) => [one.quote, found.filter((other) => other.quote === one.quote)]))].map(([quote, same]) => this.entry(head.link, quote, same)), 5, "place")) },
          h("summary", null, h("span", { class: `entity ${this.data.laws[law].category}` }, this.data.laws[law].name), h("span", { class: "meta" }, strengthMark(best(found)), ` ${[entityFacts(this.data.laws[law]), count(new Set(found.map(({ quote }) => quote)).size, "place")].filter(Boolean).join(" · ")}`)),
          inner,
        );
        return h("li", null, details);
      });
    return section(title, h("a", { class: "tool", href: `${head.link}#article=${cited[0].articles[0]}` }, "Read"), longList(items, 8, "instrument"));
  }

  private entry(link: string, quote: number, cited: Cited[]): HTMLElement {
    const [paragraph, key, anchor, page, before, words, after] = this.data.quotes[quote];
    const strength = Math.min(...cited.map((one) => one.strength)) as Strength;
    const articles = [...new Set(cited.flatMap((one) => one.articles))].filter(Boolean).sort(compareArticles);
    return h(
      "li",
      { class: "entry" },
      h(
        "p",
        { class: "entry-head" },
        h("a", { class: "place", href: `${link}#${anchor}` }, paragraph.startsWith("table:") ? `Table ${paragraph.slice(6)}` : `Para. ${paragraph}`),
        page ? h("span", { class: "under" }, `page ${page}`) : null,
        h("span", { title: STRENGTH_MEANING[strength] }, strengthMark(strength)),
        articles.length ? h("span", { class: "under" }, `art. ${articles.join(", ")}`) : null,
      ),
      h("blockquote", null, before, h("a", { class: "words", href: `${link}#mention=${encodeURIComponent(key)}` }, words), after),
    );
  }

  private sheet(name: string, cited: Cited[]) {
    return {
      name,
      head: ["report", "state", "treaty", "articles", "strength", "law", "id", "category", "provision", "paragraph", "page", "words", "sentence"],
      rows: () =>
        cited.map(({ report, quote, law, strength, articles, division }) => {
          const head = this.data.reports[report];
          const [paragraph, , , page, before, words, after] = this.data.quotes[quote];
          const one = this.data.laws[law];
          return [head.symbol, head.state, head.treaty, articles.join("; "), STRENGTHS[strength], one.name, one.id, one.category, division, paragraph, page, words, before + words + after];
        }),
    };
  }

  private searchCard(query: string): HTMLElement {
    const { laws, reports, treaties, quotes } = this.data;
    const articles = treaties.flatMap((treaty) => treaty.articles.map((article) => ({ ...article, treaty: treaty.abbreviation })));
    this.searcher ??= new TextSearch([
      ...laws.map((law, n) => ({ id: `l${n}`, text: [law.name, ...(law.aliases ?? []), law.state ?? "", law.number ?? ""].join(" ") })),
      ...reports.map((report, n) => ({ id: `r${n}`, text: [report.symbol, report.stateName, report.treaty].join(" ") })),
      ...articles.map((article, n) => ({ id: `a${n}`, text: `${article.treaty} article ${article.number} ${article.topic}` })),
      ...quotes.map(([, , , , before, words, after], n) => ({ id: `q${n}`, text: before + words + after })),
    ]);
    const found = this.searcher.find(query);
    const of = (kind: string) => found.filter((id) => id.startsWith(kind)).map((id) => Number(id.slice(1)));
    const block = (title: string, items: HTMLElement[], first: number, one: string) => (items.length ? section([`${title} `, h("small", null, items.length)], null, longList(items, first, one)) : null);
    const citedBy = new Map(this.cited.map((one) => [one.quote, one]));
    return h(
      "article",
      { class: "card search" },
      kicker("search"),
      h("h2", null, `“${query}”`),
      h("p", { class: "note", role: "status" }, found.length ? `${count(found.length, "result")} in names, articles and the sentences that cite law. The whole text of a report is searched on its own page.` : "Nothing found. The whole text of a report is searched on its own page."),
      block("Reports", of("r").map((n) => h("li", null, h("a", { href: reports[n].link }, reports[n].symbol), ` ${reports[n].stateName ?? ""}`)), 8, "report"),
      block("Articles", of("a").map((n) => h("li", null, h("a", { href: this.link({ treaty: articles[n].treaty, article: articles[n].number }) }, `${articles[n].treaty}, article ${articles[n].number}`), h("span", { class: "meta" }, ` ${articles[n].topic}`))), 5, "article"),
      block("Instruments", of("l").map((n) => h("li", null, this.row(laws[n], [laws[n].state, entityFacts(laws[n])]))), 10, "instrument"),
      block("Sentences that cite law", of("q").flatMap((n) => {
        const one = citedBy.get(n);
        if (!one) return [];
        const item = this.entry(reports[one.report].link, n, [one]);
        item.prepend(h("span", { class: "meta" }, reports[one.report].symbol));
        return [item];
      }), 20, "sentence"),
    );
  }
}
