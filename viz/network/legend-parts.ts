import type { Snapshot } from "../../workers/messages.ts";
import type { RippleOnShow } from "../state/ripple-on-show.ts";
import { countOf } from "../text/format-number.ts";
import { type Amount, type Aspect, aspectLabel, scaleEnds } from "./aspects.ts";
import { chooseLegendCircles } from "./legend-circles.ts";
import { type Filter, filterMeanings } from "./ties/filters.ts";
import { TRUST_HIGH, TRUST_LOW } from "./trust-scale.ts";

/** A part of the legend, for the page and for pictures that are saved. */
export type LegendPart =
  /** the colors of circles */
  | { readonly kind: "circles"; readonly circles: readonly { readonly group: number; readonly name: string }[] }
  | {
      /** steps of color between two ends */
      readonly kind: "scale";
      readonly label: string;
      readonly colors: "trust" | "amounts";
      readonly ends: readonly [low: string, high: string];
    }
  | { readonly kind: "text"; readonly text: string; readonly isSoft: boolean }
  /** what lines mean: bands only where ties are summed, and the marks of what happens this week only in slow runs */
  | { readonly kind: "strokes"; readonly hasBands: boolean; readonly hasMarks: boolean }
  /** how many ties are shown: what comes before and after the words "active ties" */
  | { readonly kind: "shown"; readonly before: string; readonly after: string };

/** How many ties have a line each, how many between circles are summed in bands, and how many are active in all. */
export interface TieCounts {
  readonly drawn: number;
  readonly summed: number;
  readonly active: number;
}

/** The ties that have a line each while those between circles are summed. */
const SINGLE = "each person’s four strongest and one bridge within the circle";

/** What a band stands for. */
export const BAND = "between circles";

/** What the legend explains. */
export interface Explained {
  readonly colorBy: Aspect;
  readonly sizeBy: Amount | "none";
  readonly filter: Filter;
  readonly ties: TieCounts;
  /** whether single events are marked */
  readonly hasMarks: boolean;
  readonly snapshot: Snapshot | undefined;
  readonly circleName: (circle: number) => string;
  readonly ripple: RippleOnShow | undefined;
}

/** What colors, sizes and lines mean, and which ties are shown. */
export function legendParts(explained: Explained): LegendPart[] {
  const { colorBy, sizeBy, filter, ties, hasMarks, snapshot, circleName, ripple } = explained;
  if (ripple !== undefined) return rippleParts(ripple);
  const parts: LegendPart[] = [];
  if (colorBy === "circle") {
    const { shown, more } = chooseLegendCircles(snapshot);
    // Colors that several circles share name none of them.
    if (more > 0) parts.push({ kind: "text", text: `Colors: ${shown.length + more} circles`, isSoft: false });
    else parts.push({ kind: "circles", circles: shown.map((group) => ({ group, name: circleName(group) })) });
  } else if (colorBy !== "trust")
    parts.push({ kind: "scale", label: aspectLabel(colorBy), colors: "amounts", ends: scaleEnds(colorBy, snapshot) });
  if (sizeBy !== "none")
    parts.push({ kind: "text", text: `Size: ${aspectLabel(sizeBy)}, ${scaleEnds(sizeBy, snapshot).join(" to ")}`, isSoft: false });
  const label = colorBy === "trust" ? "Trust, of ties and received" : "Trust, of ties";
  parts.push({ kind: "scale", label, colors: "trust", ends: [String(TRUST_LOW), String(TRUST_HIGH)] });
  parts.push({ kind: "strokes", hasBands: ties.summed > 0, hasMarks }, shownPart(ties, filter));
  return parts;
}

function shownPart({ drawn, summed, active }: TieCounts, filter: Filter): LegendPart {
  const count = (one: number) => one.toLocaleString("en-US");
  const before = `${summed > 0 ? "Lines: " : ""}${count(drawn)} of ${count(active)} `;
  const after = summed > 0 ? `, ${SINGLE}. Bands: the ${count(summed)} between circles.` : ` shown: ${filterMeanings[filter]}.`;
  return { kind: "shown", before, after };
}

/** What colors, sizes and lines mean while a ripple is on show. */
function rippleParts({ week, lastReached, since, noticed }: RippleOnShow): LegendPart[] {
  const reached = since.filter((one) => one > 0 && one <= week).length;
  const noticeably = noticed.filter((one) => one === 1).length;
  const counts = `Week ${week} of the ripple: it has reached ${countOf(reached, "person", "people")}; ${countOf(noticeably, "person differs", "people differ")} noticeably.`;
  return [
    { kind: "scale", label: "First differs in", colors: "amounts", ends: ["week 1", `week ${lastReached}`] },
    { kind: "text", text: `Large: differs noticeably in week ${week}. Gray: does not differ.`, isSoft: false },
    { kind: "text", text: "Lines: who brought it to whom. Rings: the people of the event.", isSoft: false },
    { kind: "text", text: counts, isSoft: true },
  ];
}
