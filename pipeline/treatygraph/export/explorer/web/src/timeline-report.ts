/** A report on an axis of years: its national laws, the State's treaty actions, the period it covers and its own date. */
import { CARRIES_OUT, claims } from "./claims";
import { csvButton } from "./csv";
import type { ReportIndex } from "./data";
import { compareArticles } from "./data";
import { count, h, type Child } from "./dom";
import { choice, optionsNow, wordsField } from "./options";
import { place } from "./pieces";
import { sittingMoments } from "./sittings";
import { hashOf, readRoute, viewHash } from "./routes";
import { fold } from "./stems";
import { isCommittees } from "./voices";
import { ACTION_WORDS, afterWords, inOrder, isLater, LANE_WORDS, momentTable, plot, timelineLegend, type Lane, type Moment, type Period } from "./timeline";

/** Whether a report has a date to show besides its own. */
export function hasDates(index: ReportIndex): boolean {
  return reportMoments(index).some(({ lane }) => lane !== "document" && lane !== "committee");
}

export class Timeline {
  readonly element = h("div", { class: "timeline" });
  private drawn: string | undefined;

  constructor(private readonly index: ReportIndex) {}

  /** Show what the address asks for, and mark the law that is chosen. */
  show(): void {
    if (this.drawn !== optionsNow()) this.draw();
    const route = readRoute();
    for (const mark of this.element.querySelectorAll("[aria-current]")) mark.removeAttribute("aria-current");
    for (const mark of this.element.querySelectorAll<HTMLElement>("[data-law]")) if (mark.dataset.law === route.get("law")) mark.setAttribute("aria-current", "true");
  }

  private draw(): void {
    const { data } = this.index;
    const all = reportMoments(this.index);
    const periods: Period[] = data.report.coverage ? [data.report.coverage] : [];
    const body = h("div");
    const said = h("p", { class: "note", role: "status" });
    const words = wordsField("Find by name", () => fill(), true);
    const lanes = (Object.keys(LANE_WORDS) as Lane[]).filter((lane) => all.some((moment) => moment.lane === lane));
    const kinds = choice("kind", "Kind", [["", "everything"], ...lanes.map((lane): [string, string] => [lane, LANE_WORDS[lane][1]])], () => fill(), true);
    const ties = choice("tie", "Layer", [["", "every dated law"], ["cited", "cited under an article"], ["claimed", "said to carry one out"]], () => fill(), true);
    let shown = all;
    const fill = () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      shown = all.filter((moment) => (!kinds.value || moment.lane === kinds.value) && wanted.every((word) => fold(moment.name).includes(word)) && this.tied(moment, ties.value));
      const dated = shown.filter(({ lane }) => lane === "law" || lane === "bill").length;
      said.textContent = `${count(dated, "dated law")}, ${count(shown.filter(({ lane }) => lane === "action").length, "treaty action")}. ${afterWords(shown)}`;
      body.replaceChildren(...(shown.length ? [timelineLegend(shown, periods), plot(shown, periods), momentTable(shown)] : [h("p", { class: "nothing" }, "Nothing dated is named so.")]));
      this.drawn = optionsNow();
    };
    fill();
    const sheet = { name: `${data.report.symbol} timeline`, head: ["report", "date", "kind", "name", "law"], rows: () => shown.map(({ date, lane, name, law }) => [data.report.symbol, date, LANE_WORDS[lane][0], name, law]) };
    this.element.replaceChildren(h("form", { class: "filters", onsubmit: (event: Event) => event.preventDefault() }, words, kinds, ties, h("span", { class: "tools" }, csvButton(sheet))), said, body);
  }

  private tied({ law, lane }: Moment, tie: string): boolean {
    if (!tie || (lane !== "law" && lane !== "bill")) return true;
    const citations = this.index.citationsOf[this.index.entityById.get(law!)!];
    return citations.some((one) => (tie === "cited" ? one.articles.length : claims(one, undefined, CARRIES_OUT)));
  }
}

function reportMoments(index: ReportIndex): Moment[] {
  const { report, entities, relations, mentions } = index.data;
  const laws = entities.flatMap((entity, number): Moment[] => {
    if (!entity.date || isLater(entity.date, report.date ?? report.received) || (entity.category !== "law" && entity.category !== "bill")) return [];
    return [{ date: entity.date, lane: entity.category, name: entity.name, href: viewHash({ law: entity.id }, "timeline"), law: entity.id, more: articlesWords(index, number) }];
  });
  const seen = new Set<string>();
  const actions = relations.flatMap(({ predicate, date, state, subject, unit, evidence }): Moment[] => {
    const key = `${predicate} ${subject} ${date}`;
    if (!date || !ACTION_WORDS[predicate] || state !== report.stateName || seen.has(key)) return [];
    seen.add(key);
    const mention = evidence?.[0];
    const href = mention === undefined ? `#${index.data.units[unit].anchor}` : viewHash({ mention: mentions[mention].key }, "timeline");
    return [{ date, lane: "action", name: `${ACTION_WORDS[predicate]} ${entities[subject].name}`, href, own: entities[subject].id === report.treaty, more: h("span", { class: "entry-head" }, place(index, unit)) }];
  });
  const documents = ([[report.received, "report received"], [report.date, isCommittees(report.kind) ? "published" : "report published"]] as [string | null, string][]).flatMap(([date, words]): Moment[] => (date ? [{ date, lane: isCommittees(report.kind) ? "committee" : "document", name: `${report.symbol}, ${words}`, href: hashOf({ report: "" }) }] : []));
  const sittings = sittingMoments(report.sittings, report.symbol, (anchor) => (anchor ? `#${anchor}` : hashOf({ report: "" })));
  return inOrder([...documents, ...sittings, ...actions, ...laws]);
}

/** "cited under art. 2, 12" of a law. */
function articlesWords(index: ReportIndex, entity: number): Child {
  const numbers = [...new Set(index.citationsOf[entity].flatMap(({ articles }) => articles))].filter(Boolean).sort(compareArticles);
  return numbers.length ? ["cited under art. ", numbers.map((number, n) => [n ? ", " : "", h("a", { href: viewHash({ article: number }, "timeline") }, number)])] : "";
}
