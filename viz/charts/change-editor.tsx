import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { traitNames } from "../../sim/parameters/trait-names.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { type ChangeFields, changeKinds, changeOf, emptyFields, fieldsOf, kindOf, liveParameters } from "./change-form.ts";
import type { Change } from "./describe-change.ts";
import "./change-editor.css";

interface Props {
  readonly world: World;
  /** the place of the change in the list; undefined for a new one */
  readonly at: number | undefined;
  readonly close: () => void;
}

/** What each field is called, and what it takes. */
const labels: Readonly<Record<string, { label: string; hint: string }>> = {
  until: { label: "Last week", hint: "leave empty if it stays" },
  who: { label: "Who", hint: "all, 7, 3 | 9, circle: 2, every: 10, or top: 5 by reach" },
  circle: { label: "Circle", hint: "a number or a name" },
  pairs: { label: "Pairs", hint: "such as 3 | 7, 4 | 9" },
};

const valueLabels: Readonly<Record<string, { label: string; hint: string }>> = {
  set: { label: "Value", hint: "as in a file: a number, on or off" },
  set_traits: { label: "Value", hint: "from 0 to 1" },
  add: { label: "How many", hint: "people" },
  add_ties: { label: "Strength", hint: "from 0 to 1; empty for that of new ties" },
};

/** A form for one change. The run is replayed from its week; with a fault in it, the run stays as it is. */
export function ChangeEditor({ world, at, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const known = at === undefined ? undefined : world.interventions.peek()[at];
  const fields = useSignal<ChangeFields>(known === undefined ? emptyFields(world.tick.peek() + 1) : fieldsOf(known));
  const faults = useSignal<readonly string[]>([]);
  useEffect(() => dialog.current?.showModal(), []);
  const set = (name: keyof ChangeFields, value: string) => {
    fields.value = { ...fields.value, [name]: value };
  };
  const { kind, tick } = fields.value;

  async function save(): Promise<void> {
    try {
      const list = withChange(world.interventions.peek(), at, changeOf(fields.value));
      if (await world.changeInterventions(list, at === undefined ? "The change has been added." : "The change has been edited."))
        dialog.current?.close();
    } catch (error) {
      faults.value = faultsOf(error);
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
          <span class="small soft">{Number(tick) >= 1 ? formatTick(Number(tick)) : "from 1"}</span>
        </label>
        <label>
          What happens
          <select
            autocomplete="off"
            value={kind}
            onChange={(event) => {
              const { kind: next, template } = kindOf(event.currentTarget.value);
              fields.value = { ...fields.value, kind: next, name: "", ...(template && { text: JSON.stringify(template) }) };
            }}
          >
            {changeKinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        {kindOf(kind).fields.map((field) => (
          <Field
            key={`${kind} ${field}`}
            kind={kind}
            field={field}
            value={fields.value[field]}
            set={(value) => set(field, value)}
          />
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

interface FieldProps {
  readonly kind: string;
  readonly field: keyof ChangeFields;
  readonly value: string;
  set(value: string): void;
}

function Field({ kind, field, value, set }: FieldProps) {
  if (field === "name") return <NameField kind={kind} value={value} set={set} />;
  if (field === "text")
    return (
      <label>
        As in a file, in JSON
        <textarea rows={4} spellcheck={false} value={value} onInput={(event) => set(event.currentTarget.value)} />
      </label>
    );
  const { label, hint } = (field === "value" ? valueLabels[kind] : labels[field]) ?? { label: field, hint: "" };
  return (
    <label>
      {label}
      <input type="text" autocomplete="off" value={value} onInput={(event) => set(event.currentTarget.value)} />
      <span class="small soft">{hint}</span>
    </label>
  );
}

/** Chooses a parameter or a trait. */
function NameField({ kind, value, set }: Pick<FieldProps, "kind" | "value" | "set">) {
  const names = kind === "set" ? liveParameters() : traitNames.map((name) => ({ name, label: name.replaceAll("_", " ") }));
  return (
    <label>
      {kind === "set" ? "Parameter" : "Trait"}
      <select autocomplete="off" value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">Choose …</option>
        {names.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The list with a new change, or with another one in a place. */
function withChange(list: readonly Change[], at: number | undefined, change: Change): Change[] {
  return at === undefined ? [...list, change] : list.map((one, place) => (place === at ? change : one));
}

/** The faults of an error, without the place in a list that nobody sees here. */
function faultsOf(error: unknown): string[] {
  if (error instanceof SyntaxError) return [`This isn’t JSON: ${error.message}. Write a table such as {"remove": 7}.`];
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n").map((line) => line.replace(/^interventions\[\d+\]: /, ""));
}
