/** Lists by keyboard: up and down go from row to row, as in any list. */

const ROWS = "a.row, button.row, details.law > summary, .bars a, .entry-head .place, section li > a:first-child";

export function rowsOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.getClientRects().length);
}

export function walkRows(root: Element): void {
  root.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if ((key !== "ArrowDown" && key !== "ArrowUp") || ctrlKey || metaKey || altKey) return;
    const rows = rowsOf(root);
    const now = rows.indexOf(target as HTMLElement);
    const next = now < 0 ? undefined : rows[now + (key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
