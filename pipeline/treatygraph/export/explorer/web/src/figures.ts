/** The report's tables of counts as charts, beside the provisions that they count. */
import type { Figure, ReportIndex } from "./data";
import { csvButton } from "./csv";
import { count, h, svg } from "./dom";
import { articleChip, entityLink, kicker } from "./pieces";
import { bestByArticle } from "./data";
import { viewHash } from "./routes";
import { sparqlButton } from "./sparql";

export function figureList(index: ReportIndex): HTMLElement {
  const { data } = index;
  return h(
    "article",
    { class: "card" },
    kicker(data.report.symbol),
    h("h2", null, "Figures"),
    data.figures.length
      ? data.figures.map((figure) => figureBlock(index, figure))
      : h("p", { class: "lead" }, "No table of this report counts something by provision and year."),
  );
}

function figureBlock(index: ReportIndex, figure: Figure): HTMLElement {
  const { data } = index;
  const unit = data.units[figure.unit];
  const most = Math.max(1, ...figure.series.flatMap((line) => line.points.map(([, n]) => n)));
  const years = [...new Set(figure.series.flatMap((line) => line.points.map(([year]) => year)))].sort();
  const sheet = {
    name: `${data.report.symbol} ${unit.id}`,
    head: ["report", "table", "caption", "law", "provision", "year", "count", "page"],
    rows: () =>
      figure.series.flatMap((line) =>
        line.points.map(([year, n]) => [data.report.symbol, unit.id, figure.caption, line.entity === undefined ? "" : data.entities[line.entity].name, line.label, year, n, unit.page]),
      ),
  };
  return h(
    "section",
    { class: "block" },
    h("h3", { class: "caption" }, figure.caption || "Table"),
    h(
      "div",
      { class: "block-head" },
      h("p", { class: "note" }, h("a", { href: `#${unit.anchor}` }, "The table in the text"), ". All charts share one scale."),
      h("div", { class: "tools" }, sparqlButton(data.queries, "figures-by-year"), csvButton(sheet)),
    ),
    h("div", { class: "multiples" }, figure.series.map((line) => series(index, line, years, most))),
  );
}

function series(index: ReportIndex, line: Figure["series"][number], years: number[], most: number): HTMLElement {
  const { data } = index;
  const law = line.entity === undefined ? undefined : data.entities[line.entity];
  const cited = line.entity === undefined ? [] : index.citationsOf[line.entity].filter((citation) => citation.division === line.label);
  const units = [...new Set(cited.map((citation) => citation.unit))].filter((unit) => !data.units[unit].table);
  const total = line.points.reduce((sum, [, n]) => sum + n, 0);
  return h(
    "figure",
    null,
    h("figcaption", null, h("a", { class: "series", href: viewHash({ mention: data.mentions[line.mention].key }) }, line.label), law ? h("span", { class: "meta" }, entityLink(law)) : null),
    chart(line, years, most),
    h("p", { class: "meta" }, `${total.toLocaleString("en")} in all`, units.length ? [" · cited in para. ", units.map((u, n) => [n ? ", " : "", h("a", { href: `#${data.units[u].anchor}` }, data.units[u].id)])] : " · cited in this table alone"),
    cited.length ? h("p", { class: "chips" }, bestByArticle(cited).map(([n, strength]) => articleChip(n, strength, data.report.treaty, index.article(n)?.topic))) : null,
  );
}

const WIDTH = 240;
const HEIGHT = 96;
const FOOT = 18;
const HEAD = 16;

function chart(line: Figure["series"][number], years: number[], most: number): SVGElement {
  const step = WIDTH / Math.max(years.length, 1);
  const wide = Math.min(34, step * 0.66);
  const bars = line.points.map(([year, n]) => {
    const x = step * (years.indexOf(year) + 0.5);
    const high = ((HEIGHT - HEAD) * n) / most;
    return [
      svg("rect", { class: "column", x: x - wide / 2, y: HEIGHT - high, width: wide, height: Math.max(high, n ? 1 : 0), rx: 2 }),
      svg("text", { class: "value", x, y: HEIGHT - high - 4, "text-anchor": "middle" }, n.toLocaleString("en")),
    ];
  });
  const ticks = years.map((year, n) => svg("text", { class: "tick", x: step * (n + 0.5), y: HEIGHT + FOOT - 4, "text-anchor": "middle" }, year));
  const said = line.points.map(([year, n]) => `${year}: ${n}`).join(", ");
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: "img", "aria-label": `${line.label}, ${count(line.points.length, "year")}. ${said}` },
    svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
    bars,
    ticks,
  );
}
