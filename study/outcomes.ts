import { WINDOW_TICKS } from "../sim/index.ts";
import type { Experiment, Outcome, Series, Span, When } from "./experiment.ts";
import { itemAt } from "./item-at.ts";

/** How the samples of a window become one number. */
export const windowKinds = ["mean", "max", "min", "trend"] as const;
export type WindowKind = (typeof windowKinds)[number];

/** The window of an outcome that has one, and what becomes of its samples. */
export function windowOf(when: When): { readonly kind: WindowKind; readonly span: Span } | undefined {
  if ("mean" in when) return { kind: "mean", span: when.mean };
  if ("max" in when) return { kind: "max", span: when.max };
  if ("min" in when) return { kind: "min", span: when.min };
  return "trend" in when ? { kind: "trend", span: when.trend } : undefined;
}

/** The same time with other ticks. */
export function mapWhen(when: When, at: (tick: number) => number, map: (span: Span) => Span): When {
  if ("at" in when) return { at: at(when.at) };
  if ("change" in when) return { change: map(when.change) };
  const window = windowOf(when);
  return window === undefined ? when : ({ [window.kind]: map(window.span) } as unknown as When);
}

/**
 * Ticks at which an outcome needs a measurement: descending for a window; first and last tick for a change; ascending up to the last
 * tick of the run for a condition.
 */
export function sampleTicks({ when, every }: Pick<Outcome, "when" | "every">, last: number): number[] {
  if ("at" in when) return [when.at];
  if ("change" in when) return [when.change.from, when.change.to];
  const ticks: number[] = [];
  const { from, to } = windowOf(when)?.span ?? { from: -1, to: -1 };
  if ("first" in when) for (let tick = 0; tick <= last; tick += every) ticks.push(tick);
  else for (let tick = to; tick > from; tick -= every) ticks.push(tick);
  return ticks;
}

/**
 * The value of an outcome, computed from the measurements at `sampleTicks`, in their order. A window skips undefined samples.
 *
 * @param samples of a condition: only the one at the tick where it first holds
 * @returns NaN if the outcome is undefined
 */
export function outcomeValue({ when, every }: Pick<Outcome, "when" | "every">, samples: readonly number[]): number {
  if ("at" in when) return itemAt(samples, 0);
  if ("first" in when) return samples[0] ?? Number.NaN;
  if ("change" in when) return itemAt(samples, 1) - itemAt(samples, 0);
  const kind = windowOf(when)?.kind;
  const defined = samples.filter((sample) => !Number.isNaN(sample));
  if (kind === "trend") return trendOf(samples, every);
  if (kind === "mean") return defined.reduce((sum, sample) => sum + sample, 0) / defined.length; // 0 / 0 is NaN
  if (defined.length === 0) return Number.NaN;
  return defined.reduce((most, sample) => (kind === "max" ? Math.max(most, sample) : Math.min(most, sample)));
}

/** The least-squares slope of samples, the latest first, per year. Needs two. */
function trendOf(samples: readonly number[], every: number): number {
  const points = samples.flatMap((sample, at) => (Number.isNaN(sample) ? [] : [{ year: (-at * every) / WINDOW_TICKS, sample }]));
  const middle = points.reduce((sum, { year }) => sum + year, 0) / points.length;
  let products = 0;
  let squares = 0;
  for (const { year, sample } of points) {
    products += (year - middle) * sample;
    squares += (year - middle) * (year - middle);
  }
  return products / squares; // 0 / 0 with fewer than two
}

/**
 * What an outcome measures, regardless of its name: `mean_trust_score of network at 520`. Two outcomes with equal texts have equal
 * values in every run.
 */
export function outcomeText(outcome: Outcome): string {
  const { when, every } = outcome;
  const what = "value" in outcome ? outcome.value : `${outcome.measure} of ${outcome.of}`;
  if ("at" in when) return `${what} at ${when.at}`;
  if ("change" in when) return `${what}, change from ${when.change.from} to ${when.change.to}`;
  if ("first" in when) return `${what}, when first ${when.first}, every ${every}`;
  const window = windowOf(when);
  return `${what}, ${window?.kind} from ${window?.span.from} to ${window?.span.to}, every ${every}`;
}

/** Whether an experiment looks at its stop condition at a tick. */
export function looksToStop({ stop }: Pick<Experiment, "stop">, tick: number): boolean {
  return stop !== undefined && tick > 0 && tick % stop.every === 0;
}

/**
 * Whether an outcome may need a measurement at a tick. If a run can stop early, what is measured at its end is measured at every tick
 * that may become the end, with the samples that would lead up to it.
 */
export function neededTicks(
  outcome: Pick<Outcome, "when" | "every">,
  experiment: Pick<Experiment, "stop" | "ticks">,
): (tick: number) => boolean {
  const { ticks, stop } = experiment;
  const certain = new Set(sampleTicks(outcome, ticks));
  const { when } = outcome;
  const window = windowOf(when)?.span;
  if (stop === undefined) return (tick) => certain.has(tick);
  if (window?.to === ticks) return (tick) => tick > window.from && tick <= ticks;
  const isOfEnd = ("at" in when && when.at === ticks) || ("change" in when && when.change.to === ticks);
  return (tick) => certain.has(tick) || (isOfEnd && looksToStop(experiment, tick));
}

/**
 * The time of an outcome in a run that ended early: its end is the end of the run, as if the run had had fewer ticks.
 *
 * @param ticks that the run would have had
 * @param last at which it ended
 * @returns undefined if the run ended before that time was over
 */
export function whenOfEnded(when: When, ticks: number, last: number): When | undefined {
  const moved = mapWhen(
    when,
    (tick) => (tick === ticks ? last : tick),
    ({ from, to }) => ({ from, to: to === ticks ? last : to }),
  );
  if ("at" in moved) return moved.at <= last ? moved : undefined;
  const span = "change" in moved ? moved.change : windowOf(moved)?.span;
  return span === undefined || (span.from < span.to && span.to <= last) ? moved : undefined;
}

/** Whether a series has a row at a tick. */
export function isInSeries({ every }: Series, tick: number, ticks: number): boolean {
  return tick % every === 0 || tick === ticks;
}
