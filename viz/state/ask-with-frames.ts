import { effect, type ReadonlySignal } from "@preact/signals";

/**
 * Asks the engine again while frames arrive. At most one question is open.
 *
 * @param milliseconds from an answer to the next question, at least
 * @param ask asks, and resolves once the answer has been taken in
 * @returns stops asking
 */
export function askWithFrames(frames: ReadonlySignal<number>, milliseconds: number, ask: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let hasEnded = false;

  async function askNow(): Promise<void> {
    const asked = frames.peek();
    await ask();
    answeredAt = performance.now();
    timer = undefined;
    if (frames.peek() !== asked) askLater();
  }

  function askLater(): void {
    if (hasEnded) return;
    timer ??= setTimeout(askNow, Math.max(0, answeredAt + milliseconds - performance.now()));
  }

  const stop = effect(() => {
    void frames.value;
    askLater();
  });
  return () => {
    hasEnded = true;
    stop();
    clearTimeout(timer);
  };
}
