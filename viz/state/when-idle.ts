import { effect, type ReadonlySignal } from "@preact/signals";

/** Milliseconds after which the callback runs even if the page is busy. */
const LATEST = 10_000;

/**
 * Calls back when the page shows its first run and is idle: for what is fetched ahead, so that the open page needs no network. What is
 * fetched earlier would delay that first view.
 *
 * @param runCount of the world: 0 until there is something to show
 */
export function whenIdle(runCount: ReadonlySignal<number>, callback: () => void): void {
  let stop = () => {};
  const shown = new Promise<void>((resolve) => {
    stop = effect(() => {
      if (runCount.value > 0) resolve();
    });
  });
  void shown.then(() => {
    stop();
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "undefined") setTimeout(callback, LATEST / 2);
    else requestIdleCallback(callback, { timeout: LATEST });
  });
}
