import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { RunFile } from "../../workers/messages.ts";
import { prepareReplay } from "../../workers/replay-client.ts";
import { networkPicture } from "../network/painting/picture.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { placePopover } from "../text/place-popover.ts";
import { WithTerms } from "../text/term.tsx";
import { describeProgress, type ExportProgress, percentDone } from "./export-progress.ts";
import { exportRun } from "./export-run.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";
import "./export-menu.css";

const tables: readonly { readonly file: RunFile; readonly about: string }[] = [
  { file: "series.csv", about: "measures, one row per quarter" },
  { file: "agents.csv", about: "every person at this tick" },
  { file: "ties.csv", about: "every tie at this tick" },
  { file: "events.csv", about: "every event so far; often large" },
  { file: "run.json", about: "everything needed to repeat the run" },
];

/** Saves the files of the run so far, as the command line writes them, or a picture of the network. */
export function ExportMenu({ world }: { world: World }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const progress = useSignal<ExportProgress | undefined>(undefined);
  const abort = useRef<AbortController>(undefined);

  useEffect(() => whenIdle(world.runCount, prepareReplay), []);

  async function save(files: readonly RunFile[]): Promise<void> {
    if (progress.value !== undefined) return;
    abort.current = new AbortController();
    const { signal } = abort.current;
    progress.value = { tick: 0, ticks: 0 };
    try {
      await exportRun(world, files, (now) => (progress.value = now), signal);
    } catch (error) {
      if (!signal.aborted) world.reportError(error);
    } finally {
      progress.value = undefined;
    }
  }

  async function savePicture(): Promise<void> {
    const about = world.fromFile.value?.file ?? world.scenario.value;
    try {
      saveBlob(await networkPicture(world), fileName(about, world.seed.value, world.tick.value, "network.png"));
    } catch (error) {
      world.reportError(error);
    }
  }

  const isBusy = progress.value !== undefined;
  return (
    <div class="export">
      <button type="button" ref={opener} popovertarget={id}>
        {progress.value === undefined ? "Export" : `Exporting ${percentDone(progress.value)}%`}
      </button>
      <section
        id={id}
        popover="auto"
        aria-label="Export"
        onToggle={(event) => {
          if (opener.current !== null) placePopover(event.currentTarget, opener.current);
        }}
      >
        <p class="small soft">
          <WithTerms text="A replay of this run from its seed. The files are byte-for-byte what the command line writes." />
        </p>
        <ul>
          {tables.map(({ file, about }) => (
            <li key={file}>
              <button type="button" class="plain" aria-disabled={isBusy} onClick={() => save([file])}>
                {file}
              </button>
              <span class="small soft">{about}</span>
            </li>
          ))}
          <li>
            <button type="button" class="plain" aria-disabled={isBusy} onClick={() => save(tables.map(({ file }) => file))}>
              All five
            </button>
            <span class="small soft">saved one after another</span>
          </li>
          <li>
            <button type="button" class="plain" onClick={savePicture}>
              Picture of the network
            </button>
            <span class="small soft">PNG, as shown</span>
          </li>
        </ul>
        <div role="status">{progress.value && <Progress progress={progress.value} cancel={() => abort.current?.abort()} />}</div>
        <p class="small soft">
          To repeat the run: <code>weakties run --config run.json</code>
          {world.fromFile.value !== undefined && `, with ${world.fromFile.value.file} in the same folder`}.
        </p>
      </section>
    </div>
  );
}

function Progress({ progress, cancel }: { progress: ExportProgress; cancel: () => void }) {
  const { tick, ticks } = progress;
  return (
    <div class="progress small">
      <progress aria-label="Replay progress" max={Math.max(1, ticks)} value={tick} />
      <span class="number">{describeProgress(progress)}</span>
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}
