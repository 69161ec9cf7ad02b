import type { Graph } from "../../viz/network/layout/layout-messages.ts";

/** A tie: its agents, its strength, and the trust of the lower and of the upper agent, ½ if not given. */
export type GraphTie = readonly [lower: number, upper: number, strength: number, trustOfLower?: number, trustOfUpper?: number];

/** A graph for the layout, active from 0.05 and strong from 0.4, with everyone in one circle unless given. */
export function makeGraph(
  agents: number,
  ties: readonly GraphTie[],
  {
    tick = 1,
    run = 1,
    circle = [],
    isRing = false,
  }: { tick?: number; run?: number; circle?: readonly number[]; isRing?: boolean } = {},
): Graph {
  return {
    tick,
    run,
    agents,
    isRing,
    present: new Uint8Array(agents).fill(1),
    circle: Uint32Array.from({ length: agents }, (_, agent) => circle[agent] ?? 0),
    lower: Uint32Array.from(ties, ([lower]) => lower),
    upper: Uint32Array.from(ties, ([, upper]) => upper),
    strength: Float32Array.from(ties, ([, , strength]) => strength),
    trustOfLower: Float32Array.from(ties, ([, , , trust = 0.5]) => trust),
    trustOfUpper: Float32Array.from(ties, ([, , , , trust = 0.5]) => trust),
    activeFrom: 0.05,
    strongFrom: 0.4,
    avoidBelow: 0.4,
  };
}
