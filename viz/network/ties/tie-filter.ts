import type { Graph } from "../layout/layout-messages.ts";
import type { Filter } from "./filters.ts";
import { strengthBars } from "./strongest-ties.ts";
import type { TieHistory } from "./tie-history.ts";

/** Each agent shows this many of its strongest ties, and of its strongest local bridges: all of them would hide the rest. */
const STRONGEST = 4;
const STRONGEST_BRIDGES = 1;

/**
 * A tie on show leaves only when it is no longer among this many of either agent, and not before it has been on show for this many
 * ticks. Without that, a third of the lines would change each second.
 */
const STAYS_AMONG = 7;
const STAYS_AMONG_BRIDGES = 3;
const STAYS_FOR = 26;

/** Among ties that are equally strong, as at the start of many runs, small amounts spread evenly decide which are the strongest. */
const TIE_BREAK = 1e-4;
const GOLDEN = 0.618_033_988_749_894_9;

/** A tie is new for a year, in ticks. */
const NEW_FOR = 52;

/**
 * A function that says whether the picture shows a tie. It is meant for active ties.
 *
 * @param isBridge by tie: 1 for a local bridge
 * @param past what is known of the ties from earlier graphs; `chosen` is what this filter chose last
 */
export function createTieFilter(
  graph: Graph,
  filter: Filter,
  isBridge: Uint8Array,
  { firstSeen, average, chosen }: Pick<TieHistory, "firstSeen" | "average" | "chosen">,
): (tie: number, pair: number) => boolean {
  const { lower, upper, strength, strongFrom, trustOfLower, trustOfUpper, avoidBelow, tick } = graph;
  const strengthOf = (tie: number) => strength[tie] as number;
  switch (filter) {
    case "best": {
      const ranked = average.map((value, tie) => value + TIE_BREAK * ((tie * GOLDEN) % 1));
      const averaged = { ...graph, strength: ranked };
      const enter = [strengthBars(averaged, STRONGEST), strengthBars(averaged, STRONGEST_BRIDGES, isBridge)] as const;
      const stay = [strengthBars(averaged, STAYS_AMONG), strengthBars(averaged, STAYS_AMONG_BRIDGES, isBridge)] as const;
      return (tie, pair) => {
        const since = chosen.get(pair);
        if (since !== undefined && tick - since < STAYS_FOR) return true;
        const bars = (since === undefined ? enter : stay)[isBridge[tie] === 1 ? 1 : 0];
        return (ranked[tie] as number) >= Math.min(bars[lower[tie] as number] as number, bars[upper[tie] as number] as number);
      };
    }
    case "all":
      return () => true;
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
