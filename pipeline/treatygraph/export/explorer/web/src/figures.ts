/** The data sets of a report's tables as small charts, one for each provision or category, with unit and source. */
import type { Figure, ReportIndex, Series } from "./data";
import { csvButton } from "./csv";
import { count, h, svg } from "./dom";
import { articleChip, entityLink, kicker, longList } from "./pieces";
import { bestByArticle } from "./data";
import { viewHash } from "./routes";
import { sparqlButton } from "./sparql";

type Time = number | string;

export function figureList(index: ReportIndex): HTMLElement {
  const { data } = index;
  return h(
    "article",
    { class: "card" },
    kicker(data.report.symbol),
    h("h2", null, "Figures"),
    data.figures.length
      ? data.figures.map((figure) => figureBlock(index, figure))
      : h("p", { class: "lead" }, "No table of this report counts something by year and provision or category."),
  );
}

const written = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 2 });
const SEX_WORDS: Record<string, string> = { female: "women, girls", male: "men, boys", total: "both" };
const named = ({ label, sex }: Series) => (sex ? `${label} · ${SEX_WORDS[sex] ?? sex}` : label);

function figureBlock(index: ReportIndex, figure: Figure): HTMLElement {
  const { data } = index;
  const unit = data.units[figure.unit];
  const percent = figure.measure === "percentage";
  const most = Math.max(1, ...figure.series.flatMap((line) => line.points.map(([, n]) => n)));
  const times: Time[] = [...new Set(figure.series.flatMap((line) => line.points.map(([time]) => time)))].sort((a, b) => (String(a) < String(b) ? -1 : 1));
  const sheet = {
    name: `${data.report.symbol} ${unit.id}${percent ? " percentages" : ""}`,
    head: ["report", "table", "caption", "law", "provision or category", "sex", "year", percent ? "percentage" : "count", "page"],
    rows: () =>
      figure.series.flatMap((line) =>
        line.points.map(([year, n]) => [data.report.symbol, unit.id, figure.caption, line.entity === undefined ? "" : data.entities[line.entity].name, line.label, line.sex, year, n, unit.page]),
      ),
  };
  const source = h("p", { class: "note" }, percent ? "In per cent. " : "Numbers, as the table gives them. ", "Source: ", h("a", { href: `#${unit.anchor}` }, `Table ${unit.id.replace("table:", "")}`), unit.page ? `, page ${unit.page}` : "", times.length > 1 ? ". All charts share one scale." : `. All of ${times[0]}.`);
  return h(
    "section",
    { class: "block figure-set" },
    h("h3", { class: "caption" }, figure.caption || "Table"),
    h("div", { class: "block-head" }, source, h("div", { class: "tools" }, figure.series.some(({ mention }) => mention !== undefined) ? sparqlButton(data.queries, "figures-by-year") : null, csvButton(sheet))),
    times.length > 1
      ? h("div", { class: "multiples" }, longList(figure.series.map((line) => h("li", null, series(index, line, times, most, percent))), 12, "chart"))
      : h("div", { class: "categories" }, longList(figure.series.map((line) => category(line, most, percent)), 20, "category", "categories")),
    asTable(figure, times),
  );
}

/** One year, many categories: a bar each. */
function category(line: Series, most: number, percent: boolean): HTMLElement {
  const [, value] = line.points[0];
  const bar = h("i", { "aria-hidden": "true" });
  bar.style.width = `${(100 * value) / most}%`;
  return h("li", null, h("span", null, named(line)), h("span", { class: "category-bar" }, bar), h("span", { class: "num" }, written(value) + (percent ? " %" : "")));
}

function asTable(figure: Figure, times: Time[]): HTMLElement {
  const values = (line: Series) => new Map(line.points);
  return h(
    "details",
    { class: "as-table" },
    h("summary", null, "Show as table"),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "group", "aria-label": figure.caption || "Table" },
      h(
        "table",
        null,
        h("thead", null, h("tr", null, h("td", null), times.map((time) => h("th", { scope: "col", class: "num" }, time)))),
        h("tbody", null, figure.series.map((line) => h("tr", null, h("th", { scope: "row" }, named(line)), times.map((time) => h("td", { class: "num" }, values(line).has(time) ? written(values(line).get(time)!) : ""))))),
      ),
    ),
  );
}

function series(index: ReportIndex, line: Series, times: Time[], most: number, percent: boolean): HTMLElement {
  const { data } = index;
  const law = line.entity === undefined ? undefined : data.entities[line.entity];
  const total = line.points.reduce((sum, [, n]) => sum + n, 0);
  return h(
    "figure",
    null,
    h("figcaption", null, line.mention === undefined ? h("span", { class: "series" }, named(line)) : h("a", { class: "series", href: viewHash({ mention: data.mentions[line.mention].key }) }, line.label), law ? h("span", { class: "meta" }, entityLink(law)) : null),
    chart(line, times, most, percent),
    line.mention === undefined ? null : provisionFacts(index, line, total),
  );
}

/** Where else the provision is cited, and under which articles. */
function provisionFacts(index: ReportIndex, line: Series, total: number): HTMLElement {
  const { data } = index;
  const citations = line.entity === undefined ? [] : index.citationsOf[line.entity];
  const cited = citations.filter(({ division }) => division === line.label);
  const units = [...new Set(cited.map(({ unit }) => unit))].filter((u) => !data.units[u].table);
  return h(
    "div",
    null,
    h("p", { class: "meta" }, `${total.toLocaleString("en")} in all`, units.length ? [" · cited in para. ", units.map((u, n) => [n ? ", " : "", h("a", { href: `#${data.units[u].anchor}` }, data.units[u].id)])] : " · cited in this table alone"),
    cited.length ? h("p", { class: "chips" }, bestByArticle(cited).map(([n, strength]) => articleChip(n, strength, data.report.treaty, index.article(n)?.topic))) : null,
  );
}

const WIDTH = 240;
const HEIGHT = 96;
const FOOT = 18;
const HEAD = 16;

function chart(line: Series, times: Time[], most: number, percent: boolean): SVGElement {
  const step = WIDTH / Math.max(times.length, 1);
  const wide = Math.min(34, step * 0.66);
  // Numbers of many digits, and many years, have no room side by side; the table below has them all.
  const every = Math.ceil((7 * Math.max(...times.map((time) => String(time).length), ...line.points.map(([, n]) => written(n).length))) / step);
  const bars = line.points.map(([time, n]) => {
    const at = times.indexOf(time);
    const x = step * (at + 0.5);
    const high = ((HEIGHT - HEAD) * n) / most;
    return [
      svg("rect", { class: "column", x: x - wide / 2, y: HEIGHT - high, width: wide, height: Math.max(high, n ? 1 : 0), rx: 2 }),
      at % every ? null : svg("text", { class: "value", x, y: HEIGHT - high - 4, "text-anchor": "middle" }, written(n)),
    ];
  });
  const ticks = times.map((time, n) => (n % every ? null : svg("text", { class: "tick", x: step * (n + 0.5), y: HEIGHT + FOOT - 4, "text-anchor": "middle" }, String(time))));
  const said = line.points.map(([time, n]) => `${time}: ${n}${percent ? " %" : ""}`).join(", ");
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: "img", "aria-label": `${named(line)}, ${count(line.points.length, "year")}. ${said}` },
    svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
    bars,
    ticks,
  );
}
