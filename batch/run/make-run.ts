import { checkpoint, createRun, InputError, LOOK_BACK, type Run, runFiles, runRecord, stateHash } from "../../sim/index.ts";
import { elementAt } from "../data/element-at.ts";
import { plainReason } from "../files/plain-reason.ts";
import type { TextFile, TextSink } from "../files/text-file.ts";
import { standardOutput } from "../process/standard-output.ts";
import type { OutputFolder } from "./check-run-folder.ts";
import { checkOldEnd, restoreRun } from "./continued-run.ts";
import type { PlannedRun } from "./plan-run.ts";
import { CHECKPOINT_FILE, runFileNames } from "./run-file-names.ts";
import { RunFolder } from "./run-folder.ts";

/** What to call during a run. */
export interface RunCallbacks {
  /** receives the number of finished ticks, often */
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
    const files = new Map<string, TextFile>();
    const sinkOf = (name: string): TextSink => {
      const file = files.get(name) ?? folder.create(name);
      files.set(name, file);
      return file;
    };
    const keep = (bytes: Uint8Array): void => {
      const file = folder.create(CHECKPOINT_FILE);
      files.set(CHECKPOINT_FILE, file);
      file.writeBytes(bytes);
    };
    const { run, series } = await makeRun(planned, sinkOf, callbacks, planned.checkpoint ? keep : undefined);
    const record = runRecord(run, planned.details);
    await sinkOf("run.json").write(`${JSON.stringify(record, null, 2)}\n`);
    for (const file of files.values()) file.close();
    folder.publish();
    const written = runFileNames.flatMap((name) => files.get(name) ?? []);
    return { run, series, files: written, stateHash: String(record.state_hash) };
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
  const { run, series } = await makeRun(planned, (name) => (name === "series.csv" ? standardOutput : undefined), callbacks);
  return { run, series, files: [], stateHash: stateHash(run) };
}

/**
 * @param sinkOf where to write a file; undefined for a file that nobody wants
 * @param keep receives a checkpoint of the run, LOOK_BACK ticks before its end
 */
async function makeRun(
  { setup, plan, continues }: PlannedRun,
  sinkOf: (name: string) => TextSink | undefined,
  { report, pause }: RunCallbacks,
  keep?: (bytes: Uint8Array) => void,
): Promise<{ run: Run; series: SeriesEnds }> {
  const run = continues?.checkpoint ? restoreRun(continues.checkpoint, setup) : createRun(setup);
  const lines: string[] = [];
  const keepAt = Math.max(run.population.tick, plan.ticks - LOOK_BACK);
  let kept = keep === undefined;
  let isChecked = continues === undefined;
  for (const { file, text } of runFiles(run, plan)) {
    const { tick } = run.population;
    if (!kept && tick === keepAt) keep?.(checkpoint(run));
    kept ||= tick >= keepAt;
    if (!isChecked && tick === continues?.tick) checkOldEnd(continues, stateHash(run));
    isChecked ||= tick === continues?.tick;
    const sink = sinkOf(file);
    // The other tables follow the last row of the series.
    if (sink === undefined && lines.length > 1 && run.population.tick === plan.ticks) break;
    if (text !== "") await sink?.write(text);
    if (text !== "" && file === "series.csv") lines[Math.min(lines.length, 2)] = text;
    report(run.population.tick);
    await pause();
  }
  const [header, first] = [elementAt(lines, 0), elementAt(lines, 1)];
  return { run, series: { header, first, last: lines[2] ?? first } };
}
