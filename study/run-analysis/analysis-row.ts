import type { TieKind } from "./network.ts";
import type { ShuffleKind } from "./shuffles.ts";

/** A row of analysis.csv. */
export interface AnalysisRow {
  readonly tick: number;
  readonly measure: string;
  readonly ties: TieKind;
  /** NaN if it is not defined */
  readonly value: number;
  /** undefined if nothing is shuffled */
  readonly shuffled?: Shuffled;
}

/** What a measure gives after shuffles. */
export interface Shuffled {
  readonly kind: ShuffleKind;
  /** number of shuffles in which it is defined */
  readonly n: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}

export function summarizeShuffles(kind: ShuffleKind, values: readonly number[]): Shuffled {
  const defined = values.filter((value) => !Number.isNaN(value));
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length; // 0 / 0 is NaN
  if (defined.length === 0) return { kind, n: 0, mean, lowest: Number.NaN, highest: Number.NaN };
  return { kind, n: defined.length, mean, lowest: Math.min(...defined), highest: Math.max(...defined) };
}
