import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { NetworkForm, RunFile } from "../../workers/messages.ts";
import { prepareReplay } from "../../workers/replay-client.ts";
import type { World } from "../state/world.ts";
import { WithTerms } from "../text/term.tsx";
import { describeProgress, type ExportProgress } from "./export-progress.ts";
import { exportNetwork, exportRun } from "./export-run.ts";
import { type PictureForm, saveNetwork } from "./pictures/save-picture.ts";
import "./export-menu.css";

const tables: readonly { readonly file: RunFile; readonly about: string }[] = [
  { file: "series.csv", about: "measures, one row per quarter" },
  { file: "agents.csv", about: "every person at this tick" },
  { file: "ties.csv", about: "every tie at this tick" },
  { file: "events.csv", about: "every event so far; often large" },
  { file: "run.json", about: "everything needed to repeat the run" },
];

interface Props {
  readonly world: World;
  /** of the replay; undefined if none is running */
  readonly progress: Signal<ExportProgress | undefined>;
  /** called when the panel has another size */
  readonly onSize: () => void;
}

/** Saves the files of the run so far, as the command line writes them, or a picture of the network. */
export function ExportPanel({ world, progress, onSize }: Props) {
  const abort = useRef<AbortController>(undefined);
  useEffect(() => {
    prepareReplay();
    onSize();
  }, []);

  async function replayFor(make: (onProgress: (now: ExportProgress) => void, signal: AbortSignal) => Promise<void>): Promise<void> {
    if (progress.value !== undefined) return;
    abort.current = new AbortController();
    const { signal } = abort.current;
    progress.value = { tick: 0, ticks: 0 };
    try {
      await make((now) => {
        progress.value = now;
      }, signal);
    } catch (error) {
      if (!signal.aborted) world.reportError(error);
    } finally {
      progress.value = undefined;
    }
  }

  const save = (files: readonly RunFile[]) => void replayFor((onProgress, signal) => exportRun(world, files, onProgress, signal));
  const saveFor = (form: NetworkForm) => void replayFor((onProgress, signal) => exportNetwork(world, form, onProgress, signal));
  const isBusy = progress.value !== undefined;
  return (
    <>
      <h2 class="small">Tables</h2>
      <p class="small soft">
        <WithTerms text="A replay of this run from its seed. The files are byte-for-byte what the command line writes." />
      </p>
      <ul>
        {tables.map(({ file, about }) => (
          <Entry key={file} name={file} about={about} isBusy={isBusy} onClick={() => save([file])} />
        ))}
        <Entry
          name="All five"
          about="saved one after another"
          isBusy={isBusy}
          onClick={() => save(tables.map(({ file }) => file))}
        />
      </ul>
      <h2 class="small">Network for other programs</h2>
      <ul>
        <Entry
          name="GEXF"
          about="for Gephi: when each tie lasted, and its trust once a year"
          isBusy={isBusy}
          onClick={() => saveFor("gexf")}
        />
        <Entry name="GraphML" about="every belief of every tie at this tick" isBusy={isBusy} onClick={() => saveFor("graphml")} />
      </ul>
      <div role="status">{progress.value && <Progress progress={progress.value} cancel={() => abort.current?.abort()} />}</div>
      <Pictures world={world} />
      <p class="small soft">
        To repeat the run: <code>weakties run --config run.json</code>
        {world.fromFile.value !== undefined && `, with ${world.fromFile.value.file} in the same folder`}.
      </p>
    </>
  );
}

function Pictures({ world }: { world: World }) {
  const save = (form: PictureForm) => void saveNetwork(world, form).catch((error) => world.reportError(error));
  return (
    <>
      <h2 class="small">Picture of the network</h2>
      <ul>
        <Entry name="PNG" about="for slides and texts; 2,400 pixels wide or more" onClick={() => save("png")} />
        <Entry name="SVG" about="lines and text that a drawing program can edit" onClick={() => save("svg")} />
      </ul>
      <p class="small soft">As shown, with legend, seed and state hash. Charts have their own buttons.</p>
    </>
  );
}

interface EntryProps {
  readonly name: string;
  readonly about: string;
  readonly isBusy?: boolean;
  readonly onClick: () => void;
}

function Entry({ name, about, isBusy = false, onClick }: EntryProps) {
  return (
    <li>
      <button type="button" class="plain" aria-disabled={isBusy} onClick={onClick}>
        {name}
      </button>
      <span class="small soft">{about}</span>
    </li>
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
