import { P } from "../parameters/effective-values.ts";
import type { TieStore } from "../population/tie-store.ts";

/**
 * Returns the share of stored evidence that is left after some silent ticks: 1 / (1 + silent / M). It is ½ after M ticks of silence,
 * and 1 if evidence doesn't fade (M is Infinity).
 *
 * @param silent ticks since strength and evidence were last set, 0 or more
 * @param memory M, in ticks
 */
export function evidenceShare(silent: number, memory: number): number {
  return 1 / (1 + silent / memory);
}

/** Returns how many pieces of evidence a row's agent has at `tick`: what was stored, faded by the silence since then. */
export function evidenceNow(ties: TieStore, values: Float64Array, row: number, tick: number): number {
  return ties.evidence[row] * evidenceShare(tick - ties.lastEncounter[row], values[P.memory]);
}

/**
 * Replaces the evidence of both rows by that at `tick`, and adds some. The caller then sets the strength as of `tick`
 * (tie-strength.ts), because strength and evidence fade from the same tick on.
 *
 * @param added pieces of evidence that both agents gain
 */
export function bringEvidenceUp(
  ties: TieStore,
  values: Float64Array,
  oneRow: number,
  otherRow: number,
  tick: number,
  added: number,
): void {
  const share = evidenceShare(tick - ties.lastEncounter[oneRow], values[P.memory]);
  ties.evidence[oneRow] = ties.evidence[oneRow] * share + added;
  ties.evidence[otherRow] = ties.evidence[otherRow] * share + added;
}
