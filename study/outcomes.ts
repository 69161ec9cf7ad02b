import type { Outcome, Series } from "./experiment.ts";
import { itemAt } from "./item-at.ts";

/** Ticks at which an outcome needs a measurement: descending for a mean; first and last tick for a change. */
export function sampleTicks({ when, every }: Pick<Outcome, "when" | "every">): number[] {
  if ("at" in when) return [when.at];
  if ("change" in when) return [when.change.from, when.change.to];
  const ticks: number[] = [];
  for (let tick = when.mean.to; tick > when.mean.from; tick -= every) ticks.push(tick);
  return ticks;
}

/**
 * The value of an outcome, computed from the measurements at `sampleTicks`, in their order. A mean skips undefined samples.
 *
 * @returns NaN if the outcome is undefined
 */
export function outcomeValue({ when }: Pick<Outcome, "when">, samples: readonly number[]): number {
  if ("at" in when) return itemAt(samples, 0);
  if ("change" in when) return itemAt(samples, 1) - itemAt(samples, 0);
  let sum = 0;
  let defined = 0;
  for (const sample of samples) {
    if (Number.isNaN(sample)) continue;
    sum += sample;
    defined++;
  }
  return sum / defined; // 0 / 0 is NaN
}

/**
 * What an outcome measures, regardless of its name: `mean_trust_score of network at 520`. Two outcomes with equal texts have equal
 * values in every run.
 */
export function outcomeText({ measure, of, when, every }: Outcome): string {
  const what = `${measure} of ${of}`;
  if ("at" in when) return `${what} at ${when.at}`;
  if ("change" in when) return `${what}, change from ${when.change.from} to ${when.change.to}`;
  return `${what}, mean from ${when.mean.from} to ${when.mean.to}, every ${every}`;
}

/** Whether a series has a row at a tick. */
export function isInSeries({ every }: Series, tick: number, ticks: number): boolean {
  return tick % every === 0 || tick === ticks;
}
