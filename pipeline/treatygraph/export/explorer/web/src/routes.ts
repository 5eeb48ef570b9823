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

/** A link to a view that stays in the network where the network is open. */
export function viewHash(parts: Record<string, string | undefined>): string {
  return hashOf(document.body.dataset.stage === "network" ? { network: "", ...parts } : parts);
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
