import { advance, checkpoint, type Run, restore, tickOf } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { Start } from "./messages.ts";
import { openKnownWorld } from "./settler.ts";

/** Ticks between two keyframes at first, and the bytes that all of them may take. */
const EVERY = 26;
const MOST_BYTES = 64 << 20;

/** States of one run, from which it is replayed to a tick. Their memory is bounded. */
export interface Keyframes {
  /** The run at the last keyframe up to a tick, or at its start. */
  before(tick: number): Run;
  /** Keeps the state of the run if it is time for a keyframe. */
  keep(run: Run): void;
}

/** Keyframes of the run that was asked for last. */
export function createKeyframes(): (start: Start) => Keyframes {
  let known: { readonly key: string; readonly keyframes: Keyframes } | undefined;
  return (start) => {
    // A settled world follows from the rest.
    const key = JSON.stringify({ ...start, world: undefined });
    if (known?.key !== key) known = { key, keyframes: keyframesOf(start) };
    return known.keyframes;
  };
}

function keyframesOf(start: Start): Keyframes {
  let every = EVERY;
  const states = new Map<number, Uint8Array>();

  function beginAgain(): Run {
    const { run } = beginRun(start);
    const opened = openKnownWorld(run, start.world, () => false)?.run ?? run;
    while (tickOf(opened) < 0) advance(opened);
    states.set(tickOf(opened), checkpoint(opened));
    return opened;
  }

  function thin(): void {
    every *= 2;
    const first = Math.min(...states.keys());
    for (const tick of states.keys()) if (tick !== first && tick % every !== 0) states.delete(tick);
  }

  return {
    before(tick) {
      const last = Math.max(...[...states.keys()].filter((one) => one <= tick));
      const state = states.get(last);
      return state === undefined ? beginAgain() : restore(state);
    },
    keep(run) {
      const tick = tickOf(run);
      if (tick % every !== 0 || states.has(tick)) return;
      const state = checkpoint(run);
      states.set(tick, state);
      while (states.size > 2 && states.size * state.length > MOST_BYTES) thin();
    },
  };
}
