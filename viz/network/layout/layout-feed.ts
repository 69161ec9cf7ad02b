import type { RunState } from "../../state/live-run.ts";
import type { Setup } from "../../state/setup.ts";
import type { LayoutClient } from "./layout-client.ts";

/** Milliseconds between two graphs of one run, at least. */
const EVERY = 250;

/** What the layout was given last. */
export interface Fed {
  readonly run: number;
  readonly tick: number;
  /** as `cuts` of a run */
  readonly cuts: number;
  readonly at: number;
}

/** Milliseconds to wait before the layout gets a tick of a run: 0 for now, undefined if it has it already. */
export function feedDelay(last: Fed | undefined, { run, tick, cuts }: Omit<Fed, "at">, now: number): number | undefined {
  if (last === undefined || run !== last.run) return 0;
  if (tick === last.tick && cuts === last.cuts) return undefined;
  return Math.max(0, last.at + EVERY - now);
}

/** Gives the layout a run's snapshots at its own pace: one at a time, and not more often than needed. */
export interface LayoutFeed {
  /** gives it the snapshot now, later, or not at all if it has that one */
  feed(): void;
  end(): void;
}

export function createLayoutFeed(
  layout: LayoutClient,
  state: Pick<RunState, "snapshot" | "runCount" | "values" | "playing" | "cuts"> & Pick<Setup, "fromFile">,
): LayoutFeed {
  let last: Fed | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function feed(): void {
    clearTimeout(timer);
    const snapshot = state.snapshot();
    const run = state.runCount.value;
    if (snapshot === undefined || run === 0 || layout.isBusy()) return;
    const { tick } = snapshot;
    const cuts = state.cuts.value;
    const delay = feedDelay(last, { run, tick, cuts }, performance.now());
    if (delay === undefined) return;
    if (delay > 0) {
      timer = setTimeout(feed, delay);
      return;
    }
    const hasGone = last !== undefined && (tick < last.tick || (tick > last.tick + 1 && !state.playing.value));
    const isJump = last?.run === run && (hasGone || cuts !== last.cuts);
    last = { run, tick, cuts, at: performance.now() };
    const { active_from, strong_from, avoid_below, network } = state.values.value;
    layout.sendGraph(snapshot, run, {
      activeFrom: Number(active_from),
      strongFrom: Number(strong_from),
      avoidBelow: Number(avoid_below),
      isRing: (network === "small_world" || network === "ring") && state.fromFile.value?.imported === undefined,
      isJump,
    });
  }

  return { feed, end: () => clearTimeout(timer) };
}
