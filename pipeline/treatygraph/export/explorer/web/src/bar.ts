/** The bar at the top: where one is, the views, search, and light or dark. */
import { h, type Child } from "./dom";
import { foldButton, setFolded } from "./fold";
import { rowsOf } from "./keys";
import { hashOf, readRoute } from "./routes";

/** Milliseconds without a keystroke after which is searched: a result stands within 100 ms of it. */
const PAUSE = 30;

export interface Tab {
  name: string;
  hash: string;
  current: (route: Map<string, string>) => boolean;
}

export function makeBar(title: Child, tabs: Tab[], searchLabel: string): { update: () => void; search: HTMLInputElement } {
  const search = h("input", { type: "search", id: "search", name: "search", "aria-label": searchLabel, placeholder: searchLabel, autocomplete: "off", spellcheck: "false" });
  let waiting = 0;
  let typed = false;
  const find = () => {
    clearTimeout(waiting);
    waiting = 0;
    const query = search.value.trim();
    const hash = query ? hashOf({ search: query }) : "#report";
    // While one types, the address changes but the history does not grow.
    if (typed) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    typed = true;
    dispatchEvent(new HashChangeEvent("hashchange"));
  };
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(find, PAUSE);
  });
  search.addEventListener("keydown", (event) => {
    if ((event.key !== "Enter" && event.key !== "ArrowDown") || !search.value.trim()) return;
    event.preventDefault();
    if (waiting || readRoute().get("search") !== search.value.trim()) find();
    rowsOf(document.getElementById("side")!)[0]?.focus();
  });
  search.addEventListener("blur", () => (typed = false));
  const links = tabs.map((tab) => ({ tab, link: h("a", { href: tab.hash }, tab.name) }));
  document.getElementById("bar")!.append(
    skipLink("Skip to the text", () => document.querySelector<HTMLElement>("main:not([hidden])")!),
    skipLink("Skip to the evidence", () => {
      // On a phone the evidence is folded away until it is asked for.
      document.body.dataset.side = "open";
      setFolded(false);
      return document.getElementById("side")!;
    }),
    h("div", { class: "brand" }, title),
    h("nav", { "aria-label": "Views" }, links.map(({ link }) => link)),
    h("form", { class: "find", role: "search", onsubmit: (event: Event) => event.preventDefault() }, search),
    foldButton(),
    themeButton(),
  );
  const update = () => {
    const route = readRoute();
    for (const { tab, link } of links) {
      if (tab.current(route)) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (document.activeElement !== search) search.value = route.get("search") ?? "";
  };
  return { update, search };
}

/** The first links of the page; the address stays, since it names the view. */
function skipLink(words: string, target: () => HTMLElement): HTMLElement {
  const skip = (event: Event) => {
    event.preventDefault();
    target().focus();
  };
  return h("a", { class: "skip", href: "#text", onclick: skip }, words);
}

function themeButton(): HTMLElement {
  const stored = readTheme();
  if (stored) document.documentElement.dataset.theme = stored;
  const dark = () =>
    (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const button = h("button", { type: "button", class: "theme", "aria-label": "Dark colours", "aria-pressed": String(dark()), title: "Light or dark" }, "◐");
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    try {
      localStorage.setItem("treatygraph-theme", theme);
    } catch {
      // A page opened from a file may have no storage; the choice then lasts as long as the page.
    }
    dispatchEvent(new Event("themechange"));
  });
  return button;
}

function readTheme(): string | null {
  try {
    return localStorage.getItem("treatygraph-theme");
  } catch {
    return null;
  }
}
