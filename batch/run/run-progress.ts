import { milliseconds } from "../process/milliseconds.ts";

/** The stream that progress goes to, as far as it matters. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** To be called as often as one likes. */
  report(done: number): void;
  /** Takes the progress line away, before anything else is written. */
  erase(): void;
}

/** Milliseconds between two updates of the line on a terminal: ten a second are as many as a person can see. */
const TERMINAL_INTERVAL = 100;
/** Milliseconds between two lines of a log. */
const LOG_INTERVAL = 60_000;

/**
 * Says how far a run is: on a terminal in one line that is written over and over, elsewhere in a plain line a minute.
 *
 * @param ticks of the whole run
 * @param now milliseconds, from anywhere
 */
export function createProgress(stream: ProgressStream, ticks: number, now: () => number = milliseconds): Progress {
  const interval = stream.isTTY ? TERMINAL_INTERVAL : LOG_INTERVAL;
  let begun: number | undefined;
  let last = 0;
  let shown = false;
  return {
    report(done) {
      const time = now();
      if (begun === undefined) begun = last = time;
      if (time - last < interval) return;
      last = time;
      const text = progressText(done, ticks, (time - begun) / 1000);
      // A line that wrapped could not be written over.
      stream.write(stream.isTTY ? `\r${text.slice(0, (stream.columns || 80) - 1)}\x1b[K` : `${text}\n`);
      shown = true;
    },
    erase() {
      if (shown && stream.isTTY) stream.write("\r\x1b[K");
      shown = false;
    },
  };
}

/** `tick 130 of 520, 61 ticks a second, 6 s left` */
export function progressText(done: number, ticks: number, seconds: number): string {
  const place = `tick ${grouped(done)} of ${grouped(ticks)}`;
  if (done === ticks) return `${place}, writing the tables`;
  if (done === 0 || seconds <= 0) return place;
  const rate = done / seconds;
  const pace = rate >= 1.5 ? `${grouped(Math.round(rate))} ticks a second` : `${(1 / rate).toFixed(1)} s a tick`;
  return `${place}, ${pace}, ${duration((ticks - done) / rate)} left`;
}

/** A time as a person says it: `6 s`, `4 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A whole number with commas between thousands. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
