import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { ChangeField, PeopleNames } from "./change-fields.tsx";
import { type ChangeFields, changeKinds, changeOf, emptyFields, fieldsOf, kindOf } from "./change-form.ts";
import type { Change } from "./describe-change.ts";
import { eventForms, isEventKind } from "./event-forms.ts";
import "./change-editor.css";

interface Props {
  readonly world: World;
  /** the place of the change in the list; undefined for a new one */
  readonly at: number | undefined;
  readonly close: () => void;
}

/** A form for one change. The run is replayed from its week; with a fault in it, the run stays as it is. */
export function ChangeEditor({ world, at, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const known = at === undefined ? undefined : world.interventions.peek()[at];
  const fields = useSignal<ChangeFields>(known === undefined ? emptyFields(String(world.tick.peek() + 1)) : fieldsOf(known));
  const faults = useSignal<readonly string[]>([]);
  useEffect(() => dialog.current?.showModal(), []);
  const set = (name: string, value: string) => {
    fields.value = { ...fields.value, [name]: value };
  };
  const { kind, tick } = fields.value;

  async function save(): Promise<void> {
    try {
      const list = withChange(world.interventions.peek(), at, changeOf(fields.value));
      if (await world.changeInterventions(list, at === undefined ? "The change has been added." : "The change has been edited."))
        dialog.current?.close();
    } catch (error) {
      faults.value = faultsOf(error, kind);
    }
  }

  return (
    <dialog ref={dialog} class="change-editor" aria-labelledby="change-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2 id="change-title">{at === undefined ? "Add a change" : `Change ${at + 1}`}</h2>
        <label>
          Week
          <input type="number" min={1} value={tick} onInput={(event) => set("tick", event.currentTarget.value)} />
          <span class="small soft">
            {Number(tick) >= 1 ? formatTick(Number(tick)) : "from 1"}
            {isEventKind(kind) && `; ${eventForms[kind].week}`}
          </span>
        </label>
        <label>
          What happens
          <select
            autocomplete="off"
            value={kind}
            onChange={(event) => {
              fields.value = emptyFields(fields.value.tick, event.currentTarget.value);
              faults.value = [];
            }}
          >
            {changeKinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <PeopleNames names={world.names.value} />
        {[...kindOf(kind).fields, "label"].map((field) => (
          <ChangeField key={`${kind} ${field}`} field={field} fields={fields.value} set={set} />
        ))}
        {faults.value.length > 0 && (
          <ul class="faults" role="alert">
            {faults.value.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        <p class="buttons">
          <button type="submit" class="primary">
            {at === undefined ? "Add" : "Save"}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** The list with a new change, or with another one in a place. */
function withChange(list: readonly Change[], at: number | undefined, change: Change): Change[] {
  return at === undefined ? [...list, change] : list.map((one, place) => (place === at ? change : one));
}

/** The faults of an error, without the place in a list that nobody sees here, and with people as the form calls them. */
function faultsOf(error: unknown, kind: string): string[] {
  if (error instanceof SyntaxError) return [`This isn’t JSON: ${error.message}. Write a table such as {"remove": 7}.`];
  const text = error instanceof Error ? error.message : String(error);
  const agents: Readonly<Record<string, string>> = isEventKind(kind) ? eventForms[kind].agents : {};
  return text.split("\n").map((line) => {
    const fault = line.replace(/^interventions\[\d+\]: /, "");
    return fault.replace(/^\w+\.(\w+): /, (place, agent: string) => (agents[agent] === undefined ? place : `${agents[agent]}: `));
  });
}
