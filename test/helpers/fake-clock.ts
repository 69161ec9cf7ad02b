import type { Clock } from "../../workers/pace.ts";

/** Milliseconds that a message takes; without this, code that waits by messages would never see time pass. */
const MESSAGE = 0.05;

/** A clock that only a test advances. */
export interface FakeClock extends Clock {
  /** advances by this much time and calls back everything due in it, in order */
  pass(milliseconds: number): void;
  /** lets the current callback take this much time */
  spend(milliseconds: number): void;
}

/** @param asking milliseconds that pass at every look at the clock; ends loops that work until their time is up */
export function createFakeClock(asking = 0): FakeClock {
  let time = 0;
  let waiting: { at: number; callback: () => void }[] = [];

  function later(callback: () => void, milliseconds: number): void {
    waiting.push({ at: time + milliseconds, callback });
  }

  return {
    now() {
      time += asking;
      return time;
    },
    soon: (callback) => later(callback, MESSAGE),
    later,
    spend(milliseconds) {
      time += milliseconds;
    },
    pass(milliseconds) {
      const until = time + milliseconds;
      while (true) {
        const next = waiting.reduce<(typeof waiting)[number] | undefined>(
          (a, b) => (a === undefined || b.at < a.at ? b : a),
          undefined,
        );
        if (next === undefined || next.at > until || time > until) break;
        waiting = waiting.filter((one) => one !== next);
        time = Math.max(time, next.at);
        next.callback();
      }
      time = Math.max(time, until);
    },
  };
}
