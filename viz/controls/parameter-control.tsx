import { useId } from "preact/hooks";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { ChoiceDefinition, Definition, NumberDefinition } from "../../sim/parameters/definition-types.ts";
import { definitionOf } from "../state/settings.ts";
import type { Way } from "../state/ways.ts";
import type { World } from "../state/world.ts";
import { formatNumber } from "../text/format-number.ts";

interface Props {
  readonly world: World;
  readonly name: string;
  /** other words than the definition's */
  readonly words?: Way;
}

/** One parameter: a native control, its value and unit, its help, a mark at the default and a way back to it. */
export function ParameterControl({ world, name, words }: Props) {
  const id = useId();
  const definition = definitionOf(name);
  const value = (definition.live ? undefined : world.chosen.value[name]) ?? world.values.value[name];
  const changed = value !== plainDefault(definition);
  const waits = !definition.live && value !== world.atStart.value[name];
  return (
    <div class={`parameter ${definition.kind}`}>
      <label for={id}>
        {words?.label ?? definition.label}
        {words === undefined && definition.symbol !== "" && <span class="soft symbol"> {definition.symbol}</span>}
      </label>
      <output class="number" for={id}>
        {inWords(definition, value)}
      </output>
      <Input id={id} definition={definition} value={value} words={words} set={(next) => world.set(name, next)} />
      <p class="small soft" id={`${id}-help`}>
        {words?.question ?? definition.help}
        {!definition.live && <em>{waits ? " Waits for the next start." : " From the next start."}</em>}
        {changed && (
          <button
            type="button"
            class="plain back"
            onClick={() => world.set(name, plainDefault(definition))}
            aria-label={`${words?.label ?? definition.label}: back to ${inWords(definition, plainDefault(definition))}`}
          >
            back to {inWords(definition, plainDefault(definition))}
          </button>
        )}
      </p>
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly definition: Definition;
  readonly value: PlainValue;
  readonly words?: Way;
  readonly set: (value: PlainValue) => void;
}

function Input({ id, definition, value, words, set }: InputProps) {
  const help = `${id}-help`;
  if (definition.kind === "switch")
    return (
      <input
        id={id}
        type="checkbox"
        aria-describedby={help}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    );
  if (definition.kind === "choice") return <Choice id={id} definition={definition} value={value} set={set} />;
  if (definition.max > 10_000) return <Typed id={id} definition={definition} value={value} set={set} />;
  return <Slider id={id} definition={definition} value={value} words={words} set={set} />;
}

function Choice({ id, definition, value, set }: Omit<InputProps, "definition"> & { definition: ChoiceDefinition }) {
  return (
    <select id={id} aria-describedby={`${id}-help`} value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
      {definition.choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice.replaceAll("_", " ")}
        </option>
      ))}
    </select>
  );
}

/** Numbers of a range too wide for a slider. */
function Typed({ id, definition, value, set }: Omit<InputProps, "definition"> & { definition: NumberDefinition }) {
  const { min, max, step } = definition;
  return (
    <input
      id={id}
      type="number"
      aria-describedby={`${id}-help`}
      min={min}
      max={max}
      step={step}
      value={String(value)}
      onChange={(event) => {
        const { valueAsNumber, validity } = event.currentTarget;
        if (validity.valid) set(valueAsNumber);
        else event.currentTarget.reportValidity();
      }}
    />
  );
}

function Slider({ id, definition, value, words, set }: Omit<InputProps, "definition"> & { definition: NumberDefinition }) {
  const { min, max, step, never, unit } = definition;
  const top = never === true ? max + step : max; // one step beyond the end stands for never
  const at = value === "never" ? top : Number(value);
  return (
    <div class="slider" style={{ "--default": share(Number(plainDefault(definition)), min, top) }}>
      <input
        id={id}
        type="range"
        aria-describedby={`${id}-help`}
        aria-valuetext={`${inWords(definition, value)}, ${unit}`}
        min={min}
        max={top}
        step={step}
        value={at}
        onInput={(event) => {
          const next = event.currentTarget.valueAsNumber;
          set(next > max ? "never" : next);
        }}
      />
      {words !== undefined && (
        <span class="ends small soft" aria-hidden="true">
          <span>{words.low}</span>
          <span>{words.high}</span>
        </span>
      )}
    </div>
  );
}

function share(value: number, min: number, max: number): string {
  return String((value - min) / (max - min));
}

function plainDefault(definition: Definition): string | number | boolean {
  return definition.default === Number.POSITIVE_INFINITY ? "never" : definition.default;
}

function inWords(definition: Definition, value: PlainValue): string {
  if (definition.kind === "switch") return value === true ? "on" : "off";
  return typeof value === "number" ? formatNumber(value) : String(value).replaceAll("_", " ");
}
