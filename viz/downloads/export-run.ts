import { replay } from "../../workers/engine-client.ts";
import type { RunFile } from "../../workers/messages.ts";
import type { LiveRun } from "../state/live-run.ts";
import type { Setup } from "../state/setup.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";

/** Ticks between two rows of series.csv: a quarter, as on the command line. */
const EVERY = 13;

/** Milliseconds between two files; of files that come at once a browser may save only one. */
const BETWEEN = 200;

/** How far the run has been gone through again. */
export interface ExportProgress {
  readonly tick: number;
  /** the last one */
  readonly ticks: number;
}

/**
 * Goes through the run again up to the tick where it is now, and has the browser save these files of it.
 *
 * @param signal ends it, and the answer fails
 * @throws Error where the engine or the replay is no more
 */
export async function exportRun(
  world: Pick<LiveRun, "record"> & Setup,
  files: readonly RunFile[],
  tell: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const { record, fromFile, scenario } = world;
  const about = fromFile.value?.file ?? scenario.value;
  const { start, ticks } = await record();
  tell({ tick: 0, ticks });
  const plan = { ticks, every: EVERY, events: files.includes("events.csv") };
  const made = await replay(start, plan, (tick) => tell({ tick, ticks }), signal);
  for (const [at, file] of files.entries()) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    saveBlob(made[file] as Blob, fileName(about, start.seed, ticks, file));
  }
}
