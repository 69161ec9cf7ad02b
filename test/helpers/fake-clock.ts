import type { Clock } from "../../workers/pace.ts";

/** Milliseconds that a message takes: who waits by messages must see time go by. */
const MESSAGE = 0.05;

/** A clock that goes only as far as a test lets it. */
export interface FakeClock extends Clock {
  /** lets so much time go by, and calls back whatever is due in it, in order */
  pass(milliseconds: number): void;
  /** work that takes so long, within a callback */
  spend(milliseconds: number): void;
}

/** @param asking milliseconds that go by whenever the time is asked for, as work that goes on as long as there is time must end */
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
