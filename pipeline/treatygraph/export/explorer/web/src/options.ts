/** How a list or matrix is filtered and sorted, in the address: a link or a step back shows it as it was. */
import { h } from "./dom";
import { hashOf, OPTIONS, readRoute, type Option } from "./routes";

/** A field for words, whose value is kept in the address. */
export function wordsField(label: string, changed: () => void, network = false): HTMLInputElement {
  const field = h("input", { type: "search", "aria-label": label, placeholder: label, value: readRoute().get("find") ?? "", oninput: () => (keep("find", field.value), changed(), network && announce()) });
  return field;
}

/** A choice, whose value is kept in the address unless it is the first. */
export function choice(name: Option, label: string, values: [string, string][], changed: () => void, network = false): HTMLSelectElement {
  const now = readRoute().get(name);
  const select = h(
    "select",
    { "aria-label": label, onchange: () => (keep(name, select.selectedIndex ? select.value : ""), changed(), network && announce()) },
    values.map(([value, words]) => h("option", { value, selected: value === now }, words)),
  );
  return select;
}

/** What the address says of a view's options, to see whether it changed. */
export function optionsNow(): string {
  const route = readRoute();
  return OPTIONS.map((name) => route.get(name) ?? "").join("\n");
}

/** Write one option into the address; the history does not grow. */
export function keep(name: Option, value: string): void {
  const route = readRoute();
  if (value) route.set(name, value);
  else route.delete(name);
  history.replaceState(null, "", hashOf(Object.fromEntries(route)));
}

/** Beside a view whose links keep its options, the links of the card are made anew. */
export function announce(): void {
  dispatchEvent(new HashChangeEvent("hashchange"));
}
