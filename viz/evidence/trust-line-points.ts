import type { EvidenceItem } from "../../sim/evidence/evidence-item.ts";
import { scoreOf } from "../../sim/evidence/evidence-words.ts";

/** Marks on a line. */
const MOST_MARKS = 40;

/** Points of a line; more than it has pixels would show nothing more. */
const MOST_POINTS = 600;

/** T after an item; NaN if the tie ended there. */
export interface TrustPoint {
  readonly tick: number;
  readonly score: number;
  /** by how much the item moved T; 0 where a tie began or ended */
  readonly change: number;
}

/** T of one direction over time, from its evidence, oldest first. */
export function trustPoints(items: readonly EvidenceItem[]): TrustPoint[] {
  return items.map(({ tick, before, after }) => {
    const score = after === undefined ? Number.NaN : scoreOf(after);
    return { tick, score, change: before === undefined || after === undefined ? 0 : score - scoreOf(before) };
  });
}

/** The last point of each tick, and not more points than can be seen. */
export function thinned(points: readonly TrustPoint[]): TrustPoint[] {
  const last = points.filter(({ tick }, k) => points[k + 1]?.tick !== tick);
  const step = Math.ceil(last.length / MOST_POINTS);
  return last.filter((point, k) => (last.length - 1 - k) % step === 0 || Number.isNaN(point.score));
}

/** The points that moved T most, in order. */
export function marksOf(points: readonly TrustPoint[]): TrustPoint[] {
  const least = points.map(({ change }) => Math.abs(change)).sort((a, b) => b - a)[MOST_MARKS] ?? 0;
  return points.filter(({ change }) => Math.abs(change) > least);
}
