/** The page over several reports: reports, States by articles, the law they share; and the evidence for each. */
import { makeBar } from "./bar";
import { sourceLine } from "./cite";
import { compare } from "./compare";
import { articleCard, lawCard, overview, stateCard } from "./corpus-cards";
import { CorpusIndex } from "./corpus-index";
import { kindCard, kinds } from "./corpus-kinds";
import { articlesOf, makeNames, searchCard } from "./corpus-search";
import { laws, matrix, reports } from "./corpus-stages";
import type { CorpusData, NodeRow } from "./data";
import { dialogue, saidCard } from "./dialogue";
import { count, h } from "./dom";
import { keepFold } from "./fold";
import { walkRows } from "./keys";
import { NetworkStage } from "./network";
import { optionsNow } from "./options";
import { FOLD, OPTIONS, readRoute, type Route } from "./routes";
import { Texts } from "./texts";
import { timeline } from "./timeline-corpus";

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
    ...(data.reports.length > 1 ? [{ name: "Compare", hash: "#compare", current: stage("compare") }] : []),
    ...(data.voices ? [{ name: "Dialogue", hash: "#dialogue", current: stage("dialogue") }] : []),
    ...(first ? [{ name: "Timeline", hash: "#timeline", current: stage("timeline") }] : []),
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
  void page.readOn();
}

const STAGES = ["reports", "states", "laws", "compare", "dialogue", "timeline", "network"];

/** Lists that are filtered and sorted in the address. */
const FILTERED = ["reports", "laws", "timeline"];

function stageOf(route: Route): string {
  for (const stage of STAGES) if (route.has(stage)) return stage;
  return document.body.dataset.stage ?? "reports";
}

class CorpusPage {
  network?: NetworkStage;
  private readonly content = h("div", { class: "content" });
  private readonly ways = h("div", { class: "lattice" });
  private readonly stage = h("main", { id: "stage", tabindex: -1, hidden: true }, h("h1", { class: "sr" }, "Network"), this.ways);
  private shown = "";
  private drawnWay = "";
  private readonly index: CorpusIndex;
  private readonly texts: Texts;

  constructor(private readonly data: CorpusData) {
    this.index = new CorpusIndex(data);
    this.texts = new Texts(data.reports.length);
    side.tabIndex = -1;
    walkRows(side);
    walkRows(text);
    text.after(this.stage);
    side.append(h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => (location.hash = this.stageHash()) }, "×"), this.content);
  }

  stageHash(): string {
    return this.index.stageHash();
  }

  /** Takes in what is searched, once the page stands; a search that did not wait for all of it is shown again. */
  async readOn(): Promise<void> {
    document.body.dataset.texts = "partly";
    await this.texts.takeIn();
    makeNames(this.index, articlesOf(this.index));
    document.body.dataset.texts = this.texts.whole ? "whole" : "unread";
    if (readRoute().get("search")) this.show();
  }

  show(): void {
    const route = readRoute();
    this.openStage(route);
    const card = this.card(route);
    card.append(sourceLine(count(this.data.reports.length, "report"), this.data.program));
    side.scrollTop = 0;
    this.content.replaceChildren(card);
    const bare = [...route.keys()].every((key) => [FOLD, ...STAGES, ...OPTIONS].includes(key));
    keepFold(!bare);
    document.body.dataset.side = bare ? "closed" : "open";
    document.title = `${this.content.querySelector("h2")?.textContent ?? "Reports"} · treatygraph`;
  }

  private openStage(route: Route): void {
    const stage = stageOf(route);
    if (route.get("states")) this.index.treaty = route.get("states")!;
    const compared = route.get("compare") ?? this.index.compared;
    const discussed = route.get("dialogue") || this.index.discussed;
    const timed = route.get("timeline") ?? this.index.timed;
    const key = { states: `states ${this.index.treaty}`, compare: `compare ${compared}`, dialogue: `dialogue ${discussed}`, timeline: `timeline ${timed}` }[stage] ?? stage;
    document.body.dataset.stage = stage;
    text.hidden = stage === "network";
    this.stage.hidden = stage !== "network";
    // A list that is filtered by hand is drawn already; one that is come back to is not.
    const other = FILTERED.includes(stage) && this.index.filtered !== optionsNow();
    if (stage === "network") this.openNetwork(route);
    else if (key !== this.shown || other) {
      const drawn: Record<string, () => HTMLElement> = {
        states: () => matrix(this.index),
        compare: () => compare(this.index, compared),
        laws: () => laws(this.index),
        dialogue: () => dialogue(this.index, discussed),
        timeline: () => timeline(this.index, timed),
      };
      text.replaceChildren((drawn[stage] ?? (() => reports(this.index)))());
    }
    this.shown = key;
  }

  private openNetwork(route: Route): void {
    const way = route.get("network") ?? this.index.networked;
    this.index.networked = way;
    const drawing = way === "drawing";
    this.ways.hidden = drawing;
    if (this.network) this.network.element.hidden = !drawing;
    if (!drawing) {
      if (this.shown !== "network" || this.drawnWay !== way || this.index.filtered !== optionsNow()) this.ways.replaceChildren(...kinds(this.index, way));
      this.drawnWay = way;
      return;
    }
    this.network ??= this.makeNetwork();
    if (!this.network.element.isConnected) this.stage.append(this.network.element);
    this.network.start();
    const law = this.index.lawById.get(route.get("law") ?? "");
    const state = route.get("state");
    this.network.select(state !== undefined ? ([kind, ref]) => kind === "state" && ref === state : law !== undefined ? ([kind, ref]) => kind !== "state" && kind !== "own" && ref === law : null);
  }

  private card(route: Route): HTMLElement {
    if (route.has("said")) return saidCard(this.index, route.get("said")!);
    if (route.has("law")) return lawCard(this.index, route.get("law")!);
    if (route.has("article")) return articleCard(this.index, route.get("treaty") ?? this.index.treaty, route.get("article")!, route.get("state"));
    if (route.has("of")) return kindCard(this.index, route.get("of")!, route.get("state"));
    if (route.has("state")) return stateCard(this.index, route.get("state")!);
    if (route.get("search")) return searchCard(this.index, this.texts, route.get("search")!);
    return overview(this.index);
  }

  private makeNetwork(): NetworkStage {
    const names = new Map(this.data.reports.map(({ state, stateName }) => [state, stateName]));
    return new NetworkStage({
      ...this.data.network,
      name: "reports",
      queries: this.data.queries,
      label: ([kind, ref, , , weight]: NodeRow) =>
        kind === "state" ? (names.get(String(ref)) ?? String(ref)) : kind === "own" ? `${weight} that only ${names.get(String(ref)) ?? ref} cites` : this.data.laws[Number(ref)].name,
      sign: ([, ref]) => String(ref),
      choose: (row) => {
        if (!row) location.hash = "#network=drawing";
        else if (row[0] === "state" || row[0] === "own") location.hash = `#network=drawing&state=${row[1]}`;
        else location.hash = `#network=drawing&law=${encodeURIComponent(this.data.laws[Number(row[1])].id)}`;
      },
      anchors: ["state"],
      strengths: false,
      words: "An aggregated view: States stand on the circle, instruments that several States cite inside it; all that only one State cites is one node beside the State. Firm lines are claims, pale ones citations, no more.",
      list: "The same as a list",
    });
  }
}
