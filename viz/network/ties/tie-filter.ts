import type { Graph } from "../layout/layout-messages.ts";
import type { Filter } from "./filters.ts";
import { strengthBars } from "./strongest-ties.ts";

/** Each agent shows this many of its strongest ties, and of its strongest local bridges: all of them would hide the rest. */
const STRONGEST = 4;
const STRONGEST_BRIDGES = 1;

/** A tie is new for a year, in ticks. */
const NEW_FOR = 52;

/**
 * A function that says whether the picture shows a tie. It is meant for active ties.
 *
 * @param isBridge by tie: 1 for a local bridge
 * @param firstSeen by tie: tick at which it first appeared, 0 if it was there at the start
 */
export function createTieFilter(
  graph: Graph,
  filter: Filter,
  isBridge: Uint8Array,
  firstSeen: Int32Array,
): (tie: number) => boolean {
  const { lower, upper, strength, strongFrom, trustOfLower, trustOfUpper, avoidBelow, tick } = graph;
  const strengthOf = (tie: number) => strength[tie] as number;
  switch (filter) {
    case "best": {
      const bars = strengthBars(graph, STRONGEST);
      const bridgeBars = strengthBars(graph, STRONGEST_BRIDGES, isBridge);
      return (tie) => {
        const bar = isBridge[tie] === 1 ? bridgeBars : bars;
        return strengthOf(tie) >= (bar[lower[tie] as number] as number) || strengthOf(tie) >= (bar[upper[tie] as number] as number);
      };
    }
    case "strong":
      return (tie) => strengthOf(tie) >= strongFrom;
    case "weak":
      return (tie) => strengthOf(tie) < strongFrom;
    case "bridges":
      return (tie) => isBridge[tie] === 1;
    case "new":
      return (tie) => {
        const first = firstSeen[tie] as number;
        return first > 0 && tick - first < NEW_FOR;
      };
    case "broken":
      return (tie) => Math.min(trustOfLower[tie] as number, trustOfUpper[tie] as number) < avoidBelow;
  }
}
