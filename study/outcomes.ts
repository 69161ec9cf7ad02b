import type { Outcome, Series } from "./experiment.ts";

/** Ticks at which a run is measured for an outcome: descending, or from and to where it is a change. */
export function sampleTicks({ when, every }: Pick<Outcome, "when" | "every">): number[] {
  if ("at" in when) return [when.at];
  if ("change" in when) return [when.change.from, when.change.to];
  const ticks: number[] = [];
  for (let tick = when.mean.to; tick > when.mean.from; tick -= every) ticks.push(tick);
  return ticks;
}

/**
 * The number of a run, from what was measured at the ticks of `sampleTicks`, in their order. A mean leaves out samples that are not
 * defined.
 *
 * @returns NaN where it is not defined
 */
export function outcomeValue({ when }: Pick<Outcome, "when">, samples: readonly number[]): number {
  if ("at" in when) return samples[0];
  if ("change" in when) return samples[1] - samples[0];
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
 * What an outcome is, whatever it is called: `mean_trust_score of network at 520`. Two outcomes with the same text are the same
 * number of a run.
 */
export function outcomeText({ measure, of, when, every }: Outcome): string {
  const what = `${measure} of ${of}`;
  if ("at" in when) return `${what} at ${when.at}`;
  if ("change" in when) return `${what}, change from ${when.change.from} to ${when.change.to}`;
  return `${what}, mean from ${when.mean.from} to ${when.mean.to}, every ${every}`;
}

/** Whether a tick is one of a series. */
export function isInSeries({ every }: Series, tick: number, ticks: number): boolean {
  return tick % every === 0 || tick === ticks;
}
