/** Stable links: `#par-57` is a place in the text; `#law=…`, `#article=17`, `#mention=…` open a view beside it. */

export type Route = Map<string, string>;

export function readRoute(hash = location.hash): Route {
  const route: Route = new Map();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (part) route.set(decode(at < 0 ? part : part.slice(0, at)), at < 0 ? "" : decode(part.slice(at + 1)));
  }
  return route;
}

export function hashOf(parts: Record<string, string | undefined>): string {
  const written = Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === "" ? key : `${key}=${encode(value!)}`));
  return `#${written.join("&")}`;
}

/** How a view is filtered and sorted. */
export const OPTIONS = ["kind", "tie", "order", "find"] as const;
export type Option = (typeof OPTIONS)[number];

/** In the address of a view beside which the side panel is folded. */
export const FOLD = "fold";

/** The part of an address that has the options of the view that is open: "&order=name", or nothing. */
export function optionsHash(): string {
  const now = readRoute();
  const kept = hashOf(Object.fromEntries(OPTIONS.map((name) => [name, now.get(name)])));
  return kept === "#" ? "" : `&${kept.slice(1)}`;
}

/** What can stand in the place of a report's text, with a card beside it. */
export const STAGES = ["network", "timeline"] as const;
export type Stage = (typeof STAGES)[number];

export function stageOf(route: Route): Stage | "text" {
  return STAGES.find((stage) => route.has(stage)) ?? "text";
}

/** A link to a view that stays in the network or timeline, as it is filtered there, where that is open. */
export function viewHash(parts: Record<string, string | undefined>, stage = document.body.dataset.stage): string {
  if (!STAGES.includes(stage as Stage)) return hashOf(parts);
  const now = readRoute();
  const kept = OPTIONS.map((name): [string, string | undefined] => [name, now.get(name)]);
  return hashOf({ [stage!]: now.get(stage!) ?? "", ...Object.fromEntries(kept), ...parts });
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/%20/g, "+").replace(/%2C/g, ",");
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return value;
  }
}
