import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { prepareReplay } from "../../workers/engine-client.ts";
import type { RunFile } from "../../workers/messages.ts";
import { networkPicture } from "../network/painting/picture.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { placePopover } from "../text/place-popover.ts";
import { WithTerms } from "../text/term.tsx";
import { type ExportProgress, exportRun } from "./export-run.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";
import "./export-menu.css";

const tables: readonly { readonly file: RunFile; readonly about: string }[] = [
  { file: "series.csv", about: "the measures, a row a quarter" },
  { file: "agents.csv", about: "everyone, as they are now" },
  { file: "ties.csv", about: "every tie, as it is now" },
  { file: "events.csv", about: "all that happened; often large" },
  { file: "run.json", about: "all it takes to repeat the run" },
];

/** The files of the run so far, as the command line writes them, and a picture of the network. */
export function ExportMenu({ world }: { world: World }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const progress = useSignal<ExportProgress | undefined>(undefined);
  const abort = useRef<AbortController>(undefined);

  useEffect(() => whenIdle(prepareReplay), []);

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
        {progress.value === undefined ? "Export" : `Exporting, ${shareOf(progress.value)} %`}
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
          <WithTerms text="The run so far, gone through again from its seed: what the command line writes for it, byte for byte." />
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
            <span class="small soft">one after the other</span>
          </li>
          <li>
            <button type="button" class="plain" onClick={savePicture}>
              Picture of the network
            </button>
            <span class="small soft">PNG, as it is shown</span>
          </li>
        </ul>
        <div role="status">{isBusy && <Progress progress={progress.value} cancel={() => abort.current?.abort()} />}</div>
        <p class="small soft">
          To repeat the run: <code>weakties run --config run.json</code>
          {world.fromFile.value !== undefined && `, with ${world.fromFile.value.file} beside it`}.
        </p>
      </section>
    </div>
  );
}

function Progress({ progress, cancel }: { progress?: ExportProgress; cancel: () => void }) {
  const { tick, ticks } = progress ?? { tick: 0, ticks: 0 };
  return (
    <div class="progress small">
      <progress aria-label="How far" max={Math.max(1, ticks)} value={tick} />
      <span class="number">
        Going through the run again: year {yearOf(tick)} of {yearOf(ticks)}
      </span>
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

function shareOf({ tick, ticks }: ExportProgress): number {
  return ticks === 0 ? 0 : Math.floor((100 * tick) / ticks);
}

function yearOf(tick: number): number {
  return Math.max(1, Math.ceil(tick / 52));
}
