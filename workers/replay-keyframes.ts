import { advance, checkpoint, type Run, restore, tickOf } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import { createKeyframes } from "./keyframes.ts";
import type { Start } from "./messages.ts";
import { openKnownWorld } from "./settler.ts";

/** States of one run, from which it is replayed to a tick. */
export interface ReplayKeyframes {
  /** The run at the last keyframe up to a tick, or at its start. */
  before(tick: number): Run;
  /** Keeps the state of the run if it is time for a keyframe. */
  note(run: Run): void;
}

/** Keyframes of the run that was asked for last. */
export function createReplayKeyframes(): (start: Start) => ReplayKeyframes {
  let known: { readonly key: string; readonly keyframes: ReplayKeyframes } | undefined;
  return (start) => {
    // A settled world follows from the rest.
    const key = JSON.stringify({ ...start, world: undefined });
    if (known?.key !== key) known = { key, keyframes: keyframesOf(start) };
    return known.keyframes;
  };
}

function keyframesOf(start: Start): ReplayKeyframes {
  const { note, before } = createKeyframes();
  let first: Uint8Array | undefined;

  /** The run at its start, which may have to settle first. */
  function begin(): Run {
    const { run } = beginRun(start);
    const opened = openKnownWorld(run, start.world, () => false)?.run ?? run;
    while (tickOf(opened) < 0) advance(opened);
    first = checkpoint(opened);
    return opened;
  }

  return {
    before(tick) {
      const state = before(tick)?.state ?? first;
      return state === undefined ? begin() : restore(state);
    },
    note,
  };
}
