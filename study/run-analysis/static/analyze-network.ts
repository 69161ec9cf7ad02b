import { itemAt } from "../../item-at.ts";
import { type AnalysisRow, summarizeShuffles } from "../analysis-row.ts";
import { type Network, type TieKind, tieKinds } from "../network.ts";
import { createShuffler, Draws, type ShuffleKind } from "../shuffles.ts";
import { type Levels, strengthLevels } from "../strength-levels.ts";
import { REMOVAL_STEPS } from "./removal.ts";
import { staticMeasures } from "./static-measures.ts";
import { type StaticView, viewKinds } from "./static-view.ts";
import { once, type Structure, structureOf } from "./structure.ts";

/** A point of a removal curve. */
export interface RemovalPoint {
  readonly tick: number;
  readonly ties: TieKind;
  readonly first: "weakest" | "strongest";
  /** share of ties removed */
  readonly removed: number;
  /** agents in the largest component as a share of all */
  readonly largest: number;
}

/** How many steps along ties the measures of the network itself and of a shuffled one may take before they sample agents. */
// biome-ignore format: a table
const MOST_STEPS = 4_000_000, MOST_STEPS_SHUFFLED = 100_000;

/** What is found in the network of one tick. */
export interface NetworkAnalysis {
  readonly rows: readonly AnalysisRow[];
  readonly removal: readonly RemovalPoint[];
}

/**
 * Measures the network of one tick, for each kind of ties, and the same network after shuffles.
 *
 * @param shuffles number of shuffles of each kind, 0 or more
 * @param seed text from which shuffles are drawn
 */
export function analyzeNetwork(network: Network, shuffles: number, seed: string): NetworkAnalysis {
  const draws = new Draws(`${seed}/analysis/${network.tick}`);
  const levels = strengthLevels(network.ties);
  const structure = structureOf(network);
  const views = viewKinds({ network, levels: () => levels, structure, draws, mostSteps: MOST_STEPS });
  const values = staticMeasures.map(({ measure }) => views.map((view) => measure(view)));
  const removal = removalPoints(network.tick, views);
  const shuffled = measureShuffles(network, levels, structure, { shuffles, draws });
  const rows = staticMeasures.flatMap(({ name, shuffle: kind }, which) =>
    tieKinds.map((ties, at): AnalysisRow => {
      const row = { tick: network.tick, measure: name, ties, value: itemAt(itemAt(values, which), at) };
      if (kind === undefined || shuffles === 0) return row;
      return { ...row, shuffled: summarizeShuffles(kind, shuffled.get(name)?.[at] ?? []) };
    }),
  );
  return { rows, removal };
}

interface ShuffleOptions {
  /** number of shuffles of each kind */
  readonly shuffles: number;
  readonly draws: Draws;
}

/** By measure and kind of ties, the values after each shuffle. */
function measureShuffles(
  network: Network,
  levels: Levels,
  structure: Structure,
  { shuffles, draws }: ShuffleOptions,
): Map<string, number[][]> {
  const values = new Map(staticMeasures.map(({ name }) => [name, tieKinds.map((): number[] => [])]));
  const shuffler = createShuffler(network, draws);
  const measure = (kind: ShuffleKind, views: readonly StaticView[]) => {
    for (const { name, measure: take, shuffle: own } of staticMeasures)
      if (own === kind) for (const [at, view] of views.entries()) values.get(name)?.[at]?.push(take(view));
  };
  for (let round = 0; round < shuffles; round++) {
    const permuted = shuffler.strengths(levels);
    const stronger = { ...network, ties: permuted.ties };
    measure(
      "strengths",
      viewKinds({ network: stronger, levels: () => permuted.levels, structure, draws, mostSteps: MOST_STEPS_SHUFFLED }),
    );
    const rewired = { ...network, ties: shuffler.ties() };
    measure(
      "ties",
      viewKinds({
        network: rewired,
        levels: once(() => strengthLevels(rewired.ties)),
        structure: structureOf(rewired),
        draws,
        mostSteps: MOST_STEPS_SHUFFLED,
      }),
    );
  }
  return values;
}

/** The removal curves of a network, for each kind of ties. */
function removalPoints(tick: number, views: readonly StaticView[]): RemovalPoint[] {
  return views.flatMap((view, at) =>
    (["weakest", "strongest"] as const).flatMap((first) =>
      Array.from(view.removal()[first], (largest, step): RemovalPoint => {
        return { tick, ties: itemAt(tieKinds, at), first, removed: step / REMOVAL_STEPS, largest };
      }),
    ),
  );
}
