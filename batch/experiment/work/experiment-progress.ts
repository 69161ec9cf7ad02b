import { duration, grouped, type ProgressStream } from "../../run/run-progress.ts";
import { DONE, FAILED, MISSING, PARTIAL, type RunIndex } from "../log/run-index.ts";

/** How progress is told: on a terminal in one line, elsewhere in plain lines; for a program as JSON; or not at all. */
export type ProgressKind = "auto" | "json" | "none";

export const progressKinds: readonly string[] = ["auto", "json", "none"] satisfies ProgressKind[];

export interface ExperimentProgress {
  /** To be called after each run that is recorded, with the seconds that it took. */
  finished(seconds: number): void;
  /** Says something beside the progress, to a person. */
  say(line: string): void;
  /** Takes the line away, and says how it stands once more where a log is kept of it. */
  end(): void;
}

/** Milliseconds between two updates, by where they go. */
const INTERVALS = { terminal: 100, log: 60_000, json: 1_000 };

/** What a person or a program is told. */
interface Standing {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  /** of this session */
  readonly runsPerSecond: number;
  readonly secondsLeft: number | undefined;
}

/**
 * @param index is read
 * @param numbers of the runs that this process is to see done: those of its shard
 * @param now milliseconds, from anywhere
 */
export function createExperimentProgress(
  kind: ProgressKind,
  stream: ProgressStream,
  index: RunIndex,
  numbers: Iterable<number>,
  now: () => number = () => performance.now(),
): ExperimentProgress {
  const begun = now();
  const ledger = createLedger(index, numbers);
  const usual = kind === "json" ? INTERVALS.json : stream.isTTY ? INTERVALS.terminal : INTERVALS.log;
  // All runs are counted at each update.
  const interval = Math.max(usual, index.plan.runs / 1000);
  let last = begun;
  let finished = 0;
  let worked = 0;
  let shown = false;

  const standing = (): Standing => {
    const elapsed = (now() - begun) / 1000;
    const { done, failed, planned } = ledger.counts();
    const work = ledger.workLeft();
    // Seconds of work that a second brings: the jobs, less what they wait for each other.
    const pace = worked / elapsed;
    return {
      done,
      planned,
      failed,
      runsPerSecond: finished / elapsed,
      secondsLeft: finished > 0 && pace > 0 ? work / pace : undefined,
    };
  };
  const erase = () => {
    if (shown && stream.isTTY) stream.write("\r\x1b[K");
    shown = false;
  };
  const tell = () => {
    if (kind === "none") return;
    if (kind === "json") return void stream.write(`${JSON.stringify(asJson(standing()))}\n`);
    const text = standingText(standing());
    stream.write(stream.isTTY ? `\r${text.slice(0, (stream.columns || 80) - 1)}\x1b[K` : `${text}\n`);
    shown = true;
  };
  return {
    finished(seconds) {
      finished++;
      worked += seconds;
      const time = now();
      if (time - last < interval) return;
      last = time;
      tell();
    },
    say(line) {
      if (kind !== "auto") return;
      erase();
      stream.write(`${line}\n`);
    },
    end() {
      if (kind === "json") tell();
      erase();
    },
  };
}

/** `12 of 40 runs, 2.4 a second, 12 s left, 1 failed` */
function standingText({ done, planned, failed, runsPerSecond, secondsLeft }: Standing): string {
  const parts = [`${grouped(done + failed)} of ${grouped(planned)} runs`];
  if (runsPerSecond >= 0.1) parts.push(`${runsPerSecond.toFixed(runsPerSecond >= 10 ? 0 : 1)} a second`);
  else if (runsPerSecond > 0) parts.push(`${duration(1 / runsPerSecond)} each`);
  if (secondsLeft !== undefined && done + failed < planned) parts.push(`${duration(secondsLeft)} left`);
  if (failed > 0) parts.push(`${grouped(failed)} failed`);
  return parts.join(", ");
}

function asJson({ done, planned, failed, runsPerSecond, secondsLeft }: Standing): Record<string, number | null> {
  return {
    done: done + failed,
    planned,
    failed,
    runs_per_second: Number(runsPerSecond.toFixed(3)),
    seconds_left: secondsLeft === undefined ? null : Number(secondsLeft.toFixed(1)),
  };
}

/** Counts of the runs that are planned, and the work that is left, from what runs like them took. */
function createLedger(index: RunIndex, numbers: Iterable<number>) {
  const planned = Uint32Array.from(numbers);
  const { state, seconds, timed } = index;
  return {
    counts() {
      const counts = new Uint32Array(4);
      for (const number of planned) counts[state[number]]++;
      return { done: counts[DONE], failed: counts[FAILED], planned: planned.length };
    },
    workLeft(): number {
      let all = 0;
      let times = 0;
      for (let combination = 0; combination < timed.length; combination++) {
        all += seconds[combination];
        times += timed[combination];
      }
      let work = 0;
      for (const number of planned) {
        if (state[number] !== MISSING && state[number] !== PARTIAL) continue;
        const combination = index.combinationOf(number);
        work += timed[combination] > 0 ? seconds[combination] / timed[combination] : all / times;
      }
      return work;
    },
  };
}
