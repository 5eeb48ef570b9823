/** The sessions and meetings of a Committee at which a document was considered or adopted, or for which it is issued. */
import type { SittingRow } from "./data";
import { h, type Child } from "./dom";
import { unitWords } from "./pieces";
import type { Moment } from "./timeline";

/** Those that are dated. `link` gives where an anchor stands; what the cover says leads to the document. */
export function sittingMoments(rows: SittingRow[] | undefined, symbol: string, link: (anchor: string | null) => string): Moment[] {
  return (rows ?? []).flatMap((row): Moment[] => {
    const [, , , , date, unit, anchor, page, words] = row;
    if (!date) return [];
    const place: Child = unit && anchor ? [h("a", { class: "place", href: link(anchor) }, unitWords(unit)), page ? `, page ${page}` : ""] : "on the cover";
    return [{ date, lane: "session", name: `${symbol}, ${sittingWords(row)}`, href: link(anchor), more: h("span", null, place, `: “${words}”`) }];
  });
}

/** "the report considered at the 206th and 207th meetings". */
export function sittingWords([purpose, by, session, meetings]: SittingRow): string {
  const done = { considered: "the report considered at", adopted: "adopted at", "issued-for": "issued for" }[purpose];
  const numbers = (session === null ? meetings : [session]).map(ordinal);
  const listed = [numbers.slice(0, -1).join(", "), numbers.at(-1)].filter(Boolean).join(" and ");
  return `${done} the ${listed} ${session !== null ? "session" : numbers.length > 1 ? "meetings" : "meeting"}${by === "working-group" ? " of the working group" : ""}`;
}

function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}
