/** Elements from names, attributes and children. Text is always text: nothing here parses HTML. */

export type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Attributes | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name: string, attributes?: Attributes | null, ...children: Child[]): SVGElement {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes | null | undefined, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

export function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false) element.append(String(child));
  }
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** An ISO or EDTF date in words: "2011-01-18" → "18 January 2011", "2015-08-17/2015-09-04" → "17 August – 4 September 2015". */
export function dateWords(value: string): string {
  const [first, last] = value.split("/");
  if (last === undefined) return dayWords(first);
  const days = first.length === 10 && last.length === 10;
  const same = days && first.slice(0, 7) === last.slice(0, 7) ? 8 : days && first.slice(0, 4) === last.slice(0, 4) ? 5 : 0;
  return `${same ? dayWords(first).split(" ").slice(0, same === 8 ? 1 : 2).join(" ") : dayWords(first)} – ${dayWords(last)}`;
}

function dayWords(part: string): string {
  const [, year, month, day] = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?$/.exec(part) ?? [];
  if (!year) return part;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year !== "XXXX" && year].filter(Boolean).join(" ");
}
