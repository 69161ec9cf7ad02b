/** Milliseconds that the engine works before it lets commands through. */
const SLICE = 12;

/** Milliseconds of delay that the engine makes up for. After a longer one, such as a sleeping computer, it skips the lost time. */
const MOST_DELAY = 250;

/** How long a gentle engine rests, as a share of the time that it has worked. */
const REST = 0.5;

/** Time and timers, of the thread or of a test. */
export interface Clock {
  now(): number;
  /** calls back soon, after the messages that are waiting */
  soon(callback: () => void): void;
  /** calls back after this many milliseconds */
  later(callback: () => void, milliseconds: number): void;
}

/** Ticks at a chosen speed, in slices that let commands through. */
export interface Pace {
  /**
   * Sets the ticks per second: Infinity for as fast as possible, 0 to pause.
   *
   * @param isGentle whether to rest between slices, and so to leave time for other threads
   */
  set(speed: number, isGentle?: boolean): void;
  readonly speed: number;
}

/**
 * @param tick advances the run by one tick
 * @param onSlice called after each slice with at least one tick
 */
export function createPace(clock: Clock, tick: () => void, onSlice: () => void): Pace {
  let speed = 0;
  let due = 0;
  let rests = false;
  // Each change of speed starts a new round; callbacks of older rounds do nothing.
  let round = 0;

  function work(own: number): void {
    if (own !== round || speed === 0) return;
    const began = clock.now();
    const gap = 1000 / speed;
    if (began - due > MOST_DELAY) due = began;
    let hasTicked = false;
    while (clock.now() - began < SLICE && due <= clock.now()) {
      tick();
      hasTicked = true;
      due += gap;
      if (own !== round) break;
    }
    if (hasTicked) onSlice();
    const ended = clock.now();
    const wait = Math.max(due - ended, rests ? (ended - began) * REST : 0);
    if (wait > 1) clock.later(() => work(own), wait);
    else clock.soon(() => work(own));
  }

  return {
    get speed() {
      return speed;
    },
    set(next, isGentle = false) {
      speed = next;
      rests = isGentle;
      due = clock.now();
      const own = ++round;
      if (speed > 0) clock.soon(() => work(own));
    },
  };
}

/** The clock of this thread. `soon` uses a message, because browsers delay even a timer of 0 ms by 4 ms. */
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
