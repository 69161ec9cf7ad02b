import { join } from "node:path";
import { outcomeText } from "../../../study/outcomes.ts";
import type { Plan } from "../../../study/plan.ts";
import { createPrecisionRule, neverSettles, type PrecisionRule, type PrecisionTarget } from "../../../study/precision.ts";
import { runSeed } from "../../../study/run-identity.ts";
import { openDurableFile } from "./durable-file.ts";
import type { LogEntry } from "./log-entry.ts";
import { LogReader, scanLog } from "./log-reader.ts";
import { LogWriter } from "./log-writer.ts";
import { DONE, FAILED, numbersById, RunIndex } from "./run-index.ts";

const LOG = "log.jsonl";

/** What a log holds of a plan. */
export interface LoggedRuns {
  readonly index: RunIndex;
  /** bytes up to the end of the last complete line */
  readonly length: number;
  /** lines that are damaged; their runs are made again */
  readonly damaged: number;
  /** finished runs that are not in the plan, or no longer; they stay in the log */
  readonly others: number;
  /** runs of the plan that are finished only with fewer ticks than it has */
  readonly shorter: number;
  /** the first run whose entry means something else than the plan does */
  readonly different: LogEntry | undefined;
  /** has seen every finished run of the log */
  readonly precision: PrecisionRule;
}

/** What to read a log for. */
interface ReadOptions {
  /** what the runs of a plan of this length mean, by combination; undefined if the plan comes from the folder's own record */
  readonly meaningsAt?: (ticks: number) => readonly string[];
  /** how narrow intervals must be; undefined if nobody asked */
  readonly untilPrecision: PrecisionTarget | undefined;
}

/** The log of an experiment's folder: one line for each finished run. All other results are derived from it. */
export class ExperimentLog {
  readonly #path: string;

  /** @param folder an absolute path */
  constructor(folder: string) {
    this.#path = join(folder, LOG);
  }

  /** Finds the runs of a plan in the log. A log that doesn't exist holds none. */
  readRuns(plan: Plan, { meaningsAt, untilPrecision }: ReadOptions): LoggedRuns {
    const index = new RunIndex(plan);
    const precision = untilPrecision === undefined ? neverSettles : createPrecisionRule(plan, untilPrecision);
    const others = new Set<string>();
    let numbers: Map<string, number> | undefined;
    let length = 0;
    let damaged = 0;
    const shorter = new Map<number, LogEntry>();
    let different: LogEntry | undefined;
    const isOther = (number: number, entry: LogEntry, ticks = plan.experiment.ticks) =>
      meaningsAt !== undefined && !meansTheSame(entry, meaningsAt(ticks)[index.combinationOf(number)], plan);
    for (const { offset, length: bytes, entry, ended } of scanLog(this.#path)) {
      if (!ended) break;
      length = offset + bytes + 1;
      if (entry === undefined) {
        damaged++;
        continue;
      }
      numbers ??= numbersById(plan);
      const number = numbers.get(entry.id);
      if (number === undefined) others.add(entry.id);
      else if (isShorter(entry, plan)) shorter.set(number, { ...entry, series: undefined, tables: undefined });
      else if (isOther(number, entry)) different ??= entry;
      else {
        shorter.delete(number);
        index.note(number, entry, { offset, length: bytes });
        addToPrecision(precision, index, number, entry);
      }
    }
    // What a longer run has replaced no longer matters, so only the others are compared.
    for (const [number, entry] of shorter) if (isOther(number, entry, entry.ticks)) different ??= entry;
    return { index, length, damaged, others: others.size, shorter: shorter.size, different, precision };
  }

  openReader(): LogReader {
    return new LogReader(this.#path);
  }

  /**
   * Opens the log to append to it. A line that a crash tore off is removed.
   *
   * @param length as `readRuns` found it
   */
  async openWriter(length: number): Promise<LogWriter> {
    const file = await openDurableFile(this.#path);
    await file.truncate(length);
    return new LogWriter(file, length);
  }

  /** Where the log is, for a command that writes a new one. */
  get path(): string {
    return this.#path;
  }
}

/** Whether an entry was made when the experiment had fewer ticks. */
function isShorter({ ticks }: LogEntry, { experiment }: Plan): boolean {
  return ticks !== undefined && ticks < experiment.ticks;
}

/** Passes an entry to the rule if its run is finished. */
export function addToPrecision(rule: PrecisionRule, { plan, state }: RunIndex, number: number, { values }: LogEntry): void {
  if (state[number] !== DONE && state[number] !== FAILED) return;
  rule.add(
    number,
    plan.experiment.outcomes.map((outcome) => values?.[outcomeText(outcome)] ?? Number.NaN),
  );
}

/** How many replicates of each combination count: fewer than planned if the precision was reached earlier. */
export function usedReplicates({ index, precision }: Pick<LoggedRuns, "index" | "precision">): number {
  return precision.settledAfter() ?? index.plan.experiment.replicates;
}

/** Whether a finished run is what the experiment asks for now. */
function meansTheSame({ means, seed, replicate }: LogEntry, meaning: string | undefined, { experiment }: Plan): boolean {
  return means === meaning && seed === runSeed(experiment, replicate);
}
