import type { Selection } from "../../state/focus.ts";
import type { Point } from "../layout/layout-messages.ts";
import { type Bundles, pointOn, straight } from "../painting/bundles.ts";
import type { Scene } from "../scene.ts";
import { TieChange } from "../ties/drawn-ties.ts";

type Pickable = Pick<Scene, "positions" | "agents" | "ties">;

/** Ties are as long as the picture, so a pointer has to come closer to one than to an agent: by this factor. */
const TIE_REACH = 0.6;

/**
 * The nearest agent within reach of a point, else the nearest tie. It measures the distance to each: for some thousand that is
 * less work than an index of places that change all the time.
 *
 * @param present by agent: 1 if it is there
 * @param reach in units of the layout, as the point is
 * @param bundles how ties are bent; straight if not given
 * @returns undefined if nothing is in reach
 */
export function pick(
  scene: Pickable,
  present: Uint8Array,
  point: Point,
  reach: number,
  bundles: Bundles = straight,
): Selection | undefined {
  const agent = nearestAgent(scene, present, point, reach);
  if (agent !== undefined) return { agent };
  const tie = nearestTie(scene, point, reach * TIE_REACH, bundles);
  return tie === undefined ? undefined : { lower: scene.ties.lower[tie] as number, upper: scene.ties.upper[tie] as number };
}

function nearestAgent({ positions, agents }: Pickable, present: Uint8Array, { x, y }: Point, reach: number): number | undefined {
  let least = reach * reach;
  let nearest: number | undefined;
  for (let agent = 0; agent < agents; agent++) {
    const dx = (positions[2 * agent] as number) - x;
    const dy = (positions[2 * agent + 1] as number) - y;
    const distance = dx * dx + dy * dy;
    if (present[agent] !== 1 || distance >= least) continue;
    least = distance;
    nearest = agent;
  }
  return nearest;
}

/** Straight pieces that stand for a bent tie. */
const PIECES = 12;

function nearestTie({ positions, agents, ties }: Pickable, point: Point, reach: number, bundles: Bundles): number | undefined {
  const placeOf = (agent: number): Point => ({ x: positions[2 * agent] as number, y: positions[2 * agent + 1] as number });

  let least = reach * reach;
  let nearest: number | undefined;
  for (let tie = 0; tie < ties.count; tie++) {
    const lower = ties.lower[tie] as number;
    const upper = ties.upper[tie] as number;
    if (lower >= agents || upper >= agents || ties.change[tie] === TieChange.DISAPPEARS) continue;
    const [from, to] = [placeOf(lower), placeOf(upper)];
    const bend = bundles.bendOf(lower, upper);
    let before = from;
    for (let piece = 1; piece <= (bend ? PIECES : 1); piece++) {
      const after = bend ? pointOn(bend, from, to, piece / PIECES) : to;
      const distance = squaredDistance(before, after, point);
      before = after;
      if (distance >= least) continue;
      least = distance;
      nearest = tie;
    }
  }
  return nearest;
}

/** From a point to the line between two others. */
function squaredDistance({ x: x1, y: y1 }: Point, to: Point, { x, y }: Point): number {
  const dx = to.x - x1;
  const dy = to.y - y1;
  const squaredLength = dx * dx + dy * dy;
  const along = squaredLength === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / squaredLength;
  const share = Math.max(0, Math.min(1, along));
  return (x1 + share * dx - x) ** 2 + (y1 + share * dy - y) ** 2;
}
