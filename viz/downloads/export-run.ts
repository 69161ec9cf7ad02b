import { SERIES_INTERVAL } from "../../sim/parameters/series-interval.ts";
import type { NetworkForm, RunFile, Start } from "../../workers/messages.ts";
import { replay, replayNetwork } from "../../workers/replay-client.ts";
import type { LiveRun } from "../state/live-run.ts";
import type { Setup } from "../state/setup.ts";
import type { ExportProgress } from "./export-progress.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";

/** Milliseconds between two files; a browser may save only one of several that come at once. */
const BETWEEN_FILES = 200;

type Exported = Pick<LiveRun, "record" | "tick" | "isPast"> & Setup;
type OnProgress = (progress: ExportProgress) => void;

/**
 * Replays the run up to the tick on show, and has the browser save files of it.
 *
 * @param signal aborts the replay; the promise rejects
 * @throws Error if the engine or the replay worker dies
 */
export async function exportRun(
  world: Exported,
  files: readonly RunFile[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  const { start, ticks, nameOf } = await beginExport(world, onProgress);
  const plan = { ticks, every: SERIES_INTERVAL, events: files.includes("events.csv") };
  const blobs = await replay(start, plan, (tick) => onProgress({ tick, ticks }), signal);
  for (const [k, file] of files.entries()) {
    const blob = blobs[file];
    if (blob === undefined) throw new Error(`the replay wrote no ${file}`);
    if (k > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_FILES));
    saveBlob(blob, nameOf(file));
  }
}

/** Replays the run like `exportRun`, and has the browser save its network for another program. */
export async function exportNetwork(
  world: Exported,
  form: NetworkForm,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  const { start, ticks, nameOf } = await beginExport(world, onProgress);
  saveBlob(await replayNetwork(start, { ticks, form }, (tick) => onProgress({ tick, ticks }), signal), nameOf(`network.${form}`));
}

/** The run to replay, and the names of files that are made from it. */
async function beginExport(
  world: Exported,
  onProgress: OnProgress,
): Promise<{ start: Start; ticks: number; nameOf: (file: string) => string }> {
  const about = world.fromFile.value?.file ?? world.scenario.value;
  const { start, ticks: last } = await world.record();
  const ticks = world.isPast.peek() ? world.tick.peek() : last;
  onProgress({ tick: 0, ticks });
  return { start, ticks, nameOf: (file) => fileName(about, start.seed, ticks, file) };
}
