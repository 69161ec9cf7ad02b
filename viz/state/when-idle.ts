/** Milliseconds after which the callback runs even if the page is busy. */
const LATEST = 10_000;

/** Calls back when the page is idle: for what is fetched ahead, so that the open page needs no network. */
export function whenIdle(callback: () => void): void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "undefined") setTimeout(callback, LATEST / 2);
  else requestIdleCallback(callback, { timeout: LATEST });
}
