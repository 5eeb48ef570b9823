/** The page of one report: the text on the left, what the address names on the right. */
import { articleCard, articleList } from "./articles";
import { makeBar } from "./bar";
import { sourceLine } from "./cite";
import { entityCard, mentionCard } from "./cards";
import type { NodeRow, ReportData } from "./data";
import { ReportIndex } from "./data";
import { h } from "./dom";
import { figureList } from "./figures";
import { keepFold } from "./fold";
import { walkRows } from "./keys";
import { Lattice } from "./lattice";
import { bodyList, lawList } from "./lists";
import { reportNetwork, type NetworkStage } from "./network";
import { overview } from "./overview";
import { pairCard } from "./pairs";
import { articleName, sectionUnder } from "./pieces";
import { tray } from "./review";
import { FOLD, hashOf, OPTIONS, readRoute, stageOf, STAGES, viewHash, type Route } from "./routes";
import { highlightText, searchCard } from "./search";
import { hasDates, Timeline } from "./timeline-report";
import { voiceList } from "./voices";

const text = document.getElementById("text")!;
const side = document.getElementById("side")!;

export function startReport(data: ReportData): void {
  const index = new ReportIndex(data);
  tray(index);
  const has = (...keys: string[]) => (route: Route) => stageOf(route) === "text" && keys.some((key) => route.has(key));
  const tabs = [
    { name: "Report", hash: "#report", current: (route: Route) => !has("overview", "article", "articles", "law", "laws", "body", "bodies", "figures", "dialogue")(route) && stageOf(route) === "text" },
    { name: "Overview", hash: "#overview", current: has("overview") },
    { name: "Articles", hash: "#articles", current: has("article", "articles") },
    { name: "Laws", hash: "#laws", current: has("law", "laws") },
    { name: "Bodies", hash: "#bodies", current: has("body", "bodies") },
    ...(data.figures.length ? [{ name: "Figures", hash: "#figures", current: has("figures") }] : []),
    ...(data.voices ? [{ name: "Dialogue", hash: "#dialogue", current: has("dialogue") }] : []),
    ...(hasDates(index) ? [{ name: "Timeline", hash: "#timeline", current: (route: Route) => stageOf(route) === "timeline" }] : []),
    { name: "Network", hash: "#network", current: (route: Route) => stageOf(route) === "network" },
  ];
  const { report } = data;
  const bar = makeBar(h("a", { href: "#overview" }, h("b", null, report.symbol), h("span", null, report.stateName)), tabs, "Search the report");
  text.querySelector(".title")!.after(contents(data));
  side.tabIndex = -1;
  walkRows(side);
  const page = new Page(index, bar.update);
  addEventListener("hashchange", () => page.show());
  addEventListener("themechange", () => page.recolour());
  text.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest("[data-m]");
    if (!mark) return;
    page.fromText = true;
    // Enter on a mark clicks it without a mouse: the reader goes along to the card, and Escape leads back.
    if (!(event as MouseEvent).detail) page.goAlong(mark.closest("a")!);
  });
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input, select, textarea, dialog");
    if (event.key === "Escape" && !document.querySelector("dialog")) page.close();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      bar.search.focus();
    }
    if (event.key === "n" || event.key === "p") page.step(event.key === "n" ? 1 : -1);
  });
  page.show();
}

function contents(data: ReportData): HTMLElement {
  const list = h(
    "ol",
    { class: "plain" },
    data.sections.map((words, n) => {
      const heading = document.querySelector(`#sec-${n + 1} > :is(h2, h3, h4, h5, h6)`);
      return h("li", { class: `level-${heading?.tagName.slice(1) ?? 2}` }, h("a", { href: `#sec-${n + 1}` }, words));
    }),
  );
  return h("details", { class: "contents" }, h("summary", null, "Contents"), list);
}

class Page {
  fromText = false;
  private network?: NetworkStage;
  private readonly lattice: Lattice;
  private readonly timeline: Timeline;
  private readonly stageName = h("h1", { class: "sr" }, "Network");
  private readonly stage = h("main", { id: "stage", tabindex: -1, hidden: true }, this.stageName);
  private readonly content = h("div", { class: "content" });
  private marked: Element[] = [];
  private shown = "";
  private left?: HTMLElement;

  constructor(
    private readonly index: ReportIndex,
    private readonly updateBar: () => void,
  ) {
    text.after(this.stage);
    this.lattice = new Lattice(index);
    this.timeline = new Timeline(index);
    this.stage.append(this.lattice.element, this.timeline.element);
    const back = h("button", { type: "button", class: "close", "aria-label": "Close and go back to the text", onclick: () => this.close() }, "×");
    side.append(back, this.content);
  }

  show(): void {
    const route = readRoute();
    const anchor = [...route.keys()].find((key) => /^(par|table|page|note|sec|[a-z]+)-/.test(key));
    this.openStage(route);
    this.updateBar();
    if (anchor) {
      if (!this.content.firstChild) this.fill(overview(this.index));
      this.goTo(document.getElementById(anchor));
      document.body.dataset.side = "closed";
      return;
    }
    const hash = location.hash;
    if ((hash || "#") === this.shown && this.content.firstChild) {
      document.body.dataset.side = "open";
      return;
    }
    const opened = this.shown === "";
    this.shown = hash || "#";
    this.fill(this.card(route));
    const bare = [...route.keys()].every((key) => ["report", FOLD, ...STAGES, ...OPTIONS].includes(key));
    keepFold(!bare);
    document.body.dataset.side = bare ? "closed" : "open";
    this.mark(route);
    if (opened && !text.hidden && !route.has("mention"))
      this.goTo(route.has("article") ? sectionUnder(route.get("article")!) : (this.marked[0]?.closest(".unit") ?? null));
    if (this.left && this.fromText) this.focusCard();
    highlightText(text, route.get("search") ?? null);
    this.fromText = false;
  }

  /** Go to the next or previous mark of what is chosen. */
  step(by: number): void {
    const marks = this.marked.filter((mark) => !mark.parentElement?.closest(".on"));
    if (!marks.length) return;
    const now = marks.findIndex((mark) => mark.classList.contains("here"));
    const next = marks[(now + by + marks.length) % marks.length];
    this.here(Number((next as HTMLElement).dataset.m));
    next.scrollIntoView({ block: "center" });
  }

  /** Leave the text at a link for what it opens. */
  goAlong(link: HTMLElement): void {
    this.left = link;
    if (link.getAttribute("href") === location.hash) this.focusCard();
  }

  private focusCard(): void {
    const title = this.content.querySelector("h2");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  }

  close(): void {
    this.left?.focus({ preventScroll: true });
    this.left = undefined;
    if (document.body.dataset.stage !== "text") location.hash = readRoute().size > 1 ? viewHash({}) : "#report";
    else if (innerWidth < 900) document.body.dataset.side = "closed";
    else location.hash = "#report";
  }

  recolour(): void {
    this.network?.recolour();
  }

  private fill(card: HTMLElement): void {
    const { symbol, address, stateName } = this.index.data.report;
    card.append(sourceLine([symbol, stateName].filter(Boolean).join(", "), this.index.data.program, address));
    this.content.replaceChildren(card);
    side.scrollTop = 0;
    const title = card.querySelector("h2")?.textContent;
    document.title = title ? `${title} · ${this.index.data.report.symbol}` : this.index.data.report.symbol;
  }

  private card(route: Route): HTMLElement {
    const { index } = this;
    const value = (key: string) => route.get(key)!;
    if (route.has("law") && route.has("under")) return pairCard(index, value("law"), value("under"));
    if (route.has("mention")) return mentionCard(index, value("mention"));
    if (route.has("law")) return entityCard(index, value("law"), undefined, route.get("provision"));
    if (route.has("body")) return entityCard(index, value("body"));
    if (route.has("article")) return articleCard(index, value("article"));
    if (route.has("articles")) return articleList(index);
    if (route.has("laws")) return lawList(index);
    if (route.has("bodies")) return bodyList(index);
    if (route.has("dialogue")) return voiceList(index);
    if (route.has("figures")) return figureList(index);
    if (route.get("search")) return searchCard(index, value("search"));
    if (route.has("network")) return articleList(index);
    return overview(index);
  }

  private openStage(route: Route): void {
    const stage = stageOf(route);
    document.body.dataset.stage = stage;
    this.stage.hidden = stage === "text";
    text.hidden = stage !== "text";
    this.stageName.textContent = stage === "timeline" ? "Timeline" : "Network";
    const drawing = stage === "network" && route.get("network") === "drawing";
    this.lattice.element.hidden = stage !== "network" || drawing;
    this.timeline.element.hidden = stage !== "timeline";
    if (this.network) this.network.element.hidden = !drawing;
    if (drawing) this.openDrawing(route);
    else if (stage === "network") this.lattice.show();
    else if (stage === "timeline") this.timeline.show();
  }

  private openDrawing(route: Route): void {
    if (!this.network) {
      const { data } = this.index;
      const label = ([kind, ref]: NodeRow) => (kind === "article" || kind === "treaty" ? articleLabel(String(ref)) : data.entities[Number(ref)].name);
      const articleLabel = (number: string) => [articleName(number, data.report.treaty), this.index.article(number)?.topic].filter(Boolean).join(" · ");
      const choose = (row: NodeRow | null) => {
        if (!row) location.hash = hashOf({ network: "drawing" });
        else if (row[0] === "article" || row[0] === "treaty") location.hash = viewHash({ article: String(row[1]) || "treaty" });
        else location.hash = viewHash({ law: data.entities[Number(row[1])].id });
      };
      this.network = reportNetwork(data.network, data.report.symbol, data.queries, label, ([, ref]) => String(ref) || (data.report.treaty ?? ""), choose);
      this.stage.append(this.network.element);
    }
    this.network.start();
    const law = route.has("mention") ? this.entityOf(route.get("mention")!) : this.index.entityById.get(route.get("law") ?? "");
    const article = route.get("article");
    if (article !== undefined) this.network.select(([kind, ref]) => (kind === "article" && ref === article) || (kind === "treaty" && article === "treaty"));
    else this.network.select(law === undefined ? null : ([kind, ref]) => kind !== "article" && kind !== "treaty" && ref === law);
  }

  private entityOf(key: string): number | undefined {
    const place = this.index.mentionByKey.get(key);
    return place === undefined ? undefined : this.index.data.mentions[place].entity;
  }

  /** Mark every place of what is chosen in the text, and go to the one that is meant. */
  private mark(route: Route): void {
    for (const mark of this.marked) mark.classList.remove("on", "here");
    const { data } = this.index;
    const chosen = this.index.mentionByKey.get(route.get("mention") ?? "");
    const id = route.get("law") ?? route.get("body");
    const entity = id === undefined ? (chosen === undefined ? undefined : data.mentions[chosen].entity) : this.index.entityById.get(id);
    const division = route.get("provision");
    let places = entity === undefined ? (chosen === undefined ? [] : [chosen]) : this.index.mentionsOf[entity];
    if (division) places = places.filter((place) => data.mentions[place].divisions?.includes(division));
    this.marked = places.flatMap((place) => [...text.querySelectorAll(`.m[data-m="${place}"]`)]);
    for (const mark of this.marked) mark.classList.add("on");
    if (chosen !== undefined) this.here(chosen);
    if (chosen !== undefined && !this.fromText && !text.hidden)
      this.goTo(text.querySelector(`[data-m="${chosen}"]`)?.closest(".unit") ?? null);
  }

  private here(place: number): void {
    for (const mark of this.marked) mark.classList.toggle("here", (mark as HTMLElement).dataset.m === String(place));
  }

  private goTo(target: Element | null): void {
    if (!target) return;
    target.scrollIntoView({ block: target.matches("section, h2") ? "start" : "center" });
    for (const seen of text.querySelectorAll(".seen")) seen.classList.remove("seen");
    target.classList.add("seen");
  }
}

