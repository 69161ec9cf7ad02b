/** What a worker says once it holds a lock of this name for as long as it lives. */
interface SignOfLife {
  readonly alive: string;
}

/**
 * For a worker. One that is ended from outside, or that runs out of memory, sends no event: but its locks are let go of. Does
 * nothing where there are no locks, as on a page that does not come over https.
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

/** For who has started a worker: calls back when one that shows life is no more. */
export function watchLife(worker: Worker, ended: () => void): void {
  worker.addEventListener("message", function wait({ data }: MessageEvent<SignOfLife | undefined>) {
    if (typeof data?.alive !== "string") return;
    worker.removeEventListener("message", wait);
    navigator.locks.request(data.alive, ended);
  });
}
