import { formatNumber } from "../../../sim/index.ts";
import { formatDuration } from "../../text/amounts.ts";
import { createProgressLine, type ProgressStream, progressInterval } from "../../text/progress-line.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { DONE, FAILED, MISSING, PARTIAL, type RunIndex } from "../log/run-index.ts";

export const progressKinds = ["auto", "json", "none"] as const;

/** How to report progress: to a person, to a program as lines of JSON, or not at all. */
export type ProgressKind = (typeof progressKinds)[number];

export interface ExperimentProgress {
  /** Call this after each run that is recorded, with the seconds that it took. */
  countRun(seconds: number): void;
  /** Writes a line for a person that is not progress. */
  say(line: string): void;
  /** Removes the progress line. For a program, reports the final state. */
  end(): void;
}

/** Milliseconds between two lines of JSON. */
const JSON_INTERVAL = 1_000;

interface Standing {
  /** including failed runs */
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  /** in this process */
  readonly runsPerSecond: number;
  /** undefined before the first run */
  readonly secondsLeft: number | undefined;
}

/**
 * @param index the runs, kept up to date by the caller
 * @param numbers of the runs to make: those of the shard
 * @param now milliseconds, from any start
 */
export function createExperimentProgress(
  kind: ProgressKind,
  stream: ProgressStream,
  index: RunIndex,
  numbers: Iterable<number>,
  now: () => number = () => performance.now(),
): ExperimentProgress {
  const begun = now();
  const line = createProgressLine(stream);
  const planned = Uint32Array.from(numbers);
  // Each update counts all runs.
  const interval = Math.max(kind === "json" ? JSON_INTERVAL : progressInterval(stream), index.plan.runs / 1000);
  let latest = begun;
  let made = 0;
  let worked = 0;

  const standing = (): Standing => {
    const elapsed = (now() - begun) / 1000;
    // Seconds of work done per second: the number of jobs, minus the time they wait for each other.
    const pace = worked / elapsed;
    return {
      ...countPlanned(index, planned),
      planned: planned.length,
      runsPerSecond: made / elapsed,
      secondsLeft: made > 0 && pace > 0 ? workLeft(index, planned) / pace : undefined,
    };
  };
  const report = () => {
    if (kind === "json") stream.write(`${terminalText(JSON.stringify(asJson(standing())))}\n`);
    if (kind === "auto") line.write(standingText(standing()));
  };
  return {
    countRun(seconds) {
      made++;
      worked += seconds;
      const time = now();
      if (time - latest < interval) return;
      latest = time;
      report();
    },
    say(text) {
      if (kind !== "auto") return;
      line.erase();
      stream.write(`${terminalText(text)}\n`);
    },
    end() {
      if (kind === "json") report();
      line.erase();
    },
  };
}

/** `12 of 40 runs, 2.4 a second, 12 s left, 1 failed` */
function standingText({ done, planned, failed, runsPerSecond, secondsLeft }: Standing): string {
  const parts = [`${formatNumber(done)} of ${formatNumber(planned)} runs`];
  if (runsPerSecond >= 0.1) parts.push(`${runsPerSecond.toFixed(runsPerSecond >= 10 ? 0 : 1)} a second`);
  else if (runsPerSecond > 0) parts.push(`${formatDuration(1 / runsPerSecond)} each`);
  if (secondsLeft !== undefined && done < planned) parts.push(`${formatDuration(secondsLeft)} left`);
  if (failed > 0) parts.push(`${formatNumber(failed)} failed`);
  return parts.join(", ");
}

function asJson({ done, planned, failed, runsPerSecond, secondsLeft }: Standing): Record<string, number | null> {
  return {
    done,
    planned,
    failed,
    runs_per_second: Number(runsPerSecond.toFixed(3)),
    seconds_left: secondsLeft === undefined ? null : Number(secondsLeft.toFixed(1)),
  };
}

function countPlanned({ state }: RunIndex, planned: Uint32Array): { done: number; failed: number } {
  let done = 0;
  let failed = 0;
  for (const number of planned) {
    if (state[number] === DONE || state[number] === FAILED) done++;
    if (state[number] === FAILED) failed++;
  }
  return { done, failed };
}

/** Seconds of work in the runs that are not finished, estimated from finished runs like them. */
function workLeft(index: RunIndex, planned: Uint32Array): number {
  const seconds = index.meanSeconds();
  let work = 0;
  for (const number of planned) {
    const state = index.state[number];
    if (state === MISSING || state === PARTIAL) work += seconds[index.combinationOf(number)] ?? Number.NaN;
  }
  return work;
}
