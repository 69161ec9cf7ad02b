import { milliseconds } from "../process/milliseconds.ts";

/** Milliseconds between two saved states, unless the user chooses ticks. */
const USUAL = 20_000;

/** A state that took long to save is saved less often, so that saving takes at most this share of the time. */
const LARGEST_SHARE = 0.05;

/** Says when to save a run, and saves it. */
export interface RunSaver {
  /** the tick that was saved last; undefined if none was */
  readonly saved: number | undefined;
  /** @param save called if it is time */
  offer(tick: number, save: () => void): void;
}

/**
 * @param every ticks between two saved states; undefined for about every 20 seconds, 0 for never
 * @param saved the tick at which the run continues
 */
export function createRunSaver(every: number | undefined, saved: number | undefined, now = milliseconds): RunSaver {
  let latest = saved;
  let due = now() + USUAL;
  return {
    get saved() {
      return latest;
    },
    offer(tick, save) {
      if (every === 0 || (every === undefined ? now() < due : tick % every !== 0)) return;
      const begun = now();
      save();
      latest = tick;
      due = now() + Math.max(USUAL, (now() - begun) / LARGEST_SHARE);
    },
  };
}
