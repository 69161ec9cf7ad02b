/** The message of a worker that holds a lock with this name as long as it lives. */
interface SignOfLife {
  readonly alive: string;
}

/**
 * Called in a worker, so that the page notices its death. A worker that is stopped from outside or runs out of memory sends no
 * event, but the browser releases its locks. Does nothing where browsers offer no locks: on a page loaded over plain http.
 */
export function showLife(): void {
  const scope = self as unknown as { postMessage(message: SignOfLife): void };
  // Pages of one origin share their locks.
  const alive = `alive ${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("")}`;
  navigator.locks?.request(alive, () => {
    scope.postMessage({ alive });
    return new Promise(() => {});
  });
}

/** Called in the page, for a worker that calls `showLife`: calls back when the worker is dead. */
export function watchLife(worker: Worker, onDeath: () => void): void {
  worker.addEventListener("message", function receive({ data }: MessageEvent<SignOfLife | undefined>) {
    if (typeof data?.alive !== "string") return;
    worker.removeEventListener("message", receive);
    navigator.locks.request(data.alive, onDeath);
  });
}
