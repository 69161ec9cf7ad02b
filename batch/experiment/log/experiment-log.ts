import { join } from "node:path";
import type { Plan } from "../../../study/plan.ts";
import { openLogFile } from "./durable-file.ts";
import type { LogEntry } from "./log-entry.ts";
import { readLog } from "./log-reader.ts";
import { LogWriter } from "./log-writer.ts";
import { numbersById, RunIndex } from "./run-index.ts";

export const LOG = "log.jsonl";

/** What the log of a folder has of a plan. */
export interface LoggedRuns {
  readonly index: RunIndex;
  /** bytes up to the end of the last whole line */
  readonly length: number;
  /** lines that are damaged: their runs are done again */
  readonly damaged: number;
  /** finished runs that the plan does not have (any more); they stay in the log */
  readonly others: number;
  /** runs whose numbers stand for something else than the plan says, the first of them */
  readonly different: LogEntry | undefined;
}

/**
 * Reads the log of a folder as far as it belongs to a plan.
 *
 * @param meanings by combination, what its runs mean now; undefined where the plan is that of the log's own folder
 * @param seen is called for each entry of the plan, when it is in the index
 */
export function readLoggedRuns(
  folder: string,
  plan: Plan,
  meanings: readonly string[] | undefined,
  seen: (number: number, entry: LogEntry, index: RunIndex) => void = () => {},
): LoggedRuns {
  const index = new RunIndex(plan);
  const others = new Set<string>();
  let numbers: Map<string, number> | undefined;
  let length = 0;
  let damaged = 0;
  let different: LogEntry | undefined;
  for (const { offset, length: bytes, entry, ended } of readLog(join(folder, LOG))) {
    if (!ended) break;
    length = offset + bytes + 1;
    if (entry === undefined) {
      damaged++;
      continue;
    }
    numbers ??= numbersById(plan);
    const number = numbers.get(entry.id);
    if (number === undefined) others.add(entry.id);
    else if (meanings !== undefined && entry.means !== meanings[index.combinationOf(number)]) different ??= entry;
    else {
      index.note(number, entry, { offset, length: bytes });
      seen(number, entry, index);
    }
  }
  return { index, length, damaged, others: others.size, different };
}

/** Opens the log of a folder to go on with it: a line that a crash tore is cut off. */
export async function openLog(folder: string, length: number): Promise<LogWriter> {
  const file = await openLogFile(join(folder, LOG));
  await file.truncate(length);
  return new LogWriter(file, length);
}
