/*
 * How to go to another tick of the run:
 *
 *   await visitTick(world, 132);   // the whole page shows week 132; resolves to true once it does
 *   await visitTick(world, world.present.peek());   // back to now
 *
 * `world.tick` is the tick on show, `world.present` the last one of the run, and `world.isPast` says whether they differ. The past is
 * replayed beside the run, which stays as it is. What asks the engine (`viewAgent`, `viewTie`, `viewWays`, `stateHash`) is answered
 * for the tick on show; `record` is about the whole run. Follow `world.frames` for changes, as for a run that plays.
 */
import { effect } from "@preact/signals";
import { awaitTravel } from "./await-travel.ts";
import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";

/** Shows a tick of the run, the nearest one if it has no such tick. @returns false if another tick was asked for, or if it was canceled */
export function visitTick({ visit }: Visits, tick: number): Promise<boolean> {
  return visit(tick);
}

/** Goes to ticks of a run, one at a time. */
export interface Visits {
  visit(tick: number): Promise<boolean>;
}

/**
 * While a visit is on its way, only the last tick asked for is remembered, so that a dragged cursor shows something now and then.
 */
export function createVisits(run: LiveRun, notices: Notices): Visits {
  let next: { readonly tick: number; readonly done: (hasArrived: boolean) => void } | undefined;
  let isBusy = false;

  async function go(tick: number): Promise<boolean> {
    const runCount = run.runCount.peek();
    const isThere =
      (await run.goTo(tick)) ||
      (await awaitTravel(run, notices, {
        to: tick,
        cancel: "Return to now",
        isWanted: () => run.runCount.peek() === runCount,
        givesWay: () => next !== undefined,
      }));
    if (isThere) await shows(run, tick);
    return isThere;
  }

  async function work(): Promise<void> {
    isBusy = true;
    while (next !== undefined) {
      const { tick, done } = next;
      next = undefined;
      try {
        done(await go(tick));
      } catch (error) {
        if (run.deathReason.peek() === undefined) notices.reportError(error);
        done(false);
      }
    }
    isBusy = false;
  }

  return {
    visit(tick) {
      const within = Math.max(0, Math.min(run.present.peek(), Math.round(tick)));
      run.forgetToPlay();
      next?.done(false);
      return new Promise((done) => {
        next = { tick: within, done };
        if (!isBusy) void work();
      });
    },
  };
}

/** Waits for the frame that shows a tick, unless the run plays on or ends. */
function shows(run: LiveRun, tick: number): Promise<void> {
  const runCount = run.runCount.peek();
  return new Promise((resolve) => {
    let hasResolved = false;
    const stop = effect(() => {
      if (run.tick.value !== tick && !run.playing.value && run.runCount.value === runCount && run.deathReason.value === undefined)
        return;
      hasResolved = true;
      resolve();
      queueMicrotask(() => stop());
    });
    if (hasResolved) stop();
  });
}
