import type { Surface } from "../charts/prepare-canvas.ts";
import { boundsOf, fitTransform } from "../network/gestures/view-transform.ts";
import type { Palette } from "../network/painting/palette.ts";
import { radiusOf, type Scene } from "../network/scene.ts";
import { trustStepOf } from "../network/trust-scale.ts";
import type { Comparison } from "./compare-ties.ts";

/** Differences of strength from here up are drawn, and the width of the largest one in CSS pixels. */
const DRAWN_FROM = 0.05;
const WIDEST = 4;

/** Ties of at least this strength in both worlds are drawn as a background. */
const STRONG = 0.4;

/** Draws one of two worlds on the layout of the page: its people by the trust they receive, and the ties that are stronger in it. */
export function drawWorld(
  { context, width, height }: Pick<Surface, "context" | "width" | "height">,
  which: "changed" | "unchanged",
  comparison: Comparison,
  { positions, agents, spacing }: Pick<Scene, "positions" | "agents" | "spacing">,
  palette: Palette & { readonly more: string },
): void {
  const own = comparison[which];
  const bounds = boundsOf(positions, agents);
  if (bounds === undefined) return;
  const transform = fitTransform(bounds, width, height);
  const x = (agent: number) => transform.applyX(positions[2 * agent] as number);
  const y = (agent: number) => transform.applyY(positions[2 * agent + 1] as number);
  const line = (lower: number, upper: number) => {
    if (lower >= agents || upper >= agents) return;
    context.beginPath();
    context.moveTo(x(lower), y(lower));
    context.lineTo(x(upper), y(upper));
    context.stroke();
  };
  context.lineCap = "round";
  context.strokeStyle = palette.rule;
  context.globalAlpha = 0.25;
  context.lineWidth = 1;
  for (let tie = 0; tie < own.ties; tie++)
    if ((own.strength[tie] as number) >= STRONG) line(own.lower[tie] as number, own.upper[tie] as number);
  context.strokeStyle = palette.more;
  context.globalAlpha = 0.8;
  for (const { lower, upper, before, after } of comparison.ties) {
    const more = which === "changed" ? after - before : before - after;
    if (more < DRAWN_FROM) continue;
    context.lineWidth = 0.75 + (WIDEST - 0.75) * Math.min(1, more);
    line(lower, upper);
  }
  context.globalAlpha = 1;
  const radius = Math.min(7, radiusOf(undefined, { spacing, transform }));
  for (let agent = 0; agent < Math.min(agents, own.agents); agent++) {
    if (own.present[agent] !== 1) continue;
    context.fillStyle = palette.trust[trustStepOf(own.trustReceived[agent] ?? Number.NaN)] ?? palette.ink;
    context.beginPath();
    context.arc(x(agent), y(agent), radius, 0, 2 * Math.PI);
    context.fill();
  }
}
