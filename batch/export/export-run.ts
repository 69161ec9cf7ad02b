import { advance, createCollector, eventRows, InputError, listen, type Run, stateHash, tickOf, tieRows } from "../../sim/index.ts";
import type { TextFile } from "../files/text-file.ts";
import type { OutputFolder } from "../run/check-run-folder.ts";
import type { RunCallbacks } from "../run/make-run.ts";
import type { PlannedRun } from "../run/plan-run.ts";
import { RunFolder } from "../run/run-folder.ts";
import { startRun } from "../run/start-run.ts";
import { collectWave, ExportedPeople } from "./exported-world.ts";
import type { Exporter, Replay } from "./exporter.ts";

/** Which ties count: those with a strength of `active_from` or more, or those with `strong_from` or more. */
export const cuts = ["active", "strong"] as const;

export interface ExportOptions {
  readonly cut: (typeof cuts)[number];
  /** ticks between two waves; there is also a wave at the start and at the end */
  readonly every: number;
}

/**
 * Replays a run and writes it for another program. The folder appears once all files are complete. If anything goes wrong, nothing
 * remains.
 *
 * @throws InputError if the replay ends in another state than the recorded run
 */
export async function exportRun(
  planned: PlannedRun,
  output: OutputFolder,
  createExporter: (replay: Replay) => Exporter,
  { callbacks, ...options }: ExportOptions & { readonly callbacks: RunCallbacks },
): Promise<readonly TextFile[]> {
  const folder = new RunFolder(output);
  const files: TextFile[] = [];
  try {
    const createFile = (name: string): TextFile => {
      const file = folder.create(name);
      files.push(file);
      return file;
    };
    const run = startRun(planned.setup);
    await replayRun(run, planned, { ...options, createExporter, createFile, callbacks });
    checkEnd(planned, stateHash(run));
    for (const file of files) file.close();
    folder.publish();
    return files;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

interface ReplayOptions extends ExportOptions {
  readonly createExporter: (replay: Replay) => Exporter;
  readonly createFile: Replay["createFile"];
  readonly callbacks: RunCallbacks;
}

async function replayRun(run: Run, { plan }: PlannedRun, options: ReplayOptions): Promise<void> {
  const { cut, every, createExporter, createFile, callbacks } = options;
  const ticks = waveTicks(plan.ticks, every);
  // A live parameter can change during the run.
  const isTie = (strength: number) =>
    strength >= (cut === "active" ? run.settings.parameters.activeFrom : run.settings.parameters.strongFrom);
  const collector = createCollector(run.population, () => false, { settled: run.settled });
  while (tickOf(run) < 0) {
    advance(run);
    callbacks.report(tickOf(run));
    await callbacks.pause();
  }
  const people = new ExportedPeople(run, plan.ticks);
  const rows = () => tieRows(run, collector);
  const exporter = createExporter({ run, people, ticks, isTie, tieRows: rows, createFile });
  if (exporter.addEvents !== undefined) listen(run);
  for (let wave = 0; ; ) {
    const tick = tickOf(run);
    people.update(tick);
    exporter.addEvents?.(eventRows(run));
    if (tick === ticks[wave]) {
      exporter.addWave?.(collectWave(rows(), tick, ticks[wave + 1] ?? tick + 1, isTie));
      wave++;
    }
    callbacks.report(tick);
    await callbacks.pause();
    if (tick >= plan.ticks) break;
    advance(run);
  }
  exporter.finish();
}

/** The start, every `every` ticks, and the end. */
export function waveTicks(last: number, every: number): number[] {
  const ticks: number[] = [];
  for (let tick = 0; tick < last; tick += every) ticks.push(tick);
  return [...ticks, last];
}

/** @throws InputError if a replay ends in another state than the recorded run */
export function checkEnd({ expected }: PlannedRun, hash: string): void {
  if (expected === undefined || expected.stateHash === hash) return;
  throw new InputError([
    `${expected.file}: the replay differs from the record: state hash ${hash}, recorded ${expected.stateHash}`,
  ]);
}
