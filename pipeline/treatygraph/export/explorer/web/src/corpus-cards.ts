/** What stands beside: a State, a law or an article over all reports, with the words that cite it. */
import type { Cited, CorpusIndex } from "./corpus-index";
import { takeAlong } from "./cite";
import { csvButton } from "./csv";
import { statesWords } from "./corpus-stages";
import { BASIS, CITED_ONLY, CLAIM_TITLES, CLAIM_WORDS, claimFacts, claimsOf, ofCited, SAID_HEAD, saidCells, sayings } from "./claims";
import { CATEGORY_WORDS, compareArticles } from "./data";
import { count, dateWords, h } from "./dom";
import { numbersWords, topicList, type Articles } from "./headings";
import { entityFacts, kicker, longList, section } from "./pieces";
import { sparqlButton } from "./sparql";

export function overview(index: CorpusIndex): HTMLElement {
  const { reports, laws, treaties } = index.data;
  const states = new Set(reports.map(({ state }) => state)).size;
  const shared = laws.map((law, n) => ({ law, cited: index.citedOf[n], states: index.countStates(n) })).filter((row) => row.states.cited > 1);
  shared.sort((a, b) => b.states.claimed - a.states.claimed || b.states.cited - a.states.cited || a.law.name.localeCompare(b.law.name, "en"));
  return h(
    "article",
    { class: "card" },
    kicker("at a glance"),
    h("h2", null, `${count(reports.length, "report")} of ${count(states, "State")}`),
    h("p", { class: "lead" }, `Under ${treaties.map(({ abbreviation }) => abbreviation).join(", ")}; they name ${count(laws.length, "instrument")} in ${count(index.data.quotes.length, "citation")}.`),
    shared.length ? section("Claimed by most States", csvButton({ name: "claimed by most States", head: ["id", "iri", "name", "kind", "date", "States that claim", "States that cite", ...SAID_HEAD], rows: () => shared.map(({ law, cited, states: n }) => [law.id, law.iri, law.name, law.kind, law.date, n.claimed, n.cited, ...saidCells(cited)]) }), h("ol", { class: "plain rows" }, shared.slice(0, 12).map(({ law, states: n }) => h("li", null, index.row(law, [entityFacts(law), statesWords(n)]))))) : null,
    section("States", null, h("p", { class: "chips" }, index.states().map(([code, name]) => h("a", { class: "chip", href: index.link({ state: code }) }, name)))),
  );
}

export function stateCard(index: CorpusIndex, code: string): HTMLElement {
  const reports = index.data.reports.flatMap((report, n) => (report.state === code ? [{ report, n }] : []));
  if (!reports.length) return h("article", { class: "card" }, h("h2", null, "No report of this State"));
  const own = new Set(reports.map(({ n }) => n));
  const laws = new Map<number, Cited[]>();
  for (const cited of index.cited) if (own.has(cited.report)) laws.set(cited.law, [...(laws.get(cited.law) ?? []), cited]);
  const claiming = (cited: Cited[]) => cited.filter(({ claim }) => claim >= 0).length;
  const ranked = [...laws].sort((a, b) => claiming(b[1]) - claiming(a[1]) || b[1].length - a[1].length);
  const all = index.cited.filter(({ report }) => own.has(report));
  const block = (category: string) => {
    const found = ranked.filter(([law]) => index.data.laws[law].category === category);
    const items = found.map(([law, cited]) => {
      const citing = [...new Set(cited.map(({ report }) => index.data.reports[report].symbol))];
      return h("li", null, index.row(index.data.laws[law], [entityFacts(index.data.laws[law]), claimFacts(cited, category === "international"), count(new Set(cited.map(({ quote }) => quote)).size, "place"), citing.length > 1 ? citing.join(", ") : ""]));
    });
    return items.length ? section([`${CATEGORY_WORDS[category][1][0].toUpperCase()}${CATEGORY_WORDS[category][1].slice(1)} `, h("small", null, items.length)], null, longList(items, 15, "instrument")) : null;
  };
  return h(
    "article",
    { class: "card" },
    kicker("State party"),
    h("h2", null, reports[0].report.stateName),
    h("p", { class: "tools" }, sparqlButton(index.data.queries, "compare-states", {}, [`?country skos:notation "${code}" .`]), csvButton(sheet(index, `${code} laws`, all))),
    section("Reports", null, h("ul", { class: "plain" }, reports.map(({ report }) => h("li", null, h("a", { href: report.link }, report.symbol), " ", h("span", { class: "meta" }, [report.treaty, report.date && dateWords(report.date), count(report.paragraphs, "paragraph")].filter(Boolean).join(" · ")))))),
    block("law"),
    block("bill"),
    block("international"),
  );
}

export function lawCard(index: CorpusIndex, id: string): HTMLElement {
  const n = index.lawById.get(id);
  if (n === undefined) return h("article", { class: "card" }, h("h2", null, "No such instrument"));
  const law = index.data.laws[n];
  const byReport = new Map<number, Cited[]>();
  for (const cited of index.citedOf[n]) byReport.set(cited.report, [...(byReport.get(cited.report) ?? []), cited]);
  return h(
    "article",
    { class: `card ${law.category}` },
    kicker(CATEGORY_WORDS[law.category][0], law.kind !== "other" && law.kind, law.state),
    h("h2", null, law.name),
    h(
      "dl",
      { class: "facts" },
      law.number ? h("div", null, h("dt", null, "Number"), h("dd", null, law.number)) : null,
      law.date ? h("div", null, h("dt", null, "Date"), h("dd", null, dateWords(law.date))) : null,
      law.aliases?.length ? h("div", null, h("dt", null, "Also called"), h("dd", null, h("ul", { class: "names" }, law.aliases.map((name) => h("li", null, name))))) : null,
      h("div", null, h("dt", null, "IRI"), h("dd", null, h("code", { class: "iri" }, law.iri))),
    ),
    h("p", { class: "tools" }, sparqlButton(index.data.queries, "citations-of-law", { law: law.name }), csvButton(sheet(index, `law ${law.id}`, index.citedOf[n]))),
    byReport.size ? null : h("p", { class: "note" }, "Named, but not under an article."),
    [...byReport].map(([report, cited]) => reportBlock(index, report, cited)),
  );
}

export function articleCard(index: CorpusIndex, abbreviation: string, wanted: string, state?: string): HTMLElement {
  const treaty = index.data.treaties.find((one) => one.abbreviation === abbreviation);
  const numbers = wanted.split(",");
  const several = numbers.length > 1;
  const [number] = numbers;
  const about = treaty?.articles.filter((article) => numbers.includes(article.number)) ?? [];
  const cited = index.cited.filter(({ report, articles }) => index.data.reports[report].treaty === abbreviation && articles.some((one) => numbers.includes(one)) && (!state || index.data.reports[report].state === state));
  const byReport = new Map<number, Cited[]>();
  for (const one of cited) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one]);
  const stateName = state && index.states().find(([code]) => code === state)?.[1];
  return h(
    "article",
    { class: "card article" },
    kicker(treaty?.title ?? abbreviation, stateName),
    h("h2", null, `${several ? "Articles" : "Article"} ${numbersWords(numbers)}`, several || !about[0]?.topic ? null : h("span", { class: "topic" }, about[0].topic)),
    several ? topicList(about) : null,
    h(
      "p",
      { class: "tools" },
      state ? h("a", { class: "tool", href: index.link({ treaty: abbreviation, article: wanted }) }, "All States") : null,
      sparqlButton(index.data.queries, "evidence-under-article", { article: number }, [
        `?treaty skos:notation "${abbreviation}" .`,
        ...(state ? ["?unit tg:inReport ?report .", `?report tg:reportingState ?country . ?country skos:notation "${state}" .`] : []),
      ]),
      csvButton(sheet(index, `${abbreviation} article ${numbersWords(numbers)}`, cited)),
    ),
    h("p", { class: "lead" }, `In ${count(byReport.size, "report")} that cite ${count(new Set(cited.map(({ law }) => law)).size, "instrument")} under it. ${BASIS}`),
    [...byReport].map(([report, found]) => reportBlock(index, report, found, several ? numbers : number)),
  );
}

/** The citations of one report: by law for an article, by place for a law. */
function reportBlock(index: CorpusIndex, report: number, cited: Cited[], article?: Articles): HTMLElement {
  const head = index.data.reports[report];
  const title = [head.stateName ?? "", " ", h("small", null, head.symbol)];
  if (article === undefined) {
    const quotes = new Map<number, Cited[]>();
    for (const one of cited) quotes.set(one.quote, [...(quotes.get(one.quote) ?? []), one]);
    return section(title, h("a", { class: "tool", href: head.link }, "Read"), longList([...quotes].map(([quote, same]) => entry(index, head.link, quote, same)), 5, "place"));
  }
  const laws = new Map<number, Cited[]>();
  for (const one of cited) laws.set(one.law, [...(laws.get(one.law) ?? []), one]);
  const { claimed, cited: national } = index.countLaws(cited, article);
  const rank = (found: Cited[]) => claimsOf(found, article)[0] ?? CLAIM_TITLES.length;
  const best = (found: Cited[]) => Math.min(...found.map(({ strength }) => strength));
  const items = [...laws]
    .sort((a, b) => rank(a[1]) - rank(b[1]) || best(a[1]) - best(b[1]) || b[1].length - a[1].length)
    .map(([law, found]) => {
      const inner = h("div", { class: "inner" });
      const details = h(
        "details",
        { class: `law ${index.data.laws[law].category}`, ontoggle: () => details.open && !inner.firstChild && inner.append(h("p", null, h("a", { href: index.link({ law: index.data.laws[law].id }) }, "All about this instrument")), longList([...new Map(found.map((one) => [one.quote, found.filter((other) => other.quote === one.quote)]))].map(([quote, same]) => entry(index, head.link, quote, same, article)), 5, "place")) },
        h("summary", null, h("span", { class: `entity ${index.data.laws[law].category}` }, index.data.laws[law].name), h("span", { class: "meta" }, [h("b", { class: claimsOf(found, article).length ? "claim" : null }, claimWords(found, article)), ` · ${[entityFacts(index.data.laws[law]), count(new Set(found.map(({ quote }) => quote)).size, "place")].filter(Boolean).join(" · ")}`])),
        inner,
      );
      return h("li", null, details);
    });
  return section(
    title,
    h("a", { class: "tool", href: `${head.link}#article=${[article].flat()[0]}` }, "Read"),
    h("p", { class: "note" }, `National laws said to carry it out: ${national ? `${ofCited(claimed, national)} cited` : "none cited"}.`),
    longList(items, 8, "instrument"),
  );
}

/** "said: carries out, falls short", of one law under one article. */
function claimWords(found: Cited[], article: Articles): string {
  const kinds = claimsOf(found, article);
  return kinds.length ? `said: ${kinds.map((kind) => CLAIM_WORDS[kind].replace(/ for$/, "")).join(", ")}` : CITED_ONLY.toLowerCase();
}

export function entry(index: CorpusIndex, link: string, quote: number, cited: Cited[], article?: Articles): HTMLElement {
  const [paragraph, key, anchor, page, before, words, after] = index.data.quotes[quote];
  const articles = [...new Set(cited.flatMap((one) => one.articles))].filter(Boolean).sort(compareArticles);
  return h(
    "li",
    { class: "entry" },
    h(
      "p",
      { class: "entry-head" },
      h("a", { class: "place", href: `${link}#${anchor}` }, paragraph.startsWith("table:") ? `Table ${paragraph.slice(6)}` : `Para. ${paragraph}`),
      page ? h("span", { class: "under" }, `page ${page}`) : null,
      articles.length && article === undefined ? h("span", { class: "under" }, articlesWords(cited, articles)) : null,
      takeAlong({ symbol: index.data.reports[cited[0].report].symbol, unit: paragraph, page, words: before + words + after, link: `${link}#mention=${encodeURIComponent(key)}` }),
    ),
    sayings(cited, article),
    h("blockquote", null, before, h("a", { class: "words", href: `${link}#mention=${encodeURIComponent(key)}` }, words), after),
  );
}

/** Articles in a cell; one that is "" is the treaty as a whole. */
function named(articles: string[]): string {
  return articles.map((number) => number || "treaty").join("; ");
}

/** "said: carries out art. 2; cited under art. 2, 3" */
function articlesWords(cited: Cited[], articles: string[]): string {
  const claimed = claimsOf(cited).map((kind) => {
    const found = [...new Set(cited.filter(({ claim }) => claim === kind).flatMap((one) => one.claimed))].sort(compareArticles);
    return `said: ${CLAIM_WORDS[kind]} ${found.map((number) => (number ? `art. ${number}` : "the treaty")).join(", ")}`;
  });
  return [...claimed, `cited under art. ${articles.join(", ")}`].join("; ");
}

function sheet(index: CorpusIndex, title: string, cited: Cited[]) {
  return {
    name: title,
    head: ["report", "state", "treaty", "articles", "articles claimed", ...SAID_HEAD, "law", "id", "category", "provision", "paragraph", "page", "likely articles", "sub-national", "words", "sentence"],
    rows: () =>
      cited.map((one) => {
        const { report, quote, law, articles, division } = one;
        const head = index.data.reports[report];
        const [paragraph, , , page, before, words, after] = index.data.quotes[quote];
        const { name, id, category } = index.data.laws[law];
        return [head.symbol, head.state, head.treaty, named(articles), named(one.claimed), ...saidCells([one]), name, id, category, division, paragraph, page, one.likely?.join("; "), one.subnational ? "yes" : "", words, before + words + after];
      }),
  };
}
