/** Milliseconds the engine works before it looks for commands. */
const SLICE = 12;

/** Milliseconds by which it may be late and still catch up. */
const LATE = 250;

/** What a pace is kept with; the worker's own clock and timers, or a test's. */
export interface Clock {
  now(): number;
  /** calls back soon, after messages that wait */
  soon(callback: () => void): void;
  /** calls back after so many milliseconds */
  later(callback: () => void, milliseconds: number): void;
}

/** Calls a tick again and again at some pace, in slices that let commands through. */
export interface Pace {
  /** ticks a second, from now on; Infinity for as fast as it goes, 0 for not at all */
  set(speed: number): void;
  readonly speed: number;
}

/**
 * @param tick moves on by one tick
 * @param sliced called after each slice in which there was a tick
 */
export function createPace(clock: Clock, tick: () => void, sliced: () => void): Pace {
  let speed = 0;
  let due = 0;
  // A change of speed begins a new round; callbacks of an older one do nothing.
  let round = 0;

  function go(own: number): void {
    if (own !== round || speed === 0) return;
    const began = clock.now();
    const gap = 1000 / speed;
    // Who is late by more than a quarter of a second does not catch up: after a sleep it goes on, and else as fast as it goes.
    if (began - due > LATE) due = began;
    let ticked = false;
    while (clock.now() - began < SLICE && due <= clock.now()) {
      tick();
      ticked = true;
      due += gap;
      if (own !== round) break;
    }
    if (ticked) sliced();
    const wait = due - clock.now();
    if (wait > 1) clock.later(() => go(own), wait);
    else clock.soon(() => go(own));
  }

  return {
    get speed() {
      return speed;
    },
    set(next) {
      speed = next;
      due = clock.now();
      const own = ++round;
      if (speed > 0) clock.soon(() => go(own));
    },
  };
}

/** The clock of the thread. What comes soon comes by a message, as timers of nothing wait four milliseconds. */
export function threadClock(): Clock {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    soon(callback) {
      waiting.push(callback);
      port2.postMessage(null);
    },
    later(callback, milliseconds) {
      setTimeout(callback, milliseconds);
    },
  };
}
