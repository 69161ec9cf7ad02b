import { createRun, InputError, type Run, runFiles, runRecord, stateHash } from "../../sim/index.ts";
import { plainReason } from "../files/plain-reason.ts";
import type { TextFile, TextSink } from "../files/text-file.ts";
import { standardOutput } from "../process/standard-output.ts";
import type { OutputFolder } from "./check-run-folder.ts";
import type { PlannedRun } from "./plan-run.ts";
import { resultFiles } from "./run-files.ts";
import { RunFolder } from "./run-folder.ts";

/** What is done while a run goes. */
export interface Meanwhile {
  /** is told how many ticks are done, often */
  report(tick: number): void;
  /** is awaited, often; what it throws ends the run */
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

/** A run that has come to its end. */
export interface Finished {
  readonly run: Run;
  readonly stateHash: string;
  readonly series: SeriesEnds;
  /** in a folder */
  readonly files: readonly WrittenFile[];
}

/**
 * Makes a run, moves it on to its last tick and writes what comes of it into its folder, which is there when all of it is
 * whole, and not before. Whatever goes wrong, nothing is left behind.
 */
export async function writeResults(
  planned: PlannedRun & { readonly folder: OutputFolder },
  meanwhile: Meanwhile,
): Promise<Finished> {
  const folder = makeFolder(planned.folder);
  try {
    const files = new Map<string, TextFile>();
    const sinkOf = (name: string): TextSink => {
      const file = files.get(name) ?? folder.create(name);
      files.set(name, file);
      return file;
    };
    const { run, series } = await performRun(planned, sinkOf, meanwhile);
    const record = runRecord(run, planned.details);
    sinkOf("run.json").write(`${JSON.stringify(record, null, 2)}\n`);
    for (const file of files.values()) file.close();
    folder.publish();
    const written = resultFiles.flatMap((name) => files.get(name) ?? []);
    return { run, series, files: written, stateHash: String(record.state_hash) };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** What was looked at may still not be so, as where a system says yes and means no: an input fault as well. */
function makeFolder(folder: OutputFolder): RunFolder {
  try {
    return new RunFolder(folder);
  } catch (error) {
    throw new InputError([`--out: ${folder.name} cannot be written: ${plainReason(error)}`]);
  }
}

/** The same with series.csv on standard output and nothing else. */
export async function writeSeries(planned: PlannedRun, meanwhile: Meanwhile): Promise<Finished> {
  const { run, series } = await performRun(planned, (name) => (name === "series.csv" ? standardOutput : undefined), meanwhile);
  return { run, series, files: [], stateHash: stateHash(run) };
}

async function performRun(
  { setup, plan }: PlannedRun,
  sinkOf: (name: string) => TextSink | undefined,
  { report, pause }: Meanwhile,
): Promise<{ run: Run; series: SeriesEnds }> {
  const run = createRun(setup);
  const lines: string[] = [];
  for (const { file, text } of runFiles(run, plan)) {
    const sink = sinkOf(file);
    // After the last row of the series come tables that nobody asked for.
    if (sink === undefined && lines.length > 1 && run.population.tick === plan.ticks) break;
    if (text !== "") await sink?.write(text);
    if (text !== "" && file === "series.csv") lines[Math.min(lines.length, 2)] = text;
    report(run.population.tick);
    await pause();
  }
  const [header, first, last = first] = lines;
  return { run, series: { header, first, last } };
}
