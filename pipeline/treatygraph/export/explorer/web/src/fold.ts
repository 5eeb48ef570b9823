/** The side panel folds away, by a button and the key "s"; whether it is folded stands in the address. */
import { h } from "./dom";
import { FOLD, hashOf, readRoute } from "./routes";

export function foldButton(): HTMLElement {
  const button = h("button", { type: "button", class: "theme fold", "aria-label": "Fold the side panel", "aria-pressed": "false", title: "Fold the side panel (s)", onclick: toggleFold }, "⇥");
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input, select, textarea, dialog");
    if (event.key === "s" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) toggleFold();
  });
  return button;
}

function toggleFold(): void {
  const route = readRoute();
  if (isFolded()) route.delete(FOLD);
  else route.set(FOLD, "");
  setFolded(!isFolded());
  history.replaceState(null, "", hashOf(Object.fromEntries(route)));
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** After the address changed: a link that opens a card unfolds the panel, one to another view leaves it as it is. */
export function keepFold(opensCard: boolean): void {
  const route = readRoute();
  if (isFolded() && !route.has(FOLD) && !opensCard) {
    route.set(FOLD, "");
    history.replaceState(null, "", hashOf(Object.fromEntries(route)));
  }
  setFolded(route.has(FOLD));
}

export function setFolded(folded: boolean): void {
  document.body.toggleAttribute("data-folded", folded);
  document.querySelector(".fold")?.setAttribute("aria-pressed", String(folded));
}

function isFolded(): boolean {
  return document.body.hasAttribute("data-folded");
}
