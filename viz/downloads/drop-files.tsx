import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { openFiles, prepareReader } from "./open-files.ts";
import "./drop-files.css";

/** Milliseconds after which a person is told that files are being read. */
const SOON = 400;

/** Network and agents files, dropped anywhere on the page or chosen by a button: the world begins anew with their people. */
export function DropFiles({ world }: { world: World }) {
  const dragging = useSignal(false);

  useEffect(() => whenIdle(prepareReader), []);

  async function open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const slow = setTimeout(() => {
      world.notice.value = { kind: "done", lines: [`Reading ${files.map(({ name }) => name).join(" and ")} …`] };
    }, SOON);
    await world.openFiles((options) => openFiles(files, options).finally(() => clearTimeout(slow)));
  }

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault(); // without it the browser would leave the page for the file
      event.dataTransfer.dropEffect = "copy";
      dragging.value = true;
    };
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener(
      "dragleave",
      ({ relatedTarget }) => {
        if (relatedTarget === null) dragging.value = false; // out of the window
      },
      { signal },
    );
    addEventListener(
      "drop",
      (event) => {
        if (!dragging.value) return;
        event.preventDefault();
        dragging.value = false;
        open([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);

  return (
    <>
      <label class="open-files">
        Open a network…
        <input
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.graphml,.gexf,.gml,.net,.xml,text/*"
          onChange={({ currentTarget }) => {
            open([...(currentTarget.files ?? [])]);
            currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
      </label>
      <div class="drop-zone" hidden={!dragging.value} aria-hidden="true">
        <p>
          <strong>Drop it here</strong>
          <br />
          <span class="small">Ties: edge list, GraphML, GEXF, GML or Pajek. People: a table with the column name. Or both.</span>
        </p>
      </div>
    </>
  );
}
