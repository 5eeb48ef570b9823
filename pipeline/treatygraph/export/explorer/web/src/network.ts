/** The network of articles (or States) and law, drawn where the layout put it: filter, search, hover, choose. */
import Graph from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { csvButton } from "./csv";
import type { EdgeRow, NetworkData, NodeRow, Queries } from "./data";
import { ALL_STRENGTHS, CATEGORY_WORDS } from "./data";
import { CLAIMS, STANCES, STRENGTHS } from "./claims";
import { count, h } from "./dom";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

/** Above this many nodes, only those tied to several anchors are drawn at first. */
export const MANY = 5000;

export interface NetworkView {
  nodes: NodeRow[];
  edges: EdgeRow[];
  /** What it is the network of, for the file it is saved as. */
  name: string;
  queries: Queries;
  label: (row: NodeRow) => string;
  /** What is written on an anchor's node. */
  sign: (row: NodeRow) => string;
  choose: (row: NodeRow | null) => void;
  anchors: string[];
  strengths: boolean;
  words: string;
  list: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a label begins, on its line of writing, and the room it needs before and behind, lest it seem another's. */
type Spot = [number, number, number, number];

/** A name cut in its middle: laws of one State begin alike, "Law of the Republic of …". */
function shorten(name: string, most: number): string {
  if (name.length <= most) return name;
  const head = Math.round(most * 0.4);
  const [before, behind] = [name.slice(0, head + 1), name.slice(head + 2 - most)];
  return `${before.slice(0, Math.max(before.lastIndexOf(" "), 0) || head)} …${behind.slice(Math.max(behind.indexOf(" "), 0))}`;
}

interface Filters {
  kinds: Set<string>;
  strengths: Set<number>;
  /** 1: what the State claims; 0: what is cited, no more. */
  layers: Set<number>;
  anchor: string;
  shared: boolean;
  words: string;
}

export class NetworkStage {
  readonly element: HTMLElement;
  private readonly filters: Filters;
  private readonly canvas = h("div", { class: "canvas", "aria-hidden": "true" });
  private readonly said = h("p", { class: "note", role: "status" });
  private readonly names = h("ol", { class: "plain node-list" });
  private graph?: Graph;
  private sigma?: Sigma;
  private hovered: string | null = null;
  private chosen: string | null = null;
  private visibleNodes = new Set<string>();
  private visibleEdges = new Set<string>();
  private colours: Record<string, string> = {};
  /** Where nodes and labels stand already; a label that would cross one is left out. */
  private labels: Box[] | null = null;
  private readonly anchorSelect: HTMLSelectElement;

  constructor(private readonly view: NetworkView) {
    const kinds = [...new Set(view.nodes.map(([kind]) => kind))].filter((kind) => !view.anchors.includes(kind));
    const many = view.nodes.length > MANY;
    this.filters = { kinds: new Set(kinds), strengths: new Set<number>(ALL_STRENGTHS), layers: new Set([0, 1]), anchor: "", shared: many, words: "" };
    const box = (words: HTMLElement | string, on: boolean, change: (on: boolean) => void, swatch = "") => {
      const input = h("input", { type: "checkbox", checked: on, onchange: () => (change(input.checked), this.apply()) });
      return h("label", { class: "box" }, input, swatch ? h("i", { class: `dot ${swatch}` }) : null, words);
    };
    const toggle = <T>(set: Set<T>, value: T) => (on: boolean) => void (on ? set.add(value) : set.delete(value));
    this.anchorSelect = h(
      "select",
      { "aria-label": "Only what is tied to", onchange: () => ((this.filters.anchor = this.anchorSelect.value), this.apply()) },
      h("option", { value: "" }, view.anchors.includes("state") ? "every State" : "every article"),
      view.nodes.map((row, n) => (view.anchors.includes(row[0]) ? h("option", { value: String(n) }, view.label(row)) : null)),
    );
    const find = h("input", { type: "search", "aria-label": "Find in the network", placeholder: "Find by name", oninput: () => ((this.filters.words = fold(find.value)), this.apply()) });
    this.element = h(
      "div",
      { class: "network" },
      h(
        "form",
        { class: "filters", onsubmit: (event: Event) => event.preventDefault() },
        find,
        this.anchorSelect,
        h("span", { class: "tools" }, view.strengths ? h("a", { class: "tool", href: "#network" }, "Matrix") : null, sparqlButton(view.queries, "article-law-network"), csvButton({ name: `${view.name} network`, head: ["kind", "name", view.anchors.includes("state") ? "State" : "article", "claim", "stance", "strength", "weight"], rows: () => this.rows() })),
        kinds.length ? h("fieldset", null, h("legend", null, "Kind"), kinds.map((kind) => box(CATEGORY_WORDS[kind]?.[1] ?? "law of one State", true, toggle(this.filters.kinds, kind), kind))) : null,
        h("fieldset", null, h("legend", null, "Tie"), box("the State’s claim", true, toggle(this.filters.layers, 1), "tie-claimed"), box("cited, no more", true, toggle(this.filters.layers, 0), "tie-cited")),
        view.strengths ? h("fieldset", null, h("legend", null, "Cited"), STRENGTHS.map((words, n) => box(words, true, toggle(this.filters.strengths, n)))) : null,
        box("shared only", many, (on) => (this.filters.shared = on)),
      ),
      h("div", { class: "frame" }, kinds.length ? null : h("p", { class: "nothing" }, "Nothing to draw: no law is cited under an article."), this.canvas, h("p", { class: "hint" }, kinds.length ? view.words : ""), many ? h("p", { class: "hint many" }, `${view.nodes.length} nodes: what is cited under one article alone is left out at first.`) : null),
      h("details", { class: "as-list" }, h("summary", null, view.list), this.said, this.names),
    );
  }

  /** The ties that are shown, as rows of a list. */
  private rows(): (string | number)[][] {
    const { nodes, edges, label, sign, strengths } = this.view;
    return edges.flatMap(([source, target, weight, strength, claims, stances], n) =>
      this.visibleEdges.has(String(n))
        ? [[nodes[target][0], label(nodes[target]), sign(nodes[source]), claims.map((c) => CLAIMS[c]).join("; "), stances.map((c) => STANCES[c]).join("; "), strengths ? STRENGTHS[strength] : "", weight]]
        : [],
    );
  }

  /** Draw, once the element stands in the page. */
  start(): void {
    if (this.graph) {
      this.recolour();
      this.sigma?.resize();
      this.sigma?.refresh();
      return;
    }
    const graph = (this.graph = new Graph({ type: "undirected", multi: true }));
    this.readColours();
    const small = Math.min(1, Math.max(0.55, Math.min(this.canvas.clientWidth, this.canvas.clientHeight) / 560));
    this.view.nodes.forEach((row, n) => {
      const [kind, , x, y, weight] = row;
      const anchor = this.view.anchors.includes(kind);
      const size = anchor ? Math.max(10, Math.min(14, 4 * this.view.sign(row).length)) : kind === "own" ? 5 + Math.sqrt(weight) / 1.6 : 3.2 + 1.5 * Math.sqrt(Math.max(weight, 1));
      graph.addNode(String(n), { x, y, size: size * small, label: this.view.label(row), sign: anchor ? this.view.sign(row) : "", kind, anchor, forceLabel: anchor, inside: Math.hypot(x, y) < 0.9, plain: kind === "own", zIndex: anchor ? 2 : 1 });
    });
    this.view.edges.forEach(([source, target, weight, , claims], n) => {
      const claimed = claims.length > 0;
      graph.addEdgeWithKey(String(n), String(source), String(target), { size: this.view.strengths ? (claimed ? 1.6 : 0.7) : 0.5 + Math.sqrt(weight) / 3, claimed });
    });
    try {
      this.sigma = new Sigma(graph, this.canvas, this.settings());
    } catch {
      this.canvas.replaceWith(h("p", { class: "no-webgl" }, "This browser cannot draw the network (it needs WebGL). The list below has everything that it shows."));
      (this.element.querySelector(".as-list") as HTMLDetailsElement).open = true;
    }
    this.sigma?.on("beforeRender", () => (this.labels = null));
    this.sigma?.on("enterNode", ({ node }) => this.hover(node));
    this.sigma?.on("leaveNode", () => this.hover(null));
    this.sigma?.on("clickNode", ({ node }) => this.view.choose(this.view.nodes[Number(node)]));
    this.sigma?.on("clickStage", () => this.view.choose(null));
    new ResizeObserver(() => this.sigma?.resize().refresh()).observe(this.canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
    this.apply();
  }

  /** The places that nodes take, which labels leave free; beside what is chosen, dimmed ones are written over. */
  private nodeBoxes(): Box[] {
    const sigma = this.sigma!;
    const focus = this.hovered ?? this.chosen;
    const taken = (node: string) => !focus || node === focus || this.near(node, focus) || this.graph!.getNodeAttribute(node, "anchor");
    return [...this.visibleNodes].filter(taken).flatMap((node) => {
      const shown = sigma.getNodeDisplayData(node);
      if (!shown || shown.hidden) return [];
      const { x, y } = sigma.framedGraphToViewport(shown);
      const size = sigma.scaleSize(shown.size);
      return [{ left: x - size, right: x + size, top: y - size, bottom: y + size }];
    });
  }

  /** Mark the node of what is chosen, given its kind and reference; the filter by anchor stays. */
  select(test: ((row: NodeRow) => boolean) | null): void {
    const at = test ? this.view.nodes.findIndex(test) : -1;
    this.chosen = at < 0 ? null : String(at);
    this.sigma?.refresh();
    for (const link of this.names.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    if (this.chosen) this.names.querySelector(`[data-node="${this.chosen}"]`)?.setAttribute("aria-current", "true");
  }

  recolour(): void {
    this.readColours();
    if (!this.sigma) return;
    this.sigma.setSetting("labelColor", { color: this.colours.ink });
    this.sigma.refresh();
  }

  private settings(): Partial<Settings> {
    return {
      allowInvalidContainer: true,
      labelFont: "system-ui, sans-serif",
      labelSize: 12,
      labelWeight: "500",
      labelColor: { color: this.colours.ink },
      labelDensity: 1,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5.5,
      minCameraRatio: 0.08,
      maxCameraRatio: 2.5,
      stagePadding: 26,
      zIndex: true,
      hideEdgesOnMove: this.view.edges.length > 8000,
      defaultDrawNodeLabel: (context, data, settings) => this.drawLabel(context, data, settings, false),
      defaultDrawNodeHover: (context, data, settings) => this.drawLabel(context, data, settings, true),
      nodeReducer: (node, data) => {
        const colour = this.colours[data.kind] ?? this.colours.law;
        if (!this.visibleNodes.has(node)) return { ...data, hidden: true, label: "" };
        const focus = this.hovered ?? this.chosen;
        if (!focus || focus === node) return { ...data, label: data.plain && focus !== node ? "" : data.label, color: colour, highlighted: focus === node, forceLabel: data.anchor || focus === node };
        if (this.near(node, focus)) return { ...data, color: colour, forceLabel: this.fewNear(focus) || data.anchor };
        // What is chosen is shown with its neighbours alone.
        if (!this.hovered && this.view.strengths && !data.anchor) return { ...data, hidden: true, label: "" };
        return { ...data, color: this.colours.dim, dimmed: true, label: data.anchor ? data.label : "", zIndex: 0 };
      },
      edgeReducer: (edge, data) => {
        if (!this.visibleEdges.has(edge)) return { ...data, hidden: true };
        const focus = this.hovered ?? this.chosen;
        if (focus && !this.graph!.hasExtremity(edge, focus)) return { ...data, hidden: true };
        return { ...data, color: this.colours[`edge-${focus ? "on-" : ""}${data.claimed ? "claimed" : "cited"}`], zIndex: data.claimed ? 1 : 0 };
      },
    };
  }

  private near(node: string, focus: string): boolean {
    return this.graph!.someEdge(node, focus, (edge) => this.visibleEdges.has(edge));
  }

  private fewNear(focus: string): boolean {
    return this.graph!.degree(focus) <= 24;
  }

  private hover(node: string | null): void {
    this.hovered = node;
    this.canvas.style.cursor = node ? "pointer" : "";
    this.sigma?.refresh({ skipIndexation: true });
  }

  private drawLabel(context: CanvasRenderingContext2D, data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">, settings: Settings, boxed: boolean): void {
    const { sign, inside, dimmed } = data as unknown as { sign: string; inside: boolean; dimmed?: boolean };
    if (sign && !boxed) {
      context.font = `600 ${Math.min(11, (sign.length > 2 ? 9 : 11) * (data.size / (sign.length > 2 ? 4 * sign.length : 10)))}px ${settings.labelFont}`;
      context.fillStyle = dimmed ? this.colours.soft : this.colours.surface;
      context.textAlign = "center";
      context.fillText(sign, data.x, data.y + 4);
      context.textAlign = "start";
      return;
    }
    if (!data.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    // A name that finds no room is tried shorter.
    const lengths = boxed ? [90] : [...(this.chosen ? [90] : []), 48, 30].filter((most) => most <= this.canvas.clientWidth / 13);
    let label = "";
    let width = 0;
    let spot: Spot | undefined;
    for (const most of lengths) {
      label = shorten(data.label, most);
      width = context.measureText(label).width;
      spot = this.spotFor(data, width, Boolean(sign), inside, boxed);
      if (spot) break;
    }
    if (!spot) return;
    const [from, y] = [Math.max(4, Math.min(spot[0], this.canvas.clientWidth - width - 4)), spot[1]];
    if (boxed) {
      context.fillStyle = this.colours.surface;
      context.strokeStyle = this.colours.line;
      context.beginPath();
      context.roundRect(from - 6, y - 15, width + 12, 22, 5);
      context.fill();
      context.stroke();
      context.beginPath();
      context.arc(data.x, data.y, data.size + 2.5, 0, 2 * Math.PI);
      context.fillStyle = data.color;
      context.fill();
      if (sign) this.drawLabel(context, data, settings, false);
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    }
    if (!boxed) this.labels?.push({ left: from, right: from + width, top: y - 12, bottom: y + 4 });
    context.lineWidth = 3;
    context.strokeStyle = this.colours.surface;
    if (!boxed) context.strokeText(label, from, y);
    context.lineWidth = 1;
    context.fillStyle = this.colours.ink;
    context.fillText(label, from, y);
  }

  /** Where a label of some width stands: what is chosen has its first place, another the first that is free. */
  private spotFor({ x, y, size }: { x: number; y: number; size: number }, width: number, anchor: boolean, inside: boolean, chosen: boolean): Spot | undefined {
    const under: Spot = [x - width / 2, y + size + 13, 8, 8];
    const above: Spot = [x - width / 2, y - size - 8, 8, 8];
    const right: Spot = [x + size + 4, y + 4, 0, 8];
    const left: Spot = [x - size - 4 - width, y + 4, 8, 0];
    // Outside the circle labels stand away from it, inside under their nodes; an anchor's own law stands behind it.
    const first = inside ? under : x < this.canvas.clientWidth / 2 !== anchor ? left : right;
    const fits = ([from]: Spot) => from >= 4 && from + width <= this.canvas.clientWidth - 4;
    if (chosen) return inside || fits(first) ? first : above;
    const taken = (this.labels ??= this.nodeBoxes());
    const free = ([from, line, before, behind]: Spot) => !taken.some((box) => box.left < from + width + behind && from - before < box.right && box.top < line + 3 && line - 10 < box.bottom);
    return [first, under, above, right, left].find((spot) => fits(spot) && free(spot));
  }

  private readColours(): void {
    const probe = this.element.appendChild(h("i", { hidden: true }));
    const names = ["ink", "soft", "surface", "line", "dim", "law", "law-tint-strong", "bill", "international", "article", "agency", "edge-claimed", "edge-cited", "edge-on-claimed", "edge-on-cited"];
    for (const name of names) {
      probe.style.color = `var(--${name})`;
      this.colours[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    this.colours.treaty = this.colours.state = this.colours.article;
    this.colours.own = this.colours["law-tint-strong"];
  }

  private apply(): void {
    const { nodes, edges, anchors } = this.view;
    const { kinds, strengths, layers, anchor, shared, words } = this.filters;
    const kept = ([, , , strength, claims]: EdgeRow) => strengths.has(strength) && layers.has(claims.length ? 1 : 0);
    const ties = nodes.map(() => new Set<number>());
    for (const edge of edges) if (kept(edge)) ties[edge[1]].add(edge[0]);
    const passes = (row: NodeRow, n: number) =>
      kinds.has(row[0]) &&
      ties[n].size > (shared ? 1 : 0) &&
      (!anchor || ties[n].has(Number(anchor))) &&
      (!words || fold(this.view.label(row)).includes(words));
    const shown = new Set(nodes.flatMap((row, n) => (!anchors.includes(row[0]) && passes(row, n) ? [n] : [])));
    this.visibleNodes = new Set([...shown].map(String));
    this.visibleEdges = new Set(edges.flatMap((edge, n) => (shown.has(edge[1]) && kept(edge) ? [String(n)] : [])));
    nodes.forEach((row, n) => anchors.includes(row[0]) && this.visibleNodes.add(String(n)));
    const listed = [...shown].sort((a, b) => nodes[b][4] - nodes[a][4] || this.view.label(nodes[a]).localeCompare(this.view.label(nodes[b]), "en"));
    this.names.replaceChildren(
      ...listed.map((n) =>
        h(
          "li",
          null,
          h(
            "button",
            { type: "button", class: "row", "data-node": n, "aria-current": this.chosen === String(n) ? "true" : null, onclick: () => this.view.choose(nodes[n]), onfocus: () => this.hover(String(n)), onblur: () => this.hover(null) },
            h("i", { class: `dot ${nodes[n][0]}` }),
            h("span", null, this.view.label(nodes[n])),
            h("span", { class: "meta" }, `${ties[n].size}`),
          ),
        ),
      ),
    );
    this.said.textContent = `${count(shown.size, "node")} and ${count(this.visibleEdges.size, "tie")} shown, of ${nodes.length - nodes.filter(([kind]) => anchors.includes(kind)).length} and ${edges.length}; the number tells how many ${anchors.includes("state") ? "States" : "articles"} each is tied to.`;
    this.sigma?.refresh();
  }
}

export function reportNetwork(data: NetworkData, name: string, queries: Queries, label: NetworkView["label"], sign: NetworkView["sign"], choose: NetworkView["choose"]): NetworkStage {
  return new NetworkStage({
    ...data,
    name,
    queries,
    label,
    sign,
    choose,
    anchors: ["article", "treaty"],
    strengths: true,
    words: "Articles stand on the circle; law cited under one article stands outside beside it, law cited under several inside. Firm lines are what the State claims, pale ones are citations, no more.",
    list: "The same as a list",
  });
}
