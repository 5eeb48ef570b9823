/** What the service tells the query page; `serving/query_page.py` writes it. */
export interface Example {
  name: string;
  question: string;
  query: string;
}

/** A class or a property of the vocabulary. */
export interface Term {
  iri: string;
  kind: "class" | "property";
}

export interface QueryData {
  endpoint: string;
  /** What the IRIs of the graph begin with. */
  base: string;
  prefixes: Record<string, string>;
  terms: Term[];
  examples: Example[];
  first: string;
}

export function readQueryData(): QueryData {
  const data = JSON.parse(document.getElementById("data")!.textContent!) as QueryData;
  return { ...data, endpoint: new URL(data.endpoint, location.href).href };
}
