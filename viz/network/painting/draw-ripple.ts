import type { DrawingContext } from "../../drawing/drawing-context.ts";
import type { RippleOnShow } from "../../state/ripple-on-show.ts";
import { stepOf } from "../colors.ts";
import type { Scene } from "../scene.ts";
import type { Look } from "./look.ts";
import type { Painting } from "./painting.ts";
import type { Palette } from "./palette.ts";

/** Sizes of people on a scale from 0 to 1: those who differ noticeably, those who differ, and all others. */
const NOTICED = 0.16;
const DIFFERS = 0.04;
const SAME = 0;

/** Width in CSS pixels of the lines along which a ripple spread. */
const WIDTH = 1.5;

/** Where a week lies on the scale of colors, from the event to the last week in which the ripple reached anyone: 0 to 1. */
function shareOfWeek(week: number, { lastReached }: Pick<RippleOnShow, "lastReached">): number {
  return lastReached <= 1 ? 0 : Math.min(1, (week - 1) / (lastReached - 1));
}

/** Colors whom a ripple has reached by the week in which it did. Those who differ noticeably are larger. */
export function rippleLook(ripple: RippleOnShow, palette: Palette): Look {
  const { since, noticed, week, sources } = ripple;
  const hasReached = (agent: number) => sources.includes(agent) || isReached(since[agent], week);
  return {
    color: (agent) =>
      hasReached(agent) ? (palette.amounts[stepOf(shareOfWeek(since[agent] || 1, ripple))] ?? palette.ink) : palette.rule,
    size: (agent) => (!hasReached(agent) ? SAME : noticed[agent] === 1 ? NOTICED : DIFFERS),
  };
}

/** Draws a line from each person who brought a ripple to another one. The context is in units of the layout. */
export function drawSpread(
  context: DrawingContext,
  { positions, agents, transform }: Scene,
  ripple: RippleOnShow,
  { palette, snapshot: { present } }: Painting,
): void {
  const { since, via, week } = ripple;
  context.lineWidth = WIDTH / transform.k;
  context.setLineDash([]);
  for (let agent = 0; agent < Math.min(agents, via.length); agent++) {
    const from = via[agent] as number;
    if (from < 0 || from >= agents || !isReached(since[agent], week) || present[agent] !== 1 || present[from] !== 1) continue;
    context.strokeStyle = palette.amounts[stepOf(shareOfWeek(since[agent] as number, ripple))] ?? palette.ink;
    context.beginPath();
    context.moveTo(positions[2 * from] as number, positions[2 * from + 1] as number);
    context.lineTo(positions[2 * agent] as number, positions[2 * agent + 1] as number);
    context.stroke();
  }
}

function isReached(since: number | undefined, week: number): boolean {
  return since !== undefined && since > 0 && since <= week;
}
