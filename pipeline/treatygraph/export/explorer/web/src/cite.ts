/** What one takes along from a place: its citation, with the words, and a link to it; and where a card comes from. */
import { h } from "./dom";
import { unitWords } from "./pieces";

export interface Place {
  symbol: string;
  unit: string;
  page: number | null | undefined;
  words: string;
  /** The address of the place, from this page's. */
  link: string;
}

const MOST = 320;

/** "CED/C/KAZ/1, para. 25, p. 6: “Article 28 of the Criminal Code defines …”" */
export function citationWords({ symbol, unit, page, words }: Place): string {
  const short = words.length > MOST ? `${words.slice(0, words.lastIndexOf(" ", MOST))} …` : words;
  return `${symbol}, ${unitWords(unit).replace(/^Para/, "para").replace(/^(Table|Note)/, (word) => word.toLowerCase())}${page ? `, p. ${page}` : ""}: “${short.trim()}”`;
}

export function takeAlong(place: Place): HTMLElement {
  return h("span", { class: "take" }, copyButton("Cite", "Copy the citation: symbol, paragraph, page, words", () => citationWords(place)), copyButton("Link", "Copy a link to this place", () => new URL(place.link, location.href).href));
}

function copyButton(name: string, title: string, text: () => string): HTMLElement {
  const button = h("button", { type: "button", class: "copy", title, onclick: copy }, name);
  async function copy(): Promise<void> {
    button.textContent = (await toClipboard(text())) ? "Copied" : "Not copied";
    setTimeout(() => (button.textContent = name), 1600);
  }
  return h("span", { role: "status" }, button);
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some browsers give a page from a disk no clipboard; they copy what is selected.
    const field = h("textarea", { class: "sr", "aria-hidden": "true" }, text);
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}

/** The last line of a card, on paper too. */
export function sourceLine(source: string, program: string, address?: string): HTMLElement {
  return h("footer", { class: "source-line" }, `${source} · ${program}`, address ? [" · ", h("a", { href: address, target: "_blank", rel: "noreferrer" }, address)] : "");
}
