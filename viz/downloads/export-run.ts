import { SERIES_INTERVAL } from "../../sim/parameters/series-interval.ts";
import type { RunFile } from "../../workers/messages.ts";
import { replay } from "../../workers/replay-client.ts";
import type { LiveRun } from "../state/live-run.ts";
import type { Setup } from "../state/setup.ts";
import type { ExportProgress } from "./export-progress.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";

/** Milliseconds between two files; a browser may save only one of several that come at once. */
const BETWEEN_FILES = 200;

/**
 * Replays the run up to the tick on show, and has the browser save files of it.
 *
 * @param signal aborts the replay; the promise rejects
 * @throws Error if the engine or the replay worker dies
 */
export async function exportRun(
  world: Pick<LiveRun, "record" | "tick" | "isPast"> & Setup,
  files: readonly RunFile[],
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const about = world.fromFile.value?.file ?? world.scenario.value;
  const { start, ticks: last } = await world.record();
  const ticks = world.isPast.peek() ? world.tick.peek() : last;
  onProgress({ tick: 0, ticks });
  const plan = { ticks, every: SERIES_INTERVAL, events: files.includes("events.csv") };
  const blobs = await replay(start, plan, (tick) => onProgress({ tick, ticks }), signal);
  for (const [k, file] of files.entries()) {
    const blob = blobs[file];
    if (blob === undefined) throw new Error(`the replay wrote no ${file}`);
    if (k > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_FILES));
    saveBlob(blob, fileName(about, start.seed, ticks, file));
  }
}
