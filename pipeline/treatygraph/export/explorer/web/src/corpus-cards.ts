/** What stands beside: a State, a law or an article over all reports, with the words that cite it; what search finds. */
import type { Cited, CorpusIndex } from "./corpus-index";
import { takeAlong } from "./cite";
import { csvButton } from "./csv";
import { statesWords } from "./corpus-stages";
import { BASIS, CITED_ONLY, CLAIM_TITLES, CLAIM_WORDS, claimFacts, claimsOf, ofCited, SAID_HEAD, saidCells, sayings, SPEAKERS } from "./claims";
import { CATEGORY_WORDS, compareArticles } from "./data";
import { count, dateWords, h } from "./dom";
import { numbersWords, topicList, type Articles } from "./headings";
import { entityFacts, kicker, longList, section } from "./pieces";
import { TextSearch } from "./search";
import { sparqlButton } from "./sparql";
import { fold } from "./stems";
import { facets, FIELDS, holds, isPlain, meets, readSearch, type Field, type Wanted } from "./wanted";

let searcher: TextSearch | undefined;

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

export function searchCard(index: CorpusIndex, query: string): HTMLElement {
  const { laws, reports, treaties, quotes } = index.data;
  const articles = treaties.flatMap((treaty) => treaty.articles.map((article) => ({ ...article, treaty: treaty.abbreviation })));
  searcher ??= new TextSearch([
    ...laws.map((law, n) => ({ id: `l${n}`, text: [law.name, ...(law.aliases ?? []), law.state ?? "", law.number ?? ""].join(" ") })),
    ...reports.map((report, n) => ({ id: `r${n}`, text: [report.symbol, report.stateName, report.treaty].join(" ") })),
    ...articles.map((article, n) => ({ id: `a${n}`, text: `${article.treaty} article ${article.number} ${article.topic}` })),
    ...quotes.map(([, , , , before, words, after], n) => ({ id: `q${n}`, text: before + words + after })),
  ]);
  const wanted = readSearch(query);
  const plain = isPlain(wanted);
  const found = wanted.words ? searcher.find(wanted.words) : [];
  const all = (kind: string) => found.filter((id) => id.startsWith(kind)).map((id) => Number(id.slice(1)));
  const articleJump = !wanted.parts.length && wanted.fields.some(([field]) => field === "article");
  const names: Record<string, (n: number) => string> = { r: (n) => reports[n].symbol, a: (n) => articles[n].topic, l: (n) => [laws[n].name, ...(laws[n].aliases ?? [])].join(" \n ") };
  const block = (title: string, items: HTMLElement[], first: number, one: string) => (items.length ? section([`${title} `, h("small", null, items.length)], null, longList(items, first, one)) : null);
  const cited = new Map<number, Cited[]>();
  for (const one of index.cited) cited.set(one.quote, [...(cited.get(one.quote) ?? []), one]);
  const citedBy = new Map([...cited].map(([quote, [first]]) => [quote, first]));
  const sentences = (wanted.words ? all("q") : quotes.map((_, n) => n)).filter((n) => cited.has(n) && sentenceMeets(index, wanted, n, cited.get(n)!));
  const of = (kind: string): number[] => {
    if (kind === "q") return sentences;
    if (kind === "a" && articleJump) return articles.flatMap(({ number, treaty }, n) => (meets(wanted, "article", [number]) && meets(wanted, "treaty", [treaty]) ? [n] : []));
    return plain ? all(kind).filter((n) => holds(wanted, names[kind](n))) : [];
  };
  const quoted = new Set(sentences);
  const counted: [Field, string[]][] = FIELDS.map((field) => [field, sentences.flatMap((n) => [...new Set(valuesOfSentence(index, field, cited.get(n)!))])]);
  const narrowed = facets(query, wanted, counted, (search) => (search ? index.link({ search }) : index.stageHash()));
  const total = of("r").length + of("a").length + of("l").length + sentences.length;
  return h(
    "article",
    { class: "card search" },
    kicker("search"),
    h("h2", null, query.includes('"') ? query : `“${query}”`),
    h("p", { class: "note", role: "status" }, total ? `${count(total, "result")} in names, articles and the sentences that cite law. The whole text of a report is searched on its own page.` : "Nothing found. The whole text of a report is searched on its own page."),
    narrowed ? h("details", { class: "as-table", open: wanted.fields.length > 0 }, h("summary", null, "Narrow it by State, treaty, report, article, kind of law, speaker, year"), narrowed) : null,
    quoted.size ? h("p", { class: "tools" }, csvButton(sheet(index, `search ${query}`, index.cited.filter((one) => quoted.has(one.quote))))) : null,
    block("Reports", of("r").map((n) => h("li", null, h("a", { href: reports[n].link }, reports[n].symbol), ` ${reports[n].stateName ?? ""}`)), 8, "report"),
    block("Articles", of("a").map((n) => h("li", null, h("a", { href: index.link({ treaty: articles[n].treaty, article: articles[n].number }) }, `${articles[n].treaty}, article ${articles[n].number}`), h("span", { class: "meta" }, ` ${articles[n].topic}`))), 5, "article"),
    block("Instruments", of("l").map((n) => h("li", null, index.row(laws[n], [laws[n].state, entityFacts(laws[n])]))), 10, "instrument"),
    block("Sentences that cite law", of("q").flatMap((n) => {
      const one = citedBy.get(n);
      if (!one) return [];
      const item = entry(index, reports[one.report].link, n, [one]);
      item.prepend(h("span", { class: "meta" }, reports[one.report].symbol));
      return [item];
    }), 20, "sentence"),
  );
}

/** What a sentence that cites law has of a field, as the facets count it. */
function valuesOfSentence(index: CorpusIndex, field: Field, cited: Cited[]): string[] {
  const report = index.data.reports[cited[0].report];
  const one: Partial<Record<Field, string | null>> = { state: report.stateName, treaty: report.treaty, report: report.symbol, year: (report.date ?? report.received ?? "").slice(0, 4) || String(report.coverage?.[1] ?? "") };
  if (field in one) return one[field] ? [one[field]!] : [];
  if (field === "article") return cited.flatMap(({ articles }) => articles).filter(Boolean);
  if (field === "kind") return cited.map(({ law }) => index.data.laws[law].kind);
  return cited.map(({ speaker }) => SPEAKERS[speaker]);
}

function sentenceMeets(index: CorpusIndex, wanted: Wanted, quote: number, cited: Cited[]): boolean {
  const [paragraph, , , page, before, words, after] = index.data.quotes[quote];
  return (
    (wanted.paragraph === undefined || fold(paragraph) === fold(wanted.paragraph)) &&
    (wanted.page === undefined || page === wanted.page) &&
    FIELDS.every((field) => meets(wanted, field, [...valuesOfSentence(index, field, cited), ...(field === "state" ? [index.data.reports[cited[0].report].state] : [])])) &&
    holds(wanted, before + words + after)
  );
}
