import {
  checkpoint,
  chosenTables,
  csvLine,
  InputError,
  LOOK_BACK,
  type Row,
  type Run,
  runRecord,
  runTables,
  seriesColumns,
  stateHash,
  type TableName,
  tickOf,
} from "../../sim/index.ts";
import { elementAt } from "../data/element-at.ts";
import { plainReason } from "../files/plain-reason.ts";
import type { TextFile } from "../files/text-file.ts";
import { standardOutput } from "../process/standard-output.ts";
import type { OutputFolder } from "./check-run-folder.ts";
import { checkOldEnd } from "./continued-run.ts";
import type { PlannedRun } from "./plan-run.ts";
import { CHECKPOINT_FILE } from "./run-file-names.ts";
import { RunFolder } from "./run-folder.ts";
import { startRun } from "./start-run.ts";
import { CsvTable } from "./tables/csv-table.ts";
import { openTable } from "./tables/open-table.ts";
import type { TableWriter } from "./tables/table-writer.ts";

/** What to call during a run. */
export interface RunCallbacks {
  /** receives the tick that is finished, often; it is negative during a burn-in */
  report(tick: number): void;
  /** awaited often; an error it throws ends the run */
  pause(): Promise<void>;
}

/** A file that was written. */
interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
}

/** Lines of series.csv: the header, the row of the start and that of the end. */
export interface SeriesEnds {
  readonly header: string;
  readonly first: string;
  readonly last: string;
}

/** A run that has reached its last tick. */
export interface FinishedRun {
  readonly run: Run;
  readonly stateHash: string;
  readonly series: SeriesEnds;
  /** none if the series went to standard output */
  readonly files: readonly WrittenFile[];
}

/**
 * Makes a run and writes its files to its folder. The folder appears once all files are complete. If anything goes wrong, nothing
 * remains.
 */
export async function makeRunInFolder(planned: PlannedRun, output: OutputFolder, callbacks: RunCallbacks): Promise<FinishedRun> {
  const folder = createFolder(output);
  try {
    const run = startRun(planned.setup, planned.continues?.checkpoint);
    const options = { format: planned.format, hasCircleNames: run.circleNames.length > 0 };
    const writers = new Map<TableName, TableWriter>();
    for (const table of chosenTables(planned.plan))
      writers.set(table, await folder.open((path) => openTable(path, table, options)));
    const kept: TextFile[] = [];
    const keep = (bytes: Uint8Array): void => {
      const file = folder.create(CHECKPOINT_FILE);
      kept.push(file);
      file.writeBytes(bytes);
    };
    const series = await makeRun(run, planned, writers, { ...callbacks, ...(planned.checkpoint && { keep }) });
    const record = folder.create("run.json");
    const plain = runRecord(run, planned.details);
    record.write(`${JSON.stringify(plain, null, 2)}\n`);
    const files = [record, ...writers.values(), ...kept];
    for (const file of files) file.close();
    folder.publish();
    return { run, series, files, stateHash: String(plain.state_hash) };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The folder was checked before, but a system can promise more than it does. That is a problem of the input, too. */
function createFolder(folder: OutputFolder): RunFolder {
  try {
    return new RunFolder(folder);
  } catch (error) {
    throw new InputError([`--out: ${folder.name} cannot be written: ${plainReason(error)}`]);
  }
}

/** Makes a run and writes series.csv, and nothing else, to standard output. */
export async function makeRunToOutput(planned: PlannedRun, callbacks: RunCallbacks): Promise<FinishedRun> {
  const run = startRun(planned.setup, planned.continues?.checkpoint);
  const table = new CsvTable("series", standardOutput);
  await table.begin();
  const series = await makeRun(run, planned, new Map([["series", table]]), callbacks);
  return { run, series, files: [], stateHash: stateHash(run) };
}

/**
 * Advances a run to its end and passes its rows to the writers of its tables.
 *
 * @param keep receives a checkpoint of the run, LOOK_BACK ticks before its end
 */
async function makeRun(
  run: Run,
  { plan, continues }: PlannedRun,
  writers: ReadonlyMap<TableName, Pick<TableWriter, "write">>,
  { report, pause, keep }: RunCallbacks & { keep?: (bytes: Uint8Array) => void },
): Promise<SeriesEnds> {
  // A summary needs the series even if nobody wants the table.
  const series: Row[] = [];
  const keepAt = Math.max(tickOf(run), plan.ticks - LOOK_BACK);
  let kept = keep === undefined;
  let isChecked = continues === undefined;
  for (const { table, rows } of runTables(run, { ...plan, tables: ["series", ...chosenTables(plan)] })) {
    const tick = tickOf(run);
    if (!kept && tick === keepAt) keep?.(checkpoint(run));
    kept ||= tick >= keepAt;
    if (!isChecked && tick === continues?.tick) checkOldEnd(continues, stateHash(run));
    isChecked ||= tick === continues?.tick;
    if (table === "series") for (const row of rows) series[Math.min(series.length, 1)] = row;
    await writers.get(table)?.write(rows, pause);
    report(tickOf(run));
    await pause();
  }
  const first = elementAt(series, 0);
  return { header: csvLine(seriesColumns), first: csvLine(first), last: csvLine(series[1] ?? first) };
}
