import { effect, type ReadonlySignal, signal } from "@preact/signals";

/** A copy of a signal that changes less often, for what need not be drawn at every frame. */
export interface Follower<T> {
  readonly value: ReadonlySignal<T>;
  end(): void;
}

/** Copies a signal at most once in this many milliseconds. The first change is copied at once, and the last one is never lost. */
export function followSlowly<T>(source: ReadonlySignal<T>, milliseconds: number): Follower<T> {
  const value = signal(source.peek());
  let followed = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    timer = undefined;
    followed = performance.now();
    value.value = source.peek();
  }

  const stop = effect(() => {
    void source.value;
    if (timer !== undefined) return;
    const wait = followed + milliseconds - performance.now();
    if (wait > 0) timer = setTimeout(follow, wait);
    else follow();
  });
  return {
    value,
    end() {
      stop();
      clearTimeout(timer);
    },
  };
}
