import type { Snapshot } from "../../workers/messages.ts";
import { GROUPS } from "./colors.ts";
import { countMembers } from "./layout/place-circles.ts";

/** The circles that have their own color, and how many more there are, which use the same colors. */
export function chooseLegendCircles(snapshot: Pick<Snapshot, "circle" | "agents"> | undefined): { shown: number[]; more: number } {
  const circles = snapshot === undefined ? 0 : countMembers(snapshot).length;
  const shown = Math.min(circles, GROUPS);
  return { shown: Array.from({ length: shown }, (_, circle) => circle), more: circles - shown };
}
