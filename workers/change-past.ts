import { type Intervention, tickOf } from "../sim/index.ts";
import type { ForkPoint } from "./fork-point.ts";
import type { Keyframes } from "./keyframes.ts";
import type { Fork } from "./messages.ts";
import { openPast } from "./open-past.ts";
import type { Measured, TravelCallbacks } from "./travel.ts";

/** A run whose interventions have been changed from a tick on, and what has been kept and found on its way. */
export interface ChangedRun extends Required<Pick<TravelCallbacks, "beforeTick" | "onRow">> {
  readonly running: Measured;
  /** the last tick at which it's the same run as before */
  readonly cut: number;
  readonly keyframes: Keyframes;
  readonly forkPoint: ForkPoint;
  readonly forks: readonly Fork[];
  readonly rows: readonly Float64Array[];
}

/**
 * Opens a copy of a run with other interventions. The run itself doesn't change.
 *
 * @param cut the last tick up to which the interventions are the same
 */
export function changePast(
  present: Measured,
  { keyframes, forkPoint }: Pick<ChangedRun, "keyframes" | "forkPoint">,
  cut: number,
  interventions: Intervention[],
): ChangedRun {
  const known = keyframes.until(cut);
  const running: Measured = openPast({ ...present, run: { ...present.run, interventions } }, known, cut, true);
  const fork = forkPoint.until(cut, running);
  const forks: Fork[] = [];
  const rows: Float64Array[] = [];
  return {
    running,
    cut,
    keyframes: known,
    forkPoint: fork,
    forks,
    rows,
    beforeTick() {
      known.note(running.run);
      const forked = fork.beforeTick();
      if (forked !== undefined) forks.push(forked);
    },
    onRow(row) {
      if (tickOf(running.run) > cut) rows.push(row.slice());
    },
  };
}
