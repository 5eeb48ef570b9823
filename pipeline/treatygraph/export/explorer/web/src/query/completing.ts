/** What the editor completes: prefixes, classes and properties, from what the page brings and from nowhere else. */
import type Yasgui from "@zazuko/yasgui";
import type { QueryData, Term } from "./data";

/** A completer, and the one of the editor that it is like. */
export type Completing = Parameters<typeof Yasgui.Yasqe.forkAutocompleter>[1] & { like: string };

export function completers(data: QueryData): Completing[] {
  const prefixes = Object.entries(data.prefixes).map(([prefix, space]) => `${prefix}: <${space}>`);
  return [
    completer("prefixes", prefixes),
    completer("class", iris(data.terms, "class")),
    completer("property", iris(data.terms, "property")),
  ];
}

function completer(like: string, all: string[]): Completing {
  return {
    like,
    name: `treatygraph-${like}`,
    autoShow: true,
    bulk: false,
    get: (_editor, token) => {
      const begun = token?.autocompletionString ?? (token as { string?: string } | undefined)?.string ?? "";
      return all.filter((one) => one.startsWith(begun));
    },
  };
}

function iris(terms: Term[], kind: Term["kind"]): string[] {
  return terms.filter((term) => term.kind === kind).map(({ iri }) => iri);
}
