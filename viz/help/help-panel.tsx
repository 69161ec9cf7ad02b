import { useEffect, useRef } from "preact/hooks";
import type { World } from "../state/world.ts";
import { gestures, keys, networkKeys, timelineKeys } from "./keys.ts";
import { printSheet } from "./print-line.tsx";
import "./help.css";

/** A panel that lists every key and gesture, and prints the page. */
export function HelpPanel({ world, close }: { world: World; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Keys and gestures</h2>
      <List entries={keys} />
      <h3>In the network</h3>
      <List entries={networkKeys} />
      <h3>On the timeline</h3>
      <List entries={timelineKeys} />
      <h3>Pointer and touch</h3>
      <List entries={gestures} />
      <p>
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          Close
        </button>{" "}
        <button
          type="button"
          onClick={() => {
            dialog.current?.close();
            void printSheet(world);
          }}
        >
          Print this page
        </button>
      </p>
    </dialog>
  );
}

function List({ entries }: { entries: typeof keys }) {
  return (
    <dl>
      {entries.map((entry) => (
        <div key={entry.keys}>
          <dt>{entry.keys}</dt>
          <dd>{entry.does}</dd>
        </div>
      ))}
    </dl>
  );
}
