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

/** A link to a view that stays in the network, as it is filtered there, where the network is open. */
export function viewHash(parts: Record<string, string | undefined>): string {
  if (document.body.dataset.stage !== "network") return hashOf(parts);
  const now = readRoute();
  const kept = OPTIONS.map((name): [string, string | undefined] => [name, now.get(name)]);
  return hashOf({ network: now.get("network") ?? "", ...Object.fromEntries(kept), ...parts });
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
