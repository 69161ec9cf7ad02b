import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import type { Question } from "./column-question.ts";
import "./drop-files.css";

/** What opens files. It loads after the page. */
const loadOpener = () => import("./file-opener.ts");

/** Opens network and agents files and records of runs, dropped anywhere on the page or chosen with a button, and starts a run with their people. */
export function DropFiles({ world }: { world: World }) {
  const isDragging = useSignal(false);
  const question = useSignal<Question | undefined>(undefined);

  // If this fails, it is loaded again when it is needed.
  useEffect(
    () =>
      whenIdle(
        world.runCount,
        () =>
          void loadOpener().then(
            (opener) => opener.prepareOpener(),
            () => undefined,
          ),
      ),
    [],
  );
  useEffect(() => listenForDrops(isDragging, open), []);

  async function open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    try {
      const { openWith } = await loadOpener();
      await openWith(files, { world, question });
    } catch (error) {
      world.reportError(error);
    }
  }

  return (
    <>
      <label class="open-files">
        Open a network…
        <input
          autocomplete="off"
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
