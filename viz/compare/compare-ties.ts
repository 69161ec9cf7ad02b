import type { WorldAtTick } from "./world-at-tick.ts";

/** The difference of a strength or a trust share that counts, of numbers from 0 to 1. */
const LEAST = 0.01;

/** A tie whose strength differs between the unchanged world, before, and the changed one, after; 0 in a world that doesn't know it. */
export interface TieDifference {
  readonly lower: number;
  readonly upper: number;
  readonly before: number;
  readonly after: number;
}

/** How much one agent trusts another, as trust shares in the two worlds. */
export interface TrustDifference {
  readonly believer: number;
  readonly about: number;
  readonly before: number;
  readonly after: number;
}

/** Two worlds at one tick. */
export interface Comparison {
  readonly unchanged: WorldAtTick;
  readonly changed: WorldAtTick;
  /** ties that only the changed world knows, that only the unchanged one knows, and that both know with another strength */
  readonly gained: number;
  readonly lost: number;
  readonly stronger: number;
  readonly weaker: number;
  /** trust of one agent in another that both worlds have */
  readonly trustUp: number;
  readonly trustDown: number;
  /** all ties that differ, in the order of the worlds */
  readonly ties: readonly TieDifference[];
  readonly trust: readonly TrustDifference[];
}

/** Compares two worlds at one tick. Their ties are sorted by lower, then by upper agent, so both lists are walked side by side. */
export function compareTies(unchanged: WorldAtTick, changed: WorldAtTick): Comparison {
  const counts = { gained: 0, lost: 0, stronger: 0, weaker: 0, trustUp: 0, trustDown: 0 };
  const ties: TieDifference[] = [];
  const trust: TrustDifference[] = [];

  function addTrust(believer: number, about: number, before: number, after: number): void {
    if (Math.abs(after - before) < LEAST) return;
    counts[after > before ? "trustUp" : "trustDown"]++;
    trust.push({ believer, about, before, after });
  }

  let [row, twin] = [0, 0];
  while (row < unchanged.ties || twin < changed.ties) {
    const order = compareKeys(unchanged, row, changed, twin);
    const [at, of] = order <= 0 ? [row, unchanged] : [twin, changed];
    const [lower, upper] = [of.lower[at] as number, of.upper[at] as number];
    const before = order <= 0 ? (unchanged.strength[row] as number) : 0;
    const after = order >= 0 ? (changed.strength[twin] as number) : 0;
    if (order < 0) counts.lost++;
    else if (order > 0) counts.gained++;
    else {
      if (after - before >= LEAST) counts.stronger++;
      if (before - after >= LEAST) counts.weaker++;
      addTrust(lower, upper, unchanged.trustOfLower[row] as number, changed.trustOfLower[twin] as number);
      addTrust(upper, lower, unchanged.trustOfUpper[row] as number, changed.trustOfUpper[twin] as number);
    }
    if (order !== 0 || Math.abs(after - before) >= LEAST) ties.push({ lower, upper, before, after });
    if (order <= 0) row++;
    if (order >= 0) twin++;
  }
  return { unchanged, changed, ...counts, ties, trust };
}

/** Negative if the first world's next tie comes first, or is the only one left. */
function compareKeys(one: WorldAtTick, row: number, other: WorldAtTick, twin: number): number {
  if (row >= one.ties) return 1;
  if (twin >= other.ties) return -1;
  const byLower = (one.lower[row] as number) - (other.lower[twin] as number);
  return byLower !== 0 ? byLower : (one.upper[row] as number) - (other.upper[twin] as number);
}

/** The largest differences, largest first. */
export function largest<T extends { readonly before: number; readonly after: number }>(all: readonly T[], most: number): T[] {
  return all.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)).slice(0, most);
}
