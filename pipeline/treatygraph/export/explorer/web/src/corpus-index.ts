/** The data of several reports with the indexes made from them once, and the links between their views. */
import type { CorpusData, Entity, Said } from "./data";
import { readSaid } from "./data";
import { countClaims, isNational, type LawCount } from "./claims";
import { h } from "./dom";
import type { Articles } from "./headings";
import { optionsHash } from "./routes";

export interface Cited extends Said {
  report: number;
  quote: number;
  law: number;
  division: string;
}

export class CorpusIndex {
  readonly cited: Cited[];
  readonly citedOf: Cited[][];
  readonly lawById = new Map<string, number>();
  /** The treaty whose articles are shown by State. */
  treaty: string;
  /** What is compared, as the address has it. */
  compared = "";
  /** The State, the treaty and the subject of the dialogue that is read, as the address has them. */
  discussed = "";
  /** The State whose timeline is open, or none. */
  timed = "";
  /** Which way of Network is open, as the address has it. */
  networked = "";
  /** The options that the list is filtered and sorted by as it is drawn. */
  filtered: string | undefined;

  constructor(readonly data: CorpusData) {
    this.cited = data.citations.map(([report, quote, law, strength, articles, division, sharedBy, ...said]) => ({ report, quote, law, strength, articles, division, sharedBy, ...readSaid(said) }));
    this.citedOf = data.laws.map(() => []);
    for (const cited of this.cited) this.citedOf[cited.law].push(cited);
    data.laws.forEach((law, n) => this.lawById.set(law.id, n));
    this.treaty = data.treaties[0]?.abbreviation ?? "";
  }

  /** The one count of the matrix: national laws said to carry an article out, and those cited under it. */
  countLaws(found: Cited[], articles: Articles): LawCount {
    const laws = new Map<number, Cited[]>();
    const about = [articles].flat();
    for (const one of found)
      if (isNational(this.data.laws[one.law]) && about.some((article) => one.articles.includes(article))) laws.set(one.law, [...(laws.get(one.law) ?? []), one]);
    return countClaims([...laws.values()], articles);
  }

  /** How many States claim something of a law, and how many cite it. */
  countStates(law: number): { claimed: number; cited: number } {
    const states = (found: Cited[]) => new Set(found.map(({ report }) => this.data.reports[report].state)).size;
    return { claimed: states(this.citedOf[law].filter(({ claim }) => claim >= 0)), cited: states(this.citedOf[law]) };
  }

  /** The address of the view that is open, as it is filtered and sorted. */
  stageHash(): string {
    const stage = document.body.dataset.stage ?? "reports";
    const values: Record<string, string> = { compare: this.compared, dialogue: this.discussed, states: this.treaty, timeline: this.timed, network: this.networked };
    return `#${stage}${values[stage] ? `=${encodeURIComponent(values[stage])}` : ""}${optionsHash()}`;
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
