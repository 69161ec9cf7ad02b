import type { Exporter, Replay } from "../../formats/export/exporter.ts";
import { replayWaves, type WaveOptions } from "../../formats/export/replay-waves.ts";
import { InputError, stateHash } from "../../sim/index.ts";
import type { TextFile } from "../files/text-file.ts";
import type { OutputFolder } from "../run/check-run-folder.ts";
import type { RunCallbacks } from "../run/make-run.ts";
import type { PlannedRun } from "../run/plan-run.ts";
import { RunFolder } from "../run/run-folder.ts";
import { startRun } from "../run/start-run.ts";

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
  options: WaveOptions & { readonly callbacks: RunCallbacks },
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
    await replayWaves(run, { ...options, ticks: planned.plan.ticks, createExporter, createFile });
    checkEnd(planned, stateHash(run));
    for (const file of files) file.close();
    folder.publish();
    return files;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** @throws InputError if a replay ends in another state than the recorded run */
export function checkEnd({ expected }: PlannedRun, hash: string): void {
  if (expected === undefined || expected.stateHash === hash) return;
  throw new InputError([
    `${expected.file}: the replay differs from the record: state hash ${hash}, recorded ${expected.stateHash}`,
  ]);
}
