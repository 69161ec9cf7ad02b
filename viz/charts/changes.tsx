import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadLater } from "../state/load-later.tsx";
import { namesIn } from "../state/name-of.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { describeChange } from "./describe-change.ts";
import "./changes.css";

const editor = loadLater(async () => (await import("./change-editor.tsx")).ChangeEditor);

/** Changes listed before the reader asks for all. */
const FIRST = 6;

interface Props {
  readonly world: World;
  /** the change whose mark is lit in the charts, by its place in the list */
  readonly lit: Signal<number | undefined>;
}

/** What has been changed or is planned in the run, by the number of its mark in the charts. Each change can be edited and undone. */
export function Changes({ world, lit }: Props) {
  const all = useSignal(false);
  const edited = useSignal<{ readonly at: number | undefined } | undefined>(undefined);
  useEffect(() => whenIdle(world.runCount, editor.prepare), []);
  const { interventions, atStart, present } = world;
  const list = interventions.value.map((change, at) => ({ at, due: Number(change.tick) }));
  const listed = all.value ? list : list.slice(-FIRST);
  return (
    <div class="changes small">
      <h3>Changes</h3>
      <ol>
        {listed.map(({ at, due }) => {
          const text = describeChange(interventions.value, at, atStart.value, namesIn(world));
          const light = () => {
            lit.value = at;
          };
          const dim = () => {
            if (lit.value === at) lit.value = undefined;
          };
          return (
            <li key={`${at} ${text}`} onPointerEnter={light} onPointerLeave={dim} onFocusIn={light} onFocusOut={dim}>
              <span class="mark number">{at + 1}</span>
              <span class="what">
                <span class="soft">
                  {formatTick(due)}
                  {due > present.value && ", planned"}
                </span>
                <br />
                {text}
              </span>
              <button
                type="button"
                class="plain"
                aria-label={`Edit: ${text}`}
                onClick={() => {
                  edited.value = { at };
                }}
              >
                Edit
              </button>
              <button type="button" class="plain" aria-label={`Undo: ${text}`} onClick={() => world.undo(at)}>
                Undo
              </button>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() => {
          edited.value = { at: undefined };
        }}
      >
        Add a change
      </button>
      {edited.value !== undefined && (
        <editor.Part
          world={world}
          at={edited.value.at}
          close={() => {
            edited.value = undefined;
          }}
        />
      )}
      {list.length > FIRST && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? "Show fewer" : `Show all ${list.length}`}
        </button>
      )}
    </div>
  );
}
