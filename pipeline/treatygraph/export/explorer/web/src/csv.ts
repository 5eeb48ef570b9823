/** Lists as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets look for). */
import { h } from "./dom";

export interface Sheet {
  name: string;
  head: string[];
  rows: () => (string | number | null | undefined)[][];
}

export function csvButton(sheet: Sheet): HTMLElement {
  return h("button", { type: "button", class: "tool", title: "Save this list as CSV", onclick: () => save(sheet) }, "CSV");
}

export function csvText(sheet: Sheet): string {
  return [sheet.head, ...sheet.rows()].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value: string | number | null | undefined): string {
  let text = value === null || value === undefined ? "" : String(value);
  // A cell that begins like a formula would be run by a spreadsheet. https://owasp.org/www-community/attacks/CSV_Injection
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function save(sheet: Sheet): void {
  const url = URL.createObjectURL(new Blob(["\ufeff", csvText(sheet)], { type: "text/csv" }));
  const link = h("a", { href: url, download: `${sheet.name.replace(/[^A-Za-z0-9_-]+/g, "-")}.csv` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
