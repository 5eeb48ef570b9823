/** The query page of the service: an editor that knows the vocabulary, the named questions to begin with, the answers. */
import Yasgui from "@zazuko/yasgui";
import { completers } from "./completing";
import type { Example, QueryData } from "./data";
import { readQueryData } from "./data";

const data = readQueryData();
const { Yasqe } = Yasgui;
// Nothing is asked of another place: the prefixes and terms are those of the vocabulary, which the page brings.
Yasqe.defaults.prefixCcApi = null;
for (const completer of completers(data)) Yasqe.forkAutocompleter(completer.like, completer);
Yasqe.defaults.autocompleters = ["variables", ...completers(data).map(({ name }) => name)];
Yasqe.defaults.value = withPrefixes(data, data.first);

const place = document.getElementById("query")!;
const yasgui = new Yasgui(place, {
  requestConfig: { endpoint: data.endpoint, method: "POST", headers: {} },
  copyEndpointOnNewTab: true,
  persistenceId: "treatygraph",
  yasr: { prefixes: data.prefixes },
  endpointCatalogueOptions: { getData: () => [{ endpoint: data.endpoint }], keys: [], renderItem: () => undefined },
});

// What the graph names is described here, whether or not its IRI leads anywhere on the web.
place.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.iri") : null;
  const iri = link?.getAttribute("href");
  if (link && iri?.startsWith(data.base)) link.href = `/describe?iri=${encodeURIComponent(iri)}`;
});

listExamples(document.getElementById("examples")!, data.examples, (example) => {
  const tab = yasgui.addTab(true, { name: example.name });
  tab.setQuery(example.query);
  tab.getYasqe().focus();
});

function withPrefixes({ prefixes }: QueryData, query: string): string {
  const used = Object.entries(prefixes).filter(([prefix]) => new RegExp(`\\b${prefix}:`).test(query));
  return `${used.map(([prefix, space]) => `PREFIX ${prefix}: <${space}>`).join("\n")}\n\n${query}\n`;
}

/** One button a question, in its own words; what is typed above the list leaves those that have all of its words. */
function listExamples(place: HTMLElement, examples: Example[], choose: (example: Example) => void): void {
  const list = place.querySelector("ul")!;
  const rows = examples.map((example) => {
    const button = document.createElement("button");
    button.append(example.question, " ", Object.assign(document.createElement("code"), { textContent: example.name }));
    button.addEventListener("click", () => choose(example));
    const row = document.createElement("li");
    row.append(button);
    return { row, words: `${example.name} ${example.question}`.toLowerCase() };
  });
  list.replaceChildren(...rows.map(({ row }) => row));
  const filter = place.querySelector("input")!;
  filter.addEventListener("input", () => {
    const wanted = filter.value.toLowerCase().split(/\s+/);
    for (const { row, words } of rows) row.hidden = !wanted.every((word) => words.includes(word));
  });
}
