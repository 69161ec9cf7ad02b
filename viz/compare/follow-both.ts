import { effect } from "@preact/signals";
import type { RunState } from "../state/live-run.ts";
import type { Unchanged } from "../state/unchanged.ts";
import { type Comparison, compareTies } from "./compare-ties.ts";
import { copyWorld, type WorldAtTick } from "./world-at-tick.ts";

/** Past states of the changed world to keep, until the unchanged one, which follows it, gets there. */
const MOST_KEPT = 24;

/**
 * Compares the two worlds each time both have shown the same tick.
 *
 * @returns stops comparing
 */
export function followBoth(
  world: Pick<RunState, "frames" | "snapshot">,
  unchanged: Pick<Unchanged, "frames" | "snapshot">,
  onComparison: (comparison: Comparison) => void,
): () => void {
  let kept: WorldAtTick[] = [];
  let compared = Number.NaN;

  function compare(): void {
    const other = unchanged.snapshot();
    const own = kept.find(({ tick }) => tick === other?.tick);
    if (other === undefined || own === undefined || other.tick === compared) return;
    compared = other.tick;
    onComparison(compareTies(copyWorld(other), own));
  }

  const stopOwn = effect(() => {
    void world.frames.value;
    const snapshot = world.snapshot();
    if (snapshot === undefined) return;
    kept = [...kept.filter(({ tick }) => tick !== snapshot.tick), copyWorld(snapshot)].slice(-MOST_KEPT);
    compare();
  });
  const stopOther = effect(() => {
    void unchanged.frames.value;
    compare();
  });
  return () => {
    stopOwn();
    stopOther();
  };
}
