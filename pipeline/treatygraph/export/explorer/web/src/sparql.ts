/** The query that gives a view's content from the graph that stands beside the page. */
import { h } from "./dom";
import type { Queries } from "./data";

/** Put a value into the query's line `VALUES ?name { … }`. */
export function fillQuery(text: string, name: string, value: string): string {
  const literal = value.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
  return text.replace(new RegExp(`VALUES \\?${name} \\{ "[^"\\n]*" \\}`), () => `VALUES ?${name} { "${literal}" }`);
}

/** Put further conditions last in the query's pattern, where they choose from what it found. */
export function narrowQuery(text: string, conditions: string[]): string {
  const end = text.lastIndexOf("\n}");
  return text.slice(0, end) + conditions.map((condition) => `\n  ${condition}`).join("") + text.slice(end);
}

export function sparqlButton(queries: Queries, name: string, parameters: Record<string, string> = {}, conditions: string[] = []): HTMLElement | null {
  const query = queries[name];
  if (!query) return null;
  const open = () => {
    let text = query.text;
    for (const [parameter, value] of Object.entries(parameters)) text = fillQuery(text, parameter, value);
    showQuery(name, query.question, narrowQuery(text, conditions));
  };
  return h("button", { type: "button", class: "tool", title: "The SPARQL for this view", onclick: open }, "SPARQL");
}

function showQuery(name: string, question: string, text: string): void {
  const said = h("span", { role: "status" });
  const copy = async () => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    said.textContent = "Copied";
  };
  const dialog = h(
    "dialog",
    { "aria-labelledby": "query-title", onclose: () => dialog.remove() },
    h("p", { class: "kicker" }, `SPARQL · ${name}`),
    h("h2", { id: "query-title" }, question),
    h("pre", { tabindex: 0 }, h("code", null, text)),
    h(
      "p",
      { class: "tools" },
      h("button", { type: "button", class: "tool", onclick: copy }, "Copy"),
      h("button", { type: "button", class: "tool", onclick: () => dialog.close() }, "Close"),
      said,
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
