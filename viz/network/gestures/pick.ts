import type { Selection } from "../../state/focus.ts";
import type { Point } from "../layout/layout-messages.ts";
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
 * @returns undefined if nothing is in reach
 */
export function pick(scene: Pickable, present: Uint8Array, point: Point, reach: number): Selection | undefined {
  const agent = nearestAgent(scene, present, point, reach);
  if (agent !== undefined) return { agent };
  const tie = nearestTie(scene, point, reach * TIE_REACH);
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

function nearestTie({ positions, agents, ties }: Pickable, point: Point, reach: number): number | undefined {
  let least = reach * reach;
  let nearest: number | undefined;
  for (let tie = 0; tie < ties.count; tie++) {
    const lower = ties.lower[tie] as number;
    const upper = ties.upper[tie] as number;
    if (lower >= agents || upper >= agents || ties.change[tie] === TieChange.DISAPPEARS) continue;
    const distance = squaredDistance(positions, lower, upper, point);
    if (distance >= least) continue;
    least = distance;
    nearest = tie;
  }
  return nearest;
}

/** From a point to the line between two agents. */
function squaredDistance(positions: Float32Array, one: number, other: number, { x, y }: Point): number {
  const x1 = positions[2 * one] as number;
  const y1 = positions[2 * one + 1] as number;
  const dx = (positions[2 * other] as number) - x1;
  const dy = (positions[2 * other + 1] as number) - y1;
  const squaredLength = dx * dx + dy * dy;
  const along = squaredLength === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / squaredLength;
  const share = Math.max(0, Math.min(1, along));
  return (x1 + share * dx - x) ** 2 + (y1 + share * dy - y) ** 2;
}
