import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { FileChoice } from "../state/from-file.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { loadChooser, openFiles, prepareReader, previewFiles } from "./open-files.ts";
import "./drop-files.css";

/** Milliseconds of reading before the page says that it reads. */
const SLOW = 400;

type Chooser = Awaited<ReturnType<typeof loadChooser>>;

/** A question about the columns of files, as the form shows it. */
interface Question {
  readonly Form: Chooser;
  readonly props: Parameters<Chooser>[0];
}

/** Opens network and agents files and records of runs, dropped anywhere on the page or chosen with a button, and starts a run with their people. */
export function DropFiles({ world }: { world: World }) {
  const isDragging = useSignal(false);
  const question = useSignal<Question | undefined>(undefined);

  useEffect(() => whenIdle(prepareReader), []);
  useEffect(() => listenForDrops(isDragging, open), []);

  async function open(files: readonly File[], choices: Readonly<Record<string, FileChoice>> = {}): Promise<void> {
    if (files.length === 0) return;
    const reading = new AbortController();
    const timer = setTimeout(() => {
      const lines = [`Reading ${files.map(({ name }) => name).join(" and ")} …`];
      world.notice.value = { kind: "done", lines, actions: [{ label: "Cancel", act: () => reading.abort() }] };
    }, SLOW);
    const ask = (reasons: readonly string[]): void => void askAbout(files, choices, reasons);
    await world.openFiles((options) =>
      openFiles(files, { ...options, choices }, { signal: reading.signal, ask }).finally(() => clearTimeout(timer)),
    );
  }

  async function askAbout(
    files: readonly File[],
    chosen: Readonly<Record<string, FileChoice>>,
    reasons: readonly string[],
  ): Promise<void> {
    try {
      const [Form, previews] = await Promise.all([loadChooser(), previewFiles(files)]);
      if (previews.length === 0) return;
      const onChoose = (choices: Record<string, FileChoice>): void => void open(files, choices);
      const onClose = (): void => {
        question.value = undefined;
      };
      question.value = { Form, props: { files: previews, chosen, reasons, onChoose, onClose } };
    } catch (error) {
      world.reportError(error);
    }
  }

  return (
    <>
      <label class="open-files">
        Open a network…
        <input
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.dat,.dl,.graphml,.gexf,.gml,.net,.paj,.xml,.json,.cyjs,text/*"
          onChange={({ currentTarget }) => {
            open([...(currentTarget.files ?? [])]);
            currentTarget.value = ""; // lets the reader choose the same file again
          }}
        />
      </label>
      <div class="drop-zone" hidden={!isDragging.value} aria-hidden="true">
        <p>
          <strong>Drop files here</strong>
          <br />
          <span class="small">
            Ties: an edge list or matrix, or a JSON, GraphML, GEXF, GML, Pajek or DL file. People: a CSV file with a name column.
            Drop either one, or both. A run.json repeats its run.
          </span>
        </p>
      </div>
      {question.value && <question.value.Form {...question.value.props} />}
    </>
  );
}

/** @returns stops listening */
function listenForDrops(isDragging: Signal<boolean>, open: (files: File[]) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;

  function acceptDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // else the browser would leave the page to show the file
    event.dataTransfer.dropEffect = "copy";
    isDragging.value = true;
  }

  function endDrag({ relatedTarget }: DragEvent): void {
    if (relatedTarget === null) isDragging.value = false; // the pointer has left the window
  }

  function drop(event: DragEvent): void {
    if (!isDragging.value) return;
    event.preventDefault();
    isDragging.value = false;
    open([...(event.dataTransfer?.files ?? [])]);
  }

  addEventListener("dragenter", acceptDrag, { signal });
  addEventListener("dragover", acceptDrag, { signal });
  addEventListener("dragleave", endDrag, { signal });
  addEventListener("drop", drop, { signal });
  return () => listening.abort();
}
