/** The State's voice and the Committee's side by side in time order, by article and by law; and recommendations' lives. */
import { takeAlong } from "./cite";
import { changedLaws, conversation, type Conversation, type Step } from "./conversation";
import { entry } from "./corpus-cards";
import type { Cited, CorpusIndex } from "./corpus-index";
import { csvButton } from "./csv";
import { BASIS, isNational } from "./claims";
import { compareArticles, type Point, type Voice } from "./data";
import { count, dateWords, h, type Child } from "./dom";
import { kicker, longList, section, unitWords } from "./pieces";
import { sparqlButton } from "./sparql";
import { askMarks, isCommittees, KIND_WORDS, placeWords, POINT_WORDS, ROLE_WORDS, voiceCells } from "./voices";

/** What is read: an article, a law by its id, or the recommendations. */
interface Subject {
  state: string;
  treaty: string;
  by: "article" | "law" | "recommendations";
  value: string;
}

/** "AND,CRPD,12", "AND,CRPD,law,KEN-ports-act", "AND,CRPD,recommendations"; what is not given is the first. */
function readSubject(index: CorpusIndex, value: string): Subject {
  const [wanted, under, about = "", id = ""] = value.split(",");
  const pairs = statesWithVoices(index);
  const [state, treaty] = pairs.find(([one, other]) => one === wanted && other === under) ?? pairs.find(([one]) => one === wanted) ?? pairs[0];
  if (about === "recommendations") return { state, treaty, by: "recommendations", value: "" };
  const talk = conversation(index, state, treaty);
  if (about === "law") return { state, treaty, by: "law", value: index.lawById.has(id) ? id : lawsFirst(index, talk) };
  const articles = talk.articles();
  return { state, treaty, by: "article", value: articles.includes(about) ? about : mostAsked(talk) };
}

function writeSubject({ state, treaty, by, value }: Subject): string {
  return [state, treaty, ...(by === "article" ? [value] : by === "law" ? ["law", value] : [by])].join();
}

function lawsFirst(index: CorpusIndex, talk: Conversation): string {
  const law = talk.laws()[0];
  return law === undefined ? "" : index.data.laws[law].id;
}

/** The article under which most acts of law are asked for: there is most to read. */
function mostAsked(talk: Conversation): string {
  const acts = new Map<string, number>();
  for (const voice of talk.voices) for (const article of voice.articles ?? []) acts.set(article, (acts.get(article) ?? 0) + 1 + 5 * (voice.asks ?? []).filter(({ action }) => action !== "other").length);
  const articles = talk.articles();
  return articles.sort((a, b) => (acts.get(b) ?? 0) - (acts.get(a) ?? 0) || compareArticles(a, b))[0] ?? "";
}

function statesWithVoices(index: CorpusIndex): [string, string][] {
  const { reports, voices = [] } = index.data;
  const pairs = new Map<string, [string, string]>();
  for (const { report } of voices) {
    const { state, treaty } = reports[report];
    if (state && treaty) pairs.set(`${state} ${treaty}`, [state, treaty]);
  }
  const name = (code: string) => reports.find(({ state }) => state === code)?.stateName ?? code;
  return [...pairs.values()].sort((a, b) => name(a[0]).localeCompare(name(b[0]), "en") || a[1].localeCompare(b[1]));
}

export function dialogue(index: CorpusIndex, value: string): HTMLElement {
  if (!statesWithVoices(index).length) return h("section", null, h("h1", null, "Dialogue"), h("p", { class: "lead" }, "No document of a Committee, and none that answers one, is in this folder."));
  const subject = readSubject(index, value);
  index.discussed = writeSubject(subject);
  const talk = conversation(index, subject.state, subject.treaty);
  return h(
    "section",
    { class: "dialogue" },
    h("h1", null, "Dialogue"),
    h("p", { class: "lead" }, "What the State says and what the Committee asks, side by side and in time order; or what became of each recommendation. ", BASIS),
    chooser(index, talk, subject),
    subject.by === "recommendations" ? lives(talk) : sideBySide(talk, subject),
  );
}

function chooser(index: CorpusIndex, talk: Conversation, subject: Subject): HTMLElement {
  const go = (changed: Partial<Subject>) => (location.hash = `#dialogue=${encodeURIComponent(writeSubject({ ...subject, ...changed }))}`);
  const { reports, laws, treaties } = index.data;
  const pairs = statesWithVoices(index);
  const several = new Set(pairs.map(([, treaty]) => treaty)).size > 1;
  const name = (code: string) => reports.find(({ state }) => state === code)?.stateName ?? code;
  const states = h(
    "select",
    { "aria-label": "State", onchange: () => { const [state, treaty] = states.value.split(","); go({ state, treaty, value: subject.by === "law" ? "" : subject.value }); } },
    pairs.map(([state, treaty]) => h("option", { value: `${state},${treaty}`, selected: state === subject.state && treaty === subject.treaty }, several ? `${name(state)} · ${treaty}` : name(state))),
  );
  const topics = new Map(treaties.find(({ abbreviation }) => abbreviation === subject.treaty)?.articles.map(({ number, topic }) => [number, topic]));
  const options: [string, string][] =
    subject.by === "law"
      ? [...new Set([...talk.laws(), ...(index.lawById.has(subject.value) ? [index.lawById.get(subject.value)!] : [])])].map((law) => [laws[law].id, laws[law].name])
      : talk.articles().sort(compareArticles).map((number) => [number, `art. ${number}${topics.get(number) ? ` · ${topics.get(number)}` : ""}`]);
  const what = h("select", { "aria-label": subject.by === "law" ? "Law" : "Article", onchange: () => go({ value: what.value }) }, options.map(([value, words]) => h("option", { value, selected: value === subject.value }, words)));
  const way = (by: Subject["by"], words: string, value = "") => h("a", { class: "tool", "aria-current": subject.by === by ? "true" : null, href: `#dialogue=${encodeURIComponent(writeSubject({ ...subject, by, value: subject.by === by ? subject.value : value }))}` }, words);
  return h(
    "div",
    null,
    h("p", { class: "tools" }, way("article", "By article"), talk.laws().length ? way("law", "By law") : null, way("recommendations", "Recommendations")),
    h("p", { class: "filters" }, states, subject.by === "recommendations" ? null : what),
  );
}

/** A document's part in it: its lines, in the column of who speaks. */
function sideBySide(talk: Conversation, subject: Subject): HTMLElement {
  const { index } = talk;
  const law = index.lawById.get(subject.value);
  if (subject.by === "law" && law === undefined) return h("p", { class: "note" }, "The Committee names no law of the State.");
  const said = new Set(subject.by === "law" ? talk.of(law!) : talk.under(subject.value));
  const chosen = (one: Cited) => (subject.by === "law" ? one.law === law : one.articles.includes(subject.value) && isNational(index.data.laws[one.law]));
  const turns = talk.documents.map((document) => ({ document, voices: talk.voices.filter((voice) => voice.report === document && said.has(voice)), cited: talk.cited(document, chosen) })).filter(({ voices, cited }) => voices.length || cited.length);
  const sheet = {
    name: `dialogue ${subject.state} ${subject.treaty} ${subject.by} ${subject.value}`,
    head: ["document", "paragraph", "page", "role", "articles", "answers", "asks", "words"],
    rows: () => turns.flatMap(({ document, voices, cited }) => [...voices.map((voice) => voiceCells(index.data.reports[document].symbol, voice, (place) => index.data.laws[place].name)), ...cited.map(({ quote, articles }) => citedCells(index, document, quote, articles))]),
  };
  const query = subject.by === "law" ? sparqlButton(index.data.queries, "questions-about-law", { law: index.data.laws[law!].name }) : sparqlButton(index.data.queries, "recommendations-under-article", { article: subject.value });
  const changes = subject.by === "article" ? changesAsked(talk, subject.value) : null;
  return h(
    "div",
    null,
    h("p", { class: "tools" }, query, csvButton(sheet), subject.by === "law" ? h("a", { class: "tool", href: index.link({ law: subject.value }) }, "All about this instrument") : null),
    changes,
    h("div", { class: "voices" }, h("p", { class: "who state" }, "The State"), h("p", { class: "who committee" }, "The Committee"), turns.map(({ document, voices, cited }) => turn(talk, document, voices, cited, subject))),
    turns.length ? null : h("p", { class: "note" }, "Nothing is said of it in the documents at hand."),
  );
}

function citedCells(index: CorpusIndex, document: number, quote: number, articles: string[]): (string | number | null)[] {
  const [paragraph, , , page, before, words, after] = index.data.quotes[quote];
  return [index.data.reports[document].symbol, paragraph, page, "claim or citation", articles.join("; "), "", "", before + words + after];
}

/** The laws that the State says carry an article out and that the Committee wants changed under it. */
function changesAsked(talk: Conversation, article: string): HTMLElement | null {
  const { laws } = talk.index.data;
  const found = changedLaws(talk, article);
  if (!found.length) return null;
  return h("p", { class: "against" }, "Said to carry it out, and asked to be changed: ", found.map(({ law, voice }, n) => [n ? "; " : "", h("a", { href: talk.index.link({ law: laws[law].id }) }, laws[law].name), " (", h("a", { href: saidHash(talk, voice) }, `para. ${voice.unit}`), ")"]));
}

function turn(talk: Conversation, document: number, voices: Voice[], cited: Cited[], subject: Subject): HTMLElement {
  const { index } = talk;
  const head = index.data.reports[document];
  const spoken = new Set(voices.map(({ anchor }) => anchor));
  const quotes = new Map<number, Cited[]>();
  for (const one of cited) if (!spoken.has(index.data.quotes[one.quote][2])) quotes.set(one.quote, [...(quotes.get(one.quote) ?? []), one]);
  const claiming = (found: Cited[]) => Number(found.some(({ claim }) => claim >= 0));
  const claims = [...quotes].sort((a, b) => claiming(b[1]) - claiming(a[1]) || a[0] - b[0]).map(([quote, same]) => entry(index, head.link, quote, same, subject.by === "article" ? subject.value : undefined));
  const lines = voices.map((voice) => line(talk, voice));
  return h(
    "section",
    { class: `turn ${isCommittees(head.kind) ? "committee" : "state"}` },
    h("h2", null, KIND_WORDS[head.kind ?? ""] ?? "Document", h("small", null, [head.date && dateWords(head.date), h("a", { href: head.link }, head.symbol)].filter(Boolean).flatMap((part, n) => (n ? [" · ", part] : [part])))),
    longList([...lines, ...claims], 6, "paragraph"),
  );
}

function saidHash(talk: Conversation, voice: Voice): string {
  return talk.index.link({ said: `${talk.index.data.reports[voice.report].symbol},${voice.anchor}` });
}

/** One paragraph: where it stands, what it is, how it begins, what it asks, and what it leads to. */
function line(talk: Conversation, voice: Voice, open = false): HTMLElement {
  const { index } = talk;
  const { link, symbol } = index.data.reports[voice.report];
  const back = talk.pointersTo(voice).filter(({ point }) => point.kind !== "repeats-question").length + talk.voices.filter((one) => one.report === voice.report && one.concerns && talk.concernsOf(one).includes(voice)).length;
  return h(
    "li",
    { class: `voice ${voice.role}` },
    h(
      "p",
      { class: "entry-head" },
      h("a", { class: "place", href: `${link}#${voice.anchor}` }, unitWords(voice.unit)),
      voice.page ? h("a", { class: "page-link", href: `${link}#page-${voice.page}` }, `page ${voice.page}`) : null,
      h("span", { class: "role" }, ROLE_WORDS[voice.role]),
      open ? takeAlong({ symbol, unit: voice.unit, page: voice.page, words: voice.words, link: `${link}#${voice.anchor}` }) : null,
    ),
    h("p", { class: "words-said" }, voice.words),
    askMarks(voice.asks, (law) => h("a", { class: `entity ${index.data.laws[law].category}`, href: index.link({ law: index.data.laws[law].id }) }, index.data.laws[law].name)),
    open ? null : h("p", { class: "meta" }, leads(talk, voice), h("a", { href: saidHash(talk, voice) }, voice.role === "recommendation" ? "Its life" : back ? `What answers it (${back})` : "More")),
  );
}

/** "replies to question 12 · ", each leading to its paragraph where the document is at hand. */
function leads(talk: Conversation, voice: Voice): Child[] {
  const { reports } = talk.index.data;
  const concerns = (voice.concerns ?? []).map((unit) => h("span", null, "on concern ", h("a", { href: `${reports[voice.report].link}#par-${unit}` }, unit)));
  const points = (voice.points ?? []).slice(0, 6).map((point) => h("span", null, `${POINT_WORDS[point.kind]} `, pointLink(talk, point)));
  return [...concerns, ...points].flatMap((part) => [part, " · "]);
}

function pointLink(talk: Conversation, point: Point): Child {
  const report = talk.document(point.symbol);
  if (report === undefined) return `${placeWords(point)}${point.symbol ? ` of ${point.symbol}, not in this folder` : ""}`;
  return h("a", { href: `${talk.index.data.reports[report].link}#par-${point.unit}`, title: point.symbol }, placeWords(point));
}

/** All recommendations, observations by observations: asked, answered, answered again, repeated. */
function lives(talk: Conversation): HTMLElement {
  const { reports } = talk.index.data;
  const all = talk.recommendations();
  const documents = talk.documents.filter((document) => all.some(({ report }) => report === document));
  const table = all.map((voice) => ({ voice, steps: talk.life(voice), marks: talk.marks(voice) }));
  const named = (steps: Step[], what: Step["what"]) => steps.filter((step) => step.what === what).map(({ voice }) => `${reports[voice.report].symbol} para. ${voice.unit}`).join("; ");
  const sheet = {
    name: `recommendations ${talk.state} ${talk.treaty}`,
    head: ["observations", "paragraph", "articles", "acts asked for", "marked for follow-up by", "answered", "asked again", "repeated", "words"],
    rows: () => table.map(({ voice, steps, marks }) => [reports[voice.report].symbol, voice.unit, voice.articles?.join("; "), voice.asks?.map(({ action }) => action).join("; "), marks.map(({ from }) => from.unit).join("; "), named(steps, "answered"), named(steps, "asked again"), named(steps, "repeated"), voice.words]),
  };
  return h(
    "div",
    { class: "lives" },
    h("p", { class: "tools" }, sparqlButton(talk.index.data.queries, "recommendations-repeated"), csvButton(sheet)),
    h("h2", { class: "sr" }, "Recommendations"),
    documents.map((document) => {
      const rows = table.filter(({ voice }) => voice.report === document);
      return section([reports[document].symbol, " ", h("small", null, [reports[document].date && dateWords(reports[document].date!), count(rows.length, "recommendation")].filter(Boolean).join(" · "))], null, longList(rows.map(({ voice, steps, marks }) => life(talk, voice, steps, marks.length > 0)), 12, "recommendation"));
    }),
  );
}

function life(talk: Conversation, voice: Voice, steps: Step[], marked: boolean): HTMLElement {
  const { reports, laws } = talk.index.data;
  const grouped = new Map<string, Step[]>();
  for (const step of steps) {
    const key = `${step.what} ${step.voice.report}`;
    grouped.set(key, [...(grouped.get(key) ?? []), step]);
  }
  const answered = new Set([...grouped.values()].filter(([{ what }]) => what === "answered").map(([{ voice: one }]) => one.report));
  let times = 0;
  const shown = [...grouped.values()].map((same) => {
    const [{ what, voice: first }] = same;
    const again = what === "answered" && times++ > 0;
    return h("li", { class: what.replace(" ", "-") }, h("b", null, again ? "answered again" : what), " ", h("a", { href: `${reports[first.report].link}#${first.anchor}`, title: reports[first.report].symbol }, `${yearOf(reports[first.report].date)}, para. ${first.unit}`), same.length > 1 ? ` and ${same.length - 1} more` : "");
  });
  return h(
    "li",
    { class: "voice recommendation" },
    h("p", { class: "entry-head" }, h("a", { class: "place", href: `${reports[voice.report].link}#${voice.anchor}` }, unitWords(voice.unit)), voice.page ? h("a", { class: "page-link", href: `${reports[voice.report].link}#page-${voice.page}` }, `page ${voice.page}`) : null, voice.articles?.length ? h("span", { class: "under" }, `art. ${voice.articles.join(", ")}`) : null, marked ? h("span", { class: "role" }, "marked for follow-up") : null, h("a", { class: "tool", href: saidHash(talk, voice) }, "Its life")),
    h("p", { class: "words-said" }, voice.words),
    askMarks(voice.asks, (law) => h("a", { class: `entity ${laws[law].category}`, href: talk.index.link({ law: laws[law].id }) }, laws[law].name)),
    h("ol", { class: "life" }, h("li", { class: "asked" }, h("b", null, "asked"), ` ${yearOf(reports[voice.report].date)}`), shown, answered.size ? null : h("li", { class: "none" }, talk.isAnswered(voice.report) ? "passed over by the later reports at hand" : "no later report at hand")),
  );
}

function yearOf(date: string | null): string {
  return date?.slice(0, 4) ?? "undated";
}

/** Beside the stage: one paragraph, what led to it, and what became of it. */
export function saidCard(index: CorpusIndex, value: string): HTMLElement {
  const [symbol, anchor] = value.split(",");
  const report = index.data.reports.findIndex((one) => one.symbol === symbol);
  const head = index.data.reports[report];
  const talk = head?.state && head.treaty ? conversation(index, head.state, head.treaty) : undefined;
  const voice = talk?.find(report, anchor);
  if (!talk || !voice) return h("article", { class: "card" }, h("h2", null, "No such paragraph here"));
  const block = (title: string, found: Voice[]) => (found.length ? section([`${title} `, h("small", null, found.length)], null, longList(found.map((one) => h("li", { class: "told" }, h("p", { class: "meta" }, [KIND_WORDS[index.data.reports[one.report].kind ?? ""], index.data.reports[one.report].date && dateWords(index.data.reports[one.report].date!), index.data.reports[one.report].symbol].filter(Boolean).join(" · ")), h("ul", { class: "plain" }, line(talk, one)))), 8, "paragraph")) : null);
  const steps = talk.life(voice);
  const pointed = talk.pointersTo(voice);
  const targets = (kind: Point["kind"]) => (voice.points ?? []).filter((point) => point.kind === kind).flatMap((point) => talk.target(point) ?? []);
  const from = (kind: Point["kind"], role?: string) => pointed.filter(({ point, from: one }) => point.kind === kind && (!role || one.role === role)).map(({ from: one }) => one);
  const answersIt = talk.voices.filter((one) => one.report === voice.report && talk.concernsOf(one).includes(voice));
  const ofStep = (what: Step["what"]) => steps.filter((step) => step.what === what).map(({ voice: one }) => one);
  return h(
    "article",
    { class: "card voices-card" },
    kicker(head.symbol, head.date && dateWords(head.date), voice.articles?.length ? `art. ${voice.articles.join(", ")}` : ""),
    h("h2", null, `${ROLE_WORDS[voice.role][0].toUpperCase()}${ROLE_WORDS[voice.role].slice(1)}, ${unitWords(voice.unit).toLowerCase()}`),
    h("ul", { class: "plain" }, line(talk, voice, true)),
    block("Concern", talk.concernsOf(voice)),
    block("Question", targets("answers-question")),
    block("Recommendation answered", targets("answers-recommendation")),
    block("What is asked for it", answersIt),
    block("Marked for follow-up by", from("marks-for-follow-up")),
    block("Replies", from("answers-question", "answer")),
    block("Answered", ofStep("answered")),
    block("Asked about again", ofStep("asked again")),
    block("Repeated by later observations", ofStep("repeated")),
    voice.role === "recommendation" && !steps.length ? h("p", { class: "note" }, "No document at hand answers or repeats it.") : null,
  );
}
