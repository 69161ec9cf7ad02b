import type { DrawingContext } from "../../drawing/drawing-context.ts";
import { createAmountScale } from "../aspects.ts";
import { stepOf } from "../colors.ts";
import { radiusOf, type Scene } from "../scene.ts";
import { trustStepOf } from "../trust-scale.ts";
import { drawSpread, rippleLook } from "./draw-ripple.ts";
import { containsPoint, type Extent } from "./extent.ts";
import type { Look } from "./look.ts";
import type { Painting } from "./painting.ts";

/** How opaque agents are that are not lit while something is selected. */
const DIMMED = 0.25;

/** Width in pixels of a rim of paper that parts people from lines of their own color, and how many people are worth that work. */
const RIM = 0.8;
const MOST_RIMS = 1500;

/** Draws the agents, lit ones last. */
export function drawAgents(context: DrawingContext, scene: Scene, painting: Painting, extent: Extent): void {
  const { selection, ripple } = scene;
  const look = lookOf(scene, painting);
  if (ripple !== undefined) drawSpread(context, scene, ripple, painting);
  if (selection === undefined || ripple !== undefined) drawDots(context, scene, painting, extent, look, undefined);
  else {
    context.globalAlpha = DIMMED;
    drawDots(context, scene, painting, extent, look, 0);
    context.globalAlpha = 1;
    drawDots(context, scene, painting, extent, look, 1);
  }
}

/** Draws rings around the hovered and the selected agent. */
export function drawRings(context: DrawingContext, scene: Scene, painting: Painting): void {
  const sources = scene.ripple?.sources.map((agent) => ({ agent })) ?? [];
  for (const one of [...sources, scene.hovered, scene.selection])
    if (one !== undefined && "agent" in one && one.agent < scene.agents)
      drawRing(context, scene, painting, one.agent, lookOf(scene, painting));
}

function lookOf(scene: Scene, { snapshot, palette }: Painting): Look {
  const { colorBy, sizeBy, ripple } = scene;
  if (ripple !== undefined) return rippleLook(ripple, palette);
  const size = sizeBy === "none" ? undefined : createAmountScale(snapshot, sizeBy);
  if (colorBy === "circle") {
    const { circle } = snapshot;
    return { size, color: (agent) => palette.groups[scene.groups[circle[agent] ?? 0] ?? 0] ?? palette.ink };
  }
  if (colorBy === "trust") {
    const { trustReceived } = snapshot;
    return { size, color: (agent) => palette.trust[trustStepOf(trustReceived[agent] ?? Number.NaN)] ?? palette.ink };
  }
  const amount = createAmountScale(snapshot, colorBy);
  return { size, color: (agent) => palette.amounts[stepOf(amount(agent))] ?? palette.ink };
}

/** @param onlyLit 1 for lit agents, 0 for the others, undefined for all */
function drawDots(
  context: DrawingContext,
  scene: Scene,
  { snapshot: { present }, palette }: Painting,
  extent: Extent,
  look: Look,
  onlyLit: 0 | 1 | undefined,
): void {
  const { positions, agents, lit, pinned, transform } = scene;
  const hasRims = agents <= MOST_RIMS;
  for (let agent = 0; agent < agents; agent++) {
    if (present[agent] !== 1 || (onlyLit !== undefined && (lit[agent] ?? 0) !== onlyLit)) continue;
    const x = positions[2 * agent] as number;
    const y = positions[2 * agent + 1] as number;
    if (!containsPoint(extent, x, y)) continue;
    const radius = radiusOf(look.size?.(agent), scene) / transform.k;
    if (hasRims) {
      context.fillStyle = palette.paper;
      fillDisk(context, x, y, radius + RIM / transform.k);
    }
    context.fillStyle = look.color(agent);
    fillDisk(context, x, y, radius);
    if (!pinned.has(agent)) continue;
    context.fillStyle = palette.paper;
    fillDisk(context, x, y, radius * 0.4);
  }
}

function fillDisk(context: DrawingContext, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawRing(context: DrawingContext, scene: Scene, { palette }: Painting, agent: number, look: Look): void {
  const { positions, transform } = scene;
  const pixel = 1 / transform.k;
  const radius = (radiusOf(look.size?.(agent), scene) + 2) * pixel;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2 * pixel;
  context.beginPath();
  context.arc(positions[2 * agent] as number, positions[2 * agent + 1] as number, radius, 0, 2 * Math.PI);
  context.stroke();
}
