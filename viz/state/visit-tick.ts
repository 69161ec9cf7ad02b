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
import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";

/** Shows a tick of the run, the nearest one if it has no such tick. @returns false if another tick was asked for, or if it was canceled */
export function visitTick({ visit }: Visits, tick: number): Promise<boolean> {
  return visit(tick);
}

/** Milliseconds that the engine works before it takes other commands. */
const SLICE = 40;

/** Milliseconds after which a visit gives way to the next one, and says that it takes a while. */
const PATIENCE = 400;

/** Goes to ticks of a run, one at a time. */
export interface Visits {
  visit(tick: number): Promise<boolean>;
}

/**
 * While a visit is on its way, only the last tick asked for is remembered, so that a dragged cursor shows something now and then.
 */
export function createVisits(run: LiveRun, { notice, reportError }: Notices): Visits {
  let next: { readonly tick: number; readonly done: (hasArrived: boolean) => void } | undefined;
  let isBusy = false;

  async function go(tick: number): Promise<boolean> {
    const began = performance.now();
    const runCount = run.runCount.peek();
    let isCanceled = false;
    let isSaid = false;
    let isThere = await run.goTo(tick);
    while (!isThere) {
      const left = await run.travel(SLICE);
      isThere = left === 0;
      if (left === undefined || isCanceled || run.runCount.peek() !== runCount) break;
      if (performance.now() - began < PATIENCE || isThere) continue;
      if (next !== undefined) break;
      isSaid = true;
      const cancel = () => {
        isCanceled = true;
      };
      const lines = [`Replaying the run to week ${tick}: ${left} weeks to go …`];
      notice.value = { kind: "done", lines, actions: [{ label: "Return to now", act: cancel }] };
    }
    if (isCanceled) await run.stopTravel();
    if (isSaid) notice.value = undefined;
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
        if (run.deathReason.peek() === undefined) reportError(error);
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
