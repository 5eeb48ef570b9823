/** What the report's network opens with: its articles by the laws cited under them, every name legible. */
import type { Citation, ReportIndex } from "./data";
import { CATEGORY_WORDS } from "./data";
import { articlesOf, CARRIES_OUT, CLAIMS, CLAIM_WORDS, claimsOf, firmnessOf, FIRM, FIRM_WORDS, SAID_HEAD, saidCells, STRENGTHS } from "./claims";
import { csvButton } from "./csv";
import { h } from "./dom";
import { joinNeighbours, numbersWords } from "./headings";
import { choice, optionsNow, wordsField } from "./options";
import { hashOf, readRoute, viewHash } from "./routes";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";

/** What is written into a cell, by the first claim: that a law carries out or supports is told by its colour alone. */
const SIGNS = ["", "…", "−", "×", ""];

interface Row {
  entity: number;
  citations: Citation[];
  /** Articles said to be carried out or supported, and cited under. */
  claimed: number;
  cited: number;
}

export class Lattice {
  readonly element = h("div", { class: "lattice" });
  private readonly rows: Row[];
  private shown: Row[] = [];
  private drawn: string | undefined;

  constructor(private readonly index: ReportIndex) {
    const { entities } = index.data;
    this.rows = index.citationsOf.flatMap((citations, entity) => {
      if (!citations.length) return [];
      const kind = entities[entity].category === "international" ? CLAIMS.indexOf("supportedBy") : CARRIES_OUT;
      return [{ entity, citations, ...articlesOf(citations, kind) }];
    });
  }

  /** Show what the address asks for; the form is made anew only where another address is gone to. */
  show(): void {
    if (this.drawn !== optionsNow()) this.draw();
    for (const cell of this.element.querySelectorAll("[aria-current]")) cell.removeAttribute("aria-current");
    const route = readRoute();
    const [law, under] = [route.get("law"), route.get("under") ?? route.get("article")];
    const chosen = [...this.element.querySelectorAll<HTMLElement>("a[data-law], a[data-article]")].filter(({ dataset }) => (law ? dataset.law === law && dataset.under === route.get("under") : under !== undefined && dataset.article === under));
    for (const cell of chosen) cell.setAttribute("aria-current", "true");
    chosen[0]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private draw(): void {
    const { index } = this;
    const { data } = index;
    const body = h("tbody");
    const said = h("p", { class: "note", role: "status" });
    const head = h("tr");
    const words = wordsField("Find a law", () => fill(), true);
    const kinds = choice("kind", "Kind", [["", "every kind"], ...["law", "bill", "international", "agency"].filter((kind) => this.rows.some(({ entity }) => data.entities[entity].category === kind)).map((kind): [string, string] => [kind, CATEGORY_WORDS[kind][1]])], () => fill(), true);
    const ties = choice("tie", "Layer", [["", "claimed or cited"], ["claimed", "the State’s claims alone"]], () => fill(), true);
    const order = choice("order", "Order", [["", "most articles claimed first"], ["cited", "most articles cited first"], ["article", "by first article"], ["name", "by name"]], () => fill(), true);
    const fill = () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      const layer = (citations: Citation[]) => (ties.value ? citations.filter(({ claim }) => claim >= 0) : citations);
      this.shown = this.rows
        .map((row) => ({ ...row, citations: layer(row.citations) }))
        .filter(({ entity, citations }) => {
          const { category, name, aliases } = data.entities[entity];
          const names = fold([name, ...(aliases ?? [])].join(" "));
          return citations.length && (!kinds.value || kinds.value === category) && wanted.every((word) => names.includes(word));
        })
        .sort(this.sorter(order.value));
      const used = new Set(this.shown.flatMap(({ citations }) => citations.flatMap((one) => (ties.value ? one.claimed : one.articles))));
      const articles = ["", ...data.articles.map(({ number }) => number)].filter((number) => used.has(number));
      head.replaceChildren(h("th", { scope: "col" }, "Law"), ...articles.map((number) => this.column(number)));
      body.replaceChildren(...this.shown.map((row) => this.row(row, articles, ties.value !== "")));
      said.textContent = `${this.shown.length} of ${this.rows.length} laws, ${articles.filter(Boolean).length} articles.`;
      this.drawn = optionsNow();
    };
    fill();
    const sheet = {
      name: `${data.report.symbol} laws by articles`,
      head: ["report", "law", "iri", "category", "article", ...SAID_HEAD],
      rows: () => this.shown.flatMap(({ entity, citations }) => [...new Set(citations.flatMap(({ articles }) => articles))].map((article) => [data.report.symbol, data.entities[entity].name, data.entities[entity].iri, data.entities[entity].category, article || data.report.treaty, ...saidCells(citations.filter(({ articles }) => articles.includes(article)), article)])),
    };
    this.element.replaceChildren(
      h("form", { class: "filters", onsubmit: (event: Event) => event.preventDefault() }, words, kinds, ties, order, h("span", { class: "tools" }, h("a", { class: "tool", href: hashOf({ network: "drawing" }) }, "Drawing"), sparqlButton(data.queries, "article-law-network"), csvButton(sheet))),
      this.rows.length ? legend() : h("p", { class: "nothing" }, "Nothing to show: no law is cited under an article."),
      said,
      h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Laws by articles" }, h("table", { class: "matrix" }, h("thead", null, head), body)),
    );
  }

  private sorter(order: string): (a: Row, b: Row) => number {
    const { entities, articles } = this.index.data;
    const byName = (a: Row, b: Row) => entities[a.entity].name.localeCompare(entities[b.entity].name, "en", { numeric: true });
    const places = new Map(articles.map(({ number }, n) => [number, n]));
    const first = ({ citations }: Row) => Math.min(...citations.flatMap((one) => one.articles.map((article) => places.get(article) ?? -1)));
    if (order === "name") return byName;
    if (order === "article") return (a, b) => first(a) - first(b) || b.cited - a.cited || byName(a, b);
    if (order === "cited") return (a, b) => b.cited - a.cited || byName(a, b);
    return (a, b) => b.claimed - a.claimed || b.cited - a.cited || byName(a, b);
  }

  private column(number: string): HTMLElement {
    const { report } = this.index.data;
    const topic = number ? this.index.article(number)?.topic : report.treatyTitle;
    const article = number || "treaty";
    return h("th", { scope: "col" }, h("a", { href: viewHash({ article }), "data-article": article, title: topic, "aria-label": number ? `Article ${number}${topic ? `, ${topic}` : ""}` : `${report.treaty}, the treaty as a whole` }, number || report.treaty));
  }

  private row({ entity, citations }: Row, articles: string[], claimedOnly: boolean): HTMLElement {
    const { id, name, category } = this.index.data.entities[entity];
    const under = new Map<string, Citation[]>();
    for (const one of citations) for (const article of claimedOnly ? one.claimed : one.articles) under.set(article, [...(under.get(article) ?? []), one]);
    const cells = joinNeighbours(articles, (article) => under.get(article) ?? []).map((numbers) => this.cell(id, name, numbers, under.get(numbers[0]) ?? []));
    return h("tr", { class: category }, h("th", { scope: "row" }, h("a", { class: `entity ${category}`, href: viewHash(category === "agency" ? { body: id } : { law: id }), "data-law": id }, name)), cells);
  }

  private cell(id: string, name: string, numbers: string[], found: Citation[]): HTMLElement {
    if (!found.length) return h("td", { colspan: numbers.length });
    const kinds = claimsOf(found, numbers);
    const firm = firmnessOf(kinds.length ? found.filter(({ claim }) => claim >= 0) : found);
    const what = numbers[0] ? `${numbers.length > 1 ? "articles" : "article"} ${numbersWords(numbers)}` : "the treaty";
    const said = `${name}, ${what}: ${kinds.length ? `said: ${kinds.map((kind) => CLAIM_WORDS[kind].replace(/ for$/, "")).join(", ")}` : "cited, no more"}; ${STRENGTHS[Math.min(...found.map(({ strength }) => strength))]}`;
    const under = numbers.map((number) => number || "treaty").join();
    return h("td", { colspan: numbers.length }, h("a", { class: `${kinds.length ? "claimed" : "cited"} ${FIRM[firm]}`, href: viewHash({ law: id, under }), "data-law": id, "data-under": under, "aria-label": said, title: said }, kinds.length ? SIGNS[kinds[0]] : ""));
  }
}

function legend(): HTMLElement {
  const swatch = (names: string, words: string, sign = "") => h("span", null, h("i", { class: `cell ${names}` }, sign), words);
  return h(
    "div",
    { class: "legend" },
    h("p", null, "Claimed:", FIRM_WORDS.map((words, n) => swatch(`claimed ${FIRM[n]}`, words))),
    h("p", null, swatch("cited named", "cited, no more"), swatch("claimed alone", "planned", SIGNS[1]), swatch("claimed alone", "falls short", SIGNS[2]), swatch("claimed alone", "repealed", SIGNS[3]), h("span", null, "A wide cell is one heading of several articles.")),
  );
}
