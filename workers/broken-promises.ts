import { advance, eventRows, listen, type Run } from "../sim/index.ts";

/** Ticks a second up to which a view can show single events. */
const SLOW = 2;

/** Collects the broken promises of slow runs, for a view that shows them as they happen. Listening changes no run. */
export interface BrokenPromises {
  /** advances a run by one tick, and listens if it is slow */
  advance(run: Run, speed: number): void;
  /** the pairs since the last call: who broke a promise, and to whom, one after the other */
  take(): Uint32Array;
}

export function createBrokenPromises(): BrokenPromises {
  let pairs: number[] = [];
  return {
    advance(run, speed) {
      listen(run, speed <= SLOW);
      advance(run);
      for (const [, kind, from, to] of eventRows(run)) if (kind === "promise_broken") pairs.push(Number(from), Number(to));
    },
    take() {
      const taken = Uint32Array.from(pairs);
      pairs = [];
      return taken;
    },
  };
}
