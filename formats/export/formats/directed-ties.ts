import type { Cell, Row } from "../../../sim/index.ts";
import type { Replay } from "../exporter.ts";

/** The columns of a direction of a tie, in the order of `DirectedTie.values`. The weight is the strength of the tie. */
export const tieColumns = [
  "weight",
  "credibility",
  "reliability",
  "intimacy",
  "self_orientation",
  "evidence",
  "trust_score",
  "trust_share",
  "last_encounter",
] as const;

/** Columns of whole numbers. */
export const wholeTieColumns: readonly string[] = ["last_encounter"];

/** What one agent believes about a contact. */
export interface DirectedTie {
  readonly from: number;
  readonly to: number;
  readonly values: Row;
}

/** Both directions of each tie at this tick. */
export function* directedTies({ tieRows, isTie }: Replay): Generator<DirectedTie> {
  for (const row of tieRows()) {
    const [, from, to, c, r, i, s, evidence, score, share, strength, last] = row;
    if (!isTie(Number(strength))) continue;
    const values: Cell[] = [strength, c, r, i, s, evidence, score, share, last];
    yield { from: Number(from), to: Number(to), values };
  }
}

/** The agents who are present at this tick, ascending. */
export function presentAgents({ run }: Replay): readonly number[] {
  return [...run.population.circles.present].sort((a, b) => a - b);
}
