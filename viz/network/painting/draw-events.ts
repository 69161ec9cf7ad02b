import type { DrawingContext } from "../../drawing/drawing-context.ts";
import { includesAgent, type Scene } from "../scene.ts";
import { createBundles, pointOn } from "./bundles.ts";
import type { Painting } from "./painting.ts";

/** Milliseconds for which something that just happened is marked on its tie. */
const MARKED_FOR = 900;

/** Half the size of a mark, and the width of its lines, in CSS pixels. */
const SIZE = 3.5;
const WIDTH = 1.5;

/** Marks broken promises with a cross and new local bridges with a ring, in the middle of their ties. Returns whether any is on show. */
export function drawEvents(context: DrawingContext, scene: Scene, { palette, snapshot, now }: Painting): boolean {
  scene.events = scene.events.filter(({ at }) => now - at < MARKED_FOR);
  const { events, positions, agents, selection } = scene;
  const pixel = 1 / scene.transform.k;
  const bundles = events.length > 0 ? createBundles(scene, snapshot) : undefined;
  const placeOf = (agent: number) => ({ x: positions[2 * agent] as number, y: positions[2 * agent + 1] as number });
  for (const { kind, lower, upper } of events) {
    if (lower >= agents || upper >= agents) continue;
    if (selection !== undefined && !includesAgent(selection, lower) && !includesAgent(selection, upper)) continue;
    const [from, to] = [placeOf(lower), placeOf(upper)];
    const bend = bundles?.bendOf(lower, upper);
    const { x, y } = bend ? pointOn(bend, from, to, 0.5) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    context.setLineDash([]);
    const size = SIZE * pixel;
    if (kind === "bridge") {
      context.beginPath();
      context.moveTo(from.x, from.y);
      if (bend) context.bezierCurveTo(bend.x1, bend.y1, bend.x2, bend.y2, to.x, to.y);
      else context.lineTo(to.x, to.y);
      context.strokeStyle = palette.ink;
      context.lineWidth = pixel;
      context.stroke();
    }
    context.beginPath();
    if (kind === "broken") {
      context.moveTo(x - size, y - size);
      context.lineTo(x + size, y + size);
      context.moveTo(x - size, y + size);
      context.lineTo(x + size, y - size);
    } else context.arc(x, y, size, 0, 2 * Math.PI);
    strokeTwice(context, palette.paper, kind === "broken" ? (palette.trust[0] as string) : palette.ink, pixel);
  }
  return events.length > 0;
}

/** Strokes a path with a rim of paper, so that it stands out from other lines. */
function strokeTwice(context: DrawingContext, paper: string, color: string, pixel: number): void {
  context.strokeStyle = paper;
  context.lineWidth = 3 * WIDTH * pixel;
  context.stroke();
  context.strokeStyle = color;
  context.lineWidth = WIDTH * pixel;
  context.stroke();
}
