import { traitNames } from "../../sim/parameters/trait-names.ts";
import { type ChangeFields, liveParameters, TRAIT_FIELD } from "./change-form.ts";
import { type EventForm, eventForms, isEventKind } from "./event-forms.ts";

interface Props {
  readonly field: string;
  readonly fields: ChangeFields;
  set(field: string, value: string): void;
}

interface Words {
  readonly label: string;
  readonly hint: string;
}

/** What each field is called, and what it takes. */
const words: Readonly<Record<string, Words>> = {
  until: { label: "Last week", hint: "leave empty if it stays" },
  who: { label: "Who", hint: "all, 7, 3 | 9, circle: 2, every: 10, or top: 5 by reach" },
  circle: { label: "Circle", hint: "a number or a name" },
  pairs: { label: "Pairs", hint: "such as 3 | 7, 4 | 9" },
  names: { label: "Names", hint: "separated by commas, one for each; leave empty for none" },
  made: { label: "Week in which it was made", hint: "leave empty for the first one that is due" },
  label: { label: "What to call it", hint: "in the list of changes; leave empty for its own words" },
};

const valueWords: Readonly<Record<string, Words>> = {
  set: { label: "Value", hint: "as in a file: a number, on or off" },
  set_traits: { label: "Value", hint: "from 0 to 1" },
  add: { label: "How many", hint: "people" },
  add_ties: { label: "Strength", hint: "from 0 to 1; empty for that of new ties" },
};

/** The element that lists the names of people, which fields for a person offer. */
const NAMES = "change-people";

/** Names offered in fields for a person; more would make the list slow. */
const MOST_NAMES = 2000;

/** The names of people from a file, for the fields that take a person. */
export function PeopleNames({ names }: { readonly names: readonly string[] }) {
  return (
    <datalist id={NAMES}>
      {names.slice(0, MOST_NAMES).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** One field of a change. */
export function ChangeField({ field, fields, set }: Props) {
  const { kind } = fields;
  const value = fields[field] ?? "";
  const change = (next: string) => set(field, next);
  const form: EventForm | undefined = isEventKind(kind) ? eventForms[kind] : undefined;
  const agent = form?.agents[field];
  if (field === "name")
    return <Choice label={kind === "set" ? "Parameter" : "Trait"} value={value} options={namesFor(kind)} set={change} />;
  if (field === "outcome")
    return <Choice label="What happens then" value={value} options={Object.entries(form?.outcomes ?? {})} set={change} />;
  if (field === "traits") return <Traits fields={fields} set={set} />;
  if (agent !== undefined)
    return <Text words={{ label: agent, hint: "a number or a name" }} value={value} set={change} list={NAMES} />;
  if (field === "text")
    return (
      <label>
        As in a file, in JSON
        <textarea rows={4} spellcheck={false} value={value} onInput={(event) => change(event.currentTarget.value)} />
      </label>
    );
  const own = (field === "value" ? valueWords[kind] : words[field]) ?? { label: field, hint: "" };
  return <Text words={own} value={value} set={change} />;
}

interface TextProps {
  readonly words: Words;
  readonly value: string;
  readonly list?: string;
  set(value: string): void;
}

function Text({ words: { label, hint }, value, set, list }: TextProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        autocomplete="off"
        value={value}
        {...(list !== undefined && { list })}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <span class="small soft">{hint}</span>
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  set(value: string): void;
}

function Choice({ label, value, options, set }: ChoiceProps) {
  return (
    <label>
      {label}
      <select autocomplete="off" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {value === "" && <option value="">Choose …</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Parameters that can change during a run, or traits. */
function namesFor(kind: string): (readonly [string, string])[] {
  if (kind === "set") return liveParameters().map(({ name, label }) => [name, label] as const);
  return traitNames.map((name) => [name, inWords(name)] as const);
}

/** The traits of newcomers. Those that are left empty are drawn, as for everyone. */
function Traits({ fields, set }: Omit<Props, "field">) {
  const isGiven = traitNames.some((name) => (fields[TRAIT_FIELD + name] ?? "") !== "");
  return (
    <details class="traits" open={isGiven}>
      <summary>Their traits</summary>
      <p class="small soft">From 0 to 1. A trait that is left empty is drawn, as for everyone.</p>
      <div class="grid">
        {traitNames.map((name) => (
          <label key={name}>
            {inWords(name)}
            <input
              type="text"
              inputmode="decimal"
              autocomplete="off"
              placeholder="drawn"
              value={fields[TRAIT_FIELD + name] ?? ""}
              onInput={(event) => set(TRAIT_FIELD + name, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

function inWords(name: string): string {
  return name.replaceAll("_", " ");
}
