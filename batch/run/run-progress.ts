import { formatNumber } from "../../sim/index.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { formatDuration } from "../text/amounts.ts";
import { createProgressLine, type ProgressStream, progressInterval } from "../text/progress-line.ts";

export interface RunProgress {
  /** Call this as often as you like. */
  report(done: number): void;
  /** Removes the progress line, before anything else is written. */
  erase(): void;
}

/**
 * Reports the progress of a run.
 *
 * @param ticks of the whole run
 * @param now milliseconds, from any start
 */
export function createRunProgress(stream: ProgressStream, ticks: number, now: () => number = milliseconds): RunProgress {
  const line = createProgressLine(stream);
  const interval = progressInterval(stream);
  let begun: number | undefined;
  let latest = 0;
  return {
    report(done) {
      const time = now();
      if (begun === undefined) begun = latest = time;
      if (time - latest < interval) return;
      latest = time;
      line.write(progressText(done, ticks, (time - begun) / 1000));
    },
    erase: line.erase,
  };
}

/** `tick 130 of 520, 61 ticks a second, 6 s left` */
export function progressText(done: number, ticks: number, seconds: number): string {
  const place = `tick ${formatNumber(done)} of ${formatNumber(ticks)}`;
  if (done === ticks) return `${place}, writing the tables`;
  if (done === 0 || seconds <= 0) return place;
  const rate = done / seconds;
  const pace = rate >= 1.5 ? `${formatNumber(Math.round(rate))} ticks a second` : `${(1 / rate).toFixed(1)} s a tick`;
  return `${place}, ${pace}, ${formatDuration((ticks - done) / rate)} left`;
}
