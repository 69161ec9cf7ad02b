import { formatNumber } from "../../sim/index.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { formatDuration } from "../text/amounts.ts";
import { createProgressLine, type ProgressStream, progressInterval } from "../text/progress-line.ts";

export interface RunProgress {
  /** Call this with the tick that is finished, as often as you like. It is negative during a burn-in. */
  report(tick: number): void;
  /** Removes the progress line, before anything else is written. */
  erase(): void;
}

/**
 * Reports the progress of a run.
 *
 * @param ticks of the whole run, without its burn-in
 * @param now milliseconds, from any start
 * @param settled ticks of the burn-in
 */
export function createRunProgress(
  stream: ProgressStream,
  ticks: number,
  now: () => number = milliseconds,
  settled = 0,
): RunProgress {
  const line = createProgressLine(stream);
  const interval = progressInterval(stream);
  let begun: number | undefined;
  let latest = 0;
  return {
    report(tick) {
      const time = now();
      if (begun === undefined) begun = latest = time;
      if (time - latest < interval) return;
      latest = time;
      line.write(progressText(tick, ticks, (time - begun) / 1000, settled));
    },
    erase: line.erase,
  };
}

/** `tick 130 of 520, 61 ticks a second, 6 s left`, or `settling: tick 130 of 1,040, 61 ticks a second, 23 s left` */
export function progressText(tick: number, ticks: number, seconds: number, settled = 0): string {
  const done = tick + settled;
  const place =
    tick < 0
      ? `settling: tick ${formatNumber(done)} of ${formatNumber(settled)}`
      : `tick ${formatNumber(tick)} of ${formatNumber(ticks)}`;
  if (tick === ticks) return `${place}, writing the tables`;
  if (done === 0 || seconds <= 0) return place;
  const rate = done / seconds;
  const pace = rate >= 1.5 ? `${formatNumber(Math.round(rate))} ticks a second` : `${(1 / rate).toFixed(1)} s a tick`;
  return `${place}, ${pace}, ${formatDuration((ticks - tick) / rate)} left`;
}
