import { effect, type ReadonlySignal, signal } from "@preact/signals";

/** A value that follows another one, but at most so often: for what need not be drawn at each frame. */
export interface Follower<T> {
  readonly value: ReadonlySignal<T>;
  end(): void;
}

/** Follows at once where it has not for so many milliseconds, else when these are over; the last value is never missed. */
export function followSlowly<T>(source: ReadonlySignal<T>, milliseconds: number): Follower<T> {
  const value = signal(source.peek());
  let followed = Number.NEGATIVE_INFINITY;
  let later: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    later = undefined;
    followed = performance.now();
    value.value = source.peek();
  }

  const stop = effect(() => {
    void source.value;
    if (later !== undefined) return;
    const wait = followed + milliseconds - performance.now();
    if (wait > 0) later = setTimeout(follow, wait);
    else follow();
  });
  return {
    value,
    end() {
      stop();
      clearTimeout(later);
    },
  };
}
