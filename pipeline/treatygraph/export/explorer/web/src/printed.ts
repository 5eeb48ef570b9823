/** The printed page with the words boxed, whose picture is loaded when it is asked for. */
import type { Mention, ReportIndex } from "./data";
import { h } from "./dom";

type Box = NonNullable<Mention["boxes"]>[number];

/** A fold for each page on which words of mentions stand; nothing where there are no pictures. */
export function printedPages(index: ReportIndex, mentions: number[]): HTMLElement[] {
  const { printed } = index.data;
  if (!printed) return [];
  const pages = new Map<number, Box[]>();
  for (const place of mentions)
    for (const box of index.data.mentions[place].boxes ?? []) pages.set(box[0], [...(pages.get(box[0]) ?? []), box]);
  return [...pages].sort(([a], [b]) => a - b).map(([page, boxes]) => printedPage(index, page, boxes));
}

function printedPage(index: ReportIndex, page: number, boxes: Box[]): HTMLElement {
  const printed = index.data.printed!;
  const picture = `${printed.folder}/page-${page}.webp`;
  const body = h("div", { class: "printed-body" });
  const fill = () => {
    if (body.firstChild) return;
    const [width, height] = printed.sizes[page];
    const sheet = h("div", { class: "sheet" }, h("img", { src: picture, width, height, alt: `Page ${page} of ${index.data.report.symbol} as printed; the words are in a box` }), boxes.map((box) => frame(box, width / printed.scale, height / printed.scale)));
    const view = h("div", { class: "sheet-view", tabindex: 0, role: "group", "aria-label": `Page ${page} as printed` }, sheet);
    body.append(
      view,
      h("p", { class: "meta" }, h("a", { href: picture, target: "_blank" }, "Whole page"), " · ", h("a", { href: `${printed.folder}/${printed.pdf}#page=${page}`, target: "_blank" }, `PDF, page ${page}`), " · ", h("a", { href: index.data.report.address, target: "_blank", rel: "noreferrer" }, "UN document")),
    );
    requestAnimationFrame(() => showBox(view));
  };
  const fold: HTMLDetailsElement = h("details", { class: "printed", ontoggle: () => fold.open && fill() }, h("summary", null, `Page ${page} as printed`), body);
  return fold;
}

/** A box over the picture, in shares of its size, since the picture is as wide as there is room. */
function frame([, left, top, right, bottom]: Box, width: number, height: number): HTMLElement {
  const box = h("i", { class: "box-on-page" });
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`;
  box.style.left = share(left - 2, width);
  box.style.top = share(top - 2, height);
  box.style.width = share(right - left + 4, width);
  box.style.height = share(bottom - top + 4, height);
  return box;
}

/** Scroll the view so that the first box stands in its middle. */
function showBox(view: HTMLElement): void {
  const box = view.querySelector<HTMLElement>(".box-on-page");
  if (!box) return;
  view.scrollTop = box.offsetTop - (view.clientHeight - box.offsetHeight) / 2;
  // The margin is left out; words that end beyond the view draw it to the right.
  const margin = 0.1 * view.scrollWidth;
  view.scrollLeft = Math.max(margin, Math.min(box.offsetLeft - 24, box.offsetLeft + box.offsetWidth + 24 - view.clientWidth));
}
