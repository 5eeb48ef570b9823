/** The data of several reports with the indexes made from them once, and the links between their views. */
import type { CorpusData, Entity, Strength } from "./data";
import { h } from "./dom";

export interface Cited {
  report: number;
  quote: number;
  law: number;
  strength: Strength;
  articles: string[];
  division: string;
  sharedBy: number;
}

export class CorpusIndex {
  readonly cited: Cited[];
  readonly citedOf: Cited[][];
  readonly lawById = new Map<string, number>();
  /** The treaty whose articles are shown by State. */
  treaty: string;

  constructor(readonly data: CorpusData) {
    this.cited = data.citations.map(([report, quote, law, strength, articles, division, sharedBy]) => ({ report, quote, law, strength, articles, division, sharedBy }));
    this.citedOf = data.laws.map(() => []);
    for (const cited of this.cited) this.citedOf[cited.law].push(cited);
    data.laws.forEach((law, n) => this.lawById.set(law.id, n));
    this.treaty = data.treaties[0]?.abbreviation ?? "";
  }

  stageHash(): string {
    const stage = document.body.dataset.stage ?? "reports";
    return stage === "states" ? `#states=${this.treaty}` : `#${stage}`;
  }

  /** A link to a card beside the stage that is open. */
  link(parts: Record<string, string>): string {
    const own = Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    return `${this.stageHash()}&${own}`;
  }

  states(): [string, string][] {
    const names = new Map<string, string>();
    for (const { state, stateName } of this.data.reports) if (state) names.set(state, stateName ?? state);
    return [...names].sort((a, b) => a[1].localeCompare(b[1], "en"));
  }

  row(law: Entity, meta: (string | undefined | false)[]): HTMLElement {
    return h("a", { class: "row", href: this.link({ law: law.id }) }, h("span", { class: `entity ${law.category}` }, law.name), h("span", { class: "meta" }, meta.filter(Boolean).join(" · ")));
  }
}
