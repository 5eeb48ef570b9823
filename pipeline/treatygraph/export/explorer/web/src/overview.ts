/** What opens first: the report at a glance, how its marks are to be read, and what stands beside the page. */
import type { ReportIndex } from "./data";
import { ALL_STRENGTHS, CATEGORY_WORDS } from "./data";
import { articleRows, barRow } from "./articles";
import { articlesOf, BASIS, CARRIES_OUT, claimFacts, claimLegend, STRENGTH_MEANING, strengthMark, STRENGTHS } from "./claims";
import { count, dateWords, h } from "./dom";
import { findings } from "./findings";
import { entityFacts, entityHash, kicker, section } from "./pieces";
import { viewHash } from "./routes";

const FILES: [string, string][] = [
  ["graph.ttl", "the whole graph, Turtle"],
  ["nodes.csv", "the network's nodes"],
  ["edges.csv", "its edges"],
  ["network.gexf", "for Gephi"],
  ["network.graphml", "for yEd, Cytoscape"],
  ["mentions.jsonl", "every mark"],
  ["entities.jsonl", "what they denote"],
];

export function overview(index: ReportIndex): HTMLElement {
  const { data } = index;
  const { report } = data;
  const { counts } = report;
  return h(
    "article",
    { class: "card" },
    kicker("at a glance"),
    h("h2", null, [report.stateName, report.treaty].filter(Boolean).join(" · ") || report.symbol),
    h(
      "p",
      { class: "lead" },
      `${count(counts.paragraphs, "paragraph")}${report.pages ? ` on ${count(report.pages, "page")}` : ""} name ${count(counts.instruments, "instrument")}, ${counts.national} of them national, and ${count(counts.agencies, "public body", "public bodies")}. Choose a mark in the text to see what it denotes and every place that cites it.`,
    ),
    h(
      "dl",
      { class: "facts" },
      fact("Report", h("a", { href: report.address, target: "_blank", rel: "noreferrer", title: "The document at the United Nations" }, report.symbol)),
      fact("Treaty", report.treatyTitle ?? report.treaty),
      fact("Period", report.coverage && (report.coverage[0] === report.coverage[1] ? String(report.coverage[0]) : report.coverage.join(" – "))),
      fact("Received", report.received && dateWords(report.received)),
      fact("Distributed", report.date && dateWords(report.date)),
    ),
    findings(index),
    topArticles(index),
    topLaws(index),
    legend(),
    report.notes.length ? section("Before you trust the text", null, h("ul", { class: "bullets" }, report.notes.map((note) => h("li", null, note, doubtPlaces(report.doubts[note] ?? []))))) : null,
    section(
      "Files in this folder",
      null,
      h("ul", { class: "files" }, [...FILES, ...(data.printed ? [[`${data.printed.folder}/${data.printed.pdf}`, "the report as printed"]] : [])].map(([name, words]) => h("li", null, h("a", { href: name }, name), ` ${words}`))),
    ),
    section(
      "Keys",
      null,
      h("p", { class: "keys" }, h("kbd", null, "/"), " search  ", h("kbd", null, "n"), " ", h("kbd", null, "p"), " next and previous place of what is chosen  ", h("kbd", null, "Esc"), " close"),
    ),
  );
}

/** Links to where a doubt of the reading stands, by page; a text without pages has its paragraphs. */
function doubtPlaces(places: [number | null, string | null][]): (HTMLElement | string)[] {
  const seen = new Set<string>();
  const links: (HTMLElement | string)[] = [];
  for (const [page, anchor] of places) {
    const words = page ? `page ${page}` : "there";
    if (!anchor || seen.has(words)) continue;
    seen.add(words);
    links.push(links.length ? ", " : " ", h("a", { href: `#${anchor}` }, words));
  }
  return links;
}

function fact(name: string, value: HTMLElement | string | null | undefined | false): HTMLElement | null {
  return value ? h("div", null, h("dt", null, name), h("dd", null, value)) : null;
}

function topArticles(index: ReportIndex): HTMLElement | null {
  const rows = articleRows(index)
    .filter((row) => row.cited)
    .sort((a, b) => b.claimed - a.claimed || b.cited - a.cited)
    .slice(0, 6);
  if (!rows.length) return null;
  const most = Math.max(...rows.map((row) => row.cited));
  return section(
    "Articles that most laws are said to carry out",
    h("a", { class: "tool", href: viewHash({ articles: "" }) }, "All articles"),
    h("p", { class: "note" }, `National laws, of those cited under the article. ${BASIS}`),
    claimLegend(),
    h("ol", { class: "plain bars" }, rows.map((row) => barRow(row, most, index.data.report.treaty))),
  );
}

function topLaws(index: ReportIndex): HTMLElement | null {
  const rows = index.data.entities
    .map((entity, number) => ({ entity, citations: index.citationsOf[number], units: entity.category === "law" ? index.units(number).length : 0, ...articlesOf(index.citationsOf[number], CARRIES_OUT) }))
    .filter((row) => row.units)
    .sort((a, b) => b.claimed - a.claimed || b.units - a.units)
    .slice(0, 6);
  if (!rows.length) return null;
  return section(
    "Laws said to carry out most articles",
    h("a", { class: "tool", href: viewHash({ laws: "" }) }, "All laws"),
    h(
      "ol",
      { class: "plain rows" },
      rows.map(({ entity, citations, units }) =>
        h("li", null, h("a", { class: "row", href: entityHash(entity) }, h("span", { class: "entity law" }, entity.name), h("span", { class: "meta" }, [entityFacts(entity), claimFacts(citations, false), count(units, "paragraph")].filter(Boolean).join(" · ")))),
      ),
    ),
  );
}

export function legend(): HTMLElement {
  const mark = (name: string, words: string) => h("span", { class: `m ${name}` }, words);
  return section(
    "How to read the marks",
    null,
    h(
      "dl",
      { class: "how-to" },
      h("dt", null, mark("instrument law", "Criminal Code")),
      h("dd", null, CATEGORY_WORDS.law[0]),
      h("dt", null, mark("provision law", "article 125 of the Code")),
      h("dd", null, "provision of a law"),
      h("dt", null, mark("instrument bill", "draft of the Code")),
      h("dd", null, CATEGORY_WORDS.bill[0]),
      h("dt", null, mark("instrument international", "Optional Protocol")),
      h("dd", null, CATEGORY_WORDS.international[0]),
      h("dt", null, mark("instrument treaty", "the Convention")),
      h("dd", null, "the treaty reported on"),
      h("dt", null, mark("agency", "Supreme Court")),
      h("dd", null, CATEGORY_WORDS.agency[0]),
      h("dt", null, mark("date", "18 January 2011")),
      h("dd", null, "date"),
    ),
    h("dl", { class: "how-to" }, ALL_STRENGTHS.map((s) => [h("dt", null, strengthMark(s), ` ${STRENGTHS[s]}`), h("dd", null, STRENGTH_MEANING[s])])),
  );
}
