/** Milliseconds after which it is done all the same. */
const LATEST = 10_000;

/** Calls once the page has nothing else to do: for what is fetched ahead, so that a page once open is whole without the net. */
export function whenIdle(callback: () => void): void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "undefined") setTimeout(callback, LATEST / 2);
  else requestIdleCallback(callback, { timeout: LATEST });
}
