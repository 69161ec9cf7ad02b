import type { Selection } from "../../state/focus.ts";
import type { Scene } from "../scene.ts";

/**
 * The agent at a place of the layout, within reach of a finger, or else the tie; undefined where there is neither. Goes
 * through all of them: a few thousand distances are less work than keeping an index of what moves all the time.
 *
 * @param reach in units of the layout
 */
export function pick(scene: Scene, present: Uint8Array, x: number, y: number, reach: number): Selection | undefined {
  const { positions, agents } = scene;
  let best = reach * reach;
  let found = -1;
  for (let agent = 0; agent < agents; agent++) {
    const dx = positions[2 * agent] - x;
    const dy = positions[2 * agent + 1] - y;
    if (present[agent] === 1 && dx * dx + dy * dy < best) {
      best = dx * dx + dy * dy;
      found = agent;
    }
  }
  return found >= 0 ? { agent: found } : pickTie(scene, x, y, reach * 0.6);
}

function pickTie({ positions, agents, ties }: Scene, x: number, y: number, reach: number): Selection | undefined {
  let best = reach * reach;
  let found = -1;
  for (let tie = 0; tie < ties.count; tie++) {
    if (ties.lower[tie] >= agents || ties.upper[tie] >= agents || ties.change[tie] === 2) continue;
    const distance = toSegment(positions, ties.lower[tie], ties.upper[tie], x, y);
    if (distance < best) {
      best = distance;
      found = tie;
    }
  }
  return found < 0 ? undefined : { lower: ties.lower[found], upper: ties.upper[found] };
}

/** Square of the distance from a place to the line between two agents. */
function toSegment(positions: Float32Array, one: number, other: number, x: number, y: number): number {
  const x1 = positions[2 * one];
  const y1 = positions[2 * one + 1];
  const dx = positions[2 * other] - x1;
  const dy = positions[2 * other + 1] - y1;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return (x1 + along * dx - x) ** 2 + (y1 + along * dy - y) ** 2;
}
