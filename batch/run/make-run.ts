import { elementAt } from "../../formats/export/element-at.ts";
import {
  checkpoint,
  chosenTables,
  csvLine,
  formatNumber,
  InputError,
  LOOK_BACK,
  type Row,
  type Run,
  type RunStart,
  runRecord,
  runTables,
  seriesColumns,
  stateHash,
  type TableName,
  tickOf,
} from "../../sim/index.ts";
import { plainReason } from "../files/plain-reason.ts";
import { WriteError } from "../files/write-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { Stopped } from "../process/stop-signals.ts";
import type { OutputFolder } from "./check-run-folder.ts";
import { checkOldEnd } from "./continued-run.ts";
import { thisMaker } from "./makers.ts";
import { type PlannedRun, runFacts } from "./plan-run.ts";
import { CHECKPOINT_FILE } from "./run-file-names.ts";
import { clearRemains, RunFolder } from "./run-folder.ts";
import { createRunSaver } from "./run-saver.ts";
import { type SavedRun, writeSaved } from "./saved-run.ts";
import { resumeRun, startRun } from "./start-run.ts";
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
 * Makes a run and writes its files to its folder. The folder appears once all files are complete. If anything goes wrong before the run
 * has been saved, nothing remains. Afterwards its unfinished folder stays, and the run can resume.
 */
export async function makeRunInFolder(planned: PlannedRun, output: OutputFolder, callbacks: RunCallbacks): Promise<FinishedRun> {
  const { resumes } = planned;
  const before = resumes?.saved;
  if (resumes === undefined) clearRemains(output.path, false);
  const folder = createFolder(output, resumes?.path);
  const saver = createRunSaver(planned.saveEvery, before?.tick);
  try {
    const { run, start } = beginRun(planned);
    const options = { format: planned.format, hasCircleNames: run.circleNames.length > 0 };
    const writers = new Map<TableName, TableWriter>();
    for (const table of chosenTables(planned.plan))
      writers.set(table, await folder.open((path) => openTable(path, table, options, before?.tables.get(table))));
    let kept = before?.checkpoint && folder.create(CHECKPOINT_FILE, before.checkpoint);
    const keep = (bytes: Uint8Array): void => {
      kept = folder.create(CHECKPOINT_FILE);
      kept.writeBytes(bytes);
    };
    const from = before?.from ?? planned.plan.from ?? Math.max(0, tickOf(run));
    const save = (state: () => Uint8Array, series: readonly Row[]): void =>
      saver.offer(tickOf(run), () =>
        writeSaved(folder.path, {
          facts: runFacts(planned),
          tick: tickOf(run),
          from,
          state: state(),
          series,
          tables: new Map([...writers].map(([name, writer]) => [name, writer.state()])),
          checkpoint: kept?.state(),
        }),
      );
    const isKept = !planned.checkpoint || kept !== undefined;
    const series = await makeRun(run, planned, writers, { ...callbacks, save, ...(!isKept && { keep }) }, { start, from, before });
    const record = folder.create("run.json");
    const plain = runRecord(run, planned.details);
    // The last key, so that all before it is the same on every machine.
    record.write(`${JSON.stringify({ ...plain, made_by: thisMaker() }, null, 2)}\n`);
    const files = [record, ...writers.values(), ...(kept === undefined ? [] : [kept])];
    for (const file of files) file.close();
    folder.publish();
    if (resumes !== undefined) clearRemains(output.path, false);
    return { run, series, files, stateHash: String(plain.state_hash) };
  } catch (error) {
    if (saver.saved === undefined) folder.discard();
    else folder.leave();
    throw withConsequence(error, saver.saved);
  }
}

/** The same error, and what became of a run that has been saved. */
function withConsequence(error: unknown, saved: number | undefined): unknown {
  if (saved === undefined) return error;
  const consequence = `the run is saved at tick ${formatNumber(saved)}: continue it with the same command and --resume`;
  if (error instanceof Stopped) error.consequence = consequence;
  return error instanceof WriteError ? new WriteError(`${error.detail}; ${consequence}`, error.detail) : error;
}

/** The folder was checked before, but a system can promise more than it does. That is a problem of the input, too. */
function createFolder(folder: OutputFolder, stopped: string | undefined): RunFolder {
  try {
    return new RunFolder(folder, stopped);
  } catch (error) {
    throw new InputError([`--out: ${folder.name} cannot be written: ${plainReason(error)}`]);
  }
}

/** Makes a run and writes series.csv, and nothing else, to standard output. */
export async function makeRunToOutput(planned: PlannedRun, callbacks: RunCallbacks): Promise<FinishedRun> {
  const { run } = beginRun(planned);
  const table = new CsvTable("series", standardOutput);
  await table.begin();
  const series = await makeRun(run, planned, new Map([["series", table]]), callbacks);
  return { run, series, files: [], stateHash: stateHash(run) };
}

function beginRun({ setup, continues, resumes }: PlannedRun): { run: Run; start: RunStart } {
  return resumes === undefined ? { run: startRun(setup, continues?.checkpoint), start: {} } : resumeRun(resumes.saved.state);
}

/** What a run does besides its tables. */
interface RunHooks extends RunCallbacks {
  /** receives a checkpoint of the run, LOOK_BACK ticks before its end */
  keep?(bytes: Uint8Array): void;
  /** offered the state of the run between two ticks, to save it, with the first and the last row of the series */
  save?(state: () => Uint8Array, series: readonly Row[]): void;
}

/** Where a run starts that is saved or resumes. */
interface Beginning {
  readonly start: RunStart;
  /** the tick at which its tables begin */
  readonly from: number;
  readonly before: SavedRun | undefined;
}

/** Advances a run to its end and passes its rows to the writers of its tables. */
async function makeRun(
  run: Run,
  { plan, continues, tieFilter }: PlannedRun,
  writers: ReadonlyMap<TableName, Pick<TableWriter, "write">>,
  { report, pause, keep, save }: RunHooks,
  beginning?: Beginning,
): Promise<SeriesEnds> {
  // A summary needs the series even if nobody wants the table.
  const series: Row[] = [...(beginning?.before?.series ?? [])];
  const keepAt = Math.max(tickOf(run), plan.ticks - LOOK_BACK);
  let kept = keep === undefined;
  let isChecked = continues === undefined || tickOf(run) > continues.tick;
  const tables = ["series", ...chosenTables(plan)] as const;
  const whole = { ...plan, tables, ...(beginning && { from: beginning.from }) };
  for (const { table, rows, pack } of runTables(run, whole, { ...beginning?.start, packs: save !== undefined, tieFilter })) {
    const tick = tickOf(run);
    if (!kept && tick === keepAt) keep?.(checkpoint(run));
    kept ||= tick >= keepAt;
    if (!isChecked && tick === continues?.tick) checkOldEnd(continues, stateHash(run));
    isChecked ||= tick === continues?.tick;
    if (table === "series") for (const row of rows) series[Math.min(series.length, 1)] = row;
    await writers.get(table)?.write(rows, pause);
    if (pack !== undefined) save?.(pack, series);
    report(tickOf(run));
    await pause();
  }
  const first = elementAt(series, 0);
  return { header: csvLine(seriesColumns), first: csvLine(first), last: csvLine(series[1] ?? first) };
}
