import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo } from "preact/hooks";
import { type PlainValue, readParameter } from "../../sim/parameters/check-parameters.ts";
import type { ChoiceDefinition, Definition, NumberDefinition, TextDefinition } from "../../sim/parameters/definition-types.ts";
import { keyOfName, type ParameterKey } from "../../sim/parameters/definitions.ts";
import { type Way, wayShare } from "../../sim/parameters/ways.ts";
import { definitionOf, plainDefault } from "../state/settings.ts";
import type { World } from "../state/world.ts";
import { formatChoice, formatParameter, formatWay } from "./format-parameter.ts";
import { createSliderGesture, type SliderGesture } from "./slider-gesture.ts";
import { fitsSlider, shareOfSlider, sliderEnd, sliderPosition, valueAtPosition, wayAtPosition } from "./slider-scale.ts";

interface Props {
  readonly world: World;
  readonly name: string;
  /** the way that the parameter belongs to: it gives label, question, direction and unit */
  readonly way?: Way;
  /** what the parameter means, for one that is not a way */
  readonly help?: string | undefined;
  /** shown below the help text */
  readonly children?: ComponentChildren;
}

/** One parameter: a native control with its value, its help text, a mark at the default and a button that resets it. */
export function ParameterControl({ world, name, way, help, children }: Props) {
  const id = useId();
  const definition = definitionOf(name);
  const gesture = useMemo(() => createSliderGesture((next) => world.set(name, next)), []);
  useEffect(() => gesture.finish, []);
  const value = gesture.draft.value ?? (definition.live ? undefined : world.chosen.value[name]) ?? world.values.value[name];
  const label = way?.label ?? definition.label;
  const format = (one: PlainValue) => (way === undefined ? formatParameter(definition, one) : formatWay(way, one));
  const defaultValue = plainDefault(definition);
  return (
    <div class={`parameter ${definition.kind}`} data-parameter={name}>
      <label for={id}>
        {label}
        {way === undefined && definition.symbol !== "" && <span class="soft symbol"> {definition.symbol}</span>}
      </label>
      <output class="number" for={id}>
        {format(value)}
      </output>
      <Input id={id} definition={definition} value={value} way={way} gesture={gesture} set={(next) => world.set(name, next)} />
      <p class="small soft" id={`${id}-help`}>
        {way?.question ?? help}
        {!definition.live && <em>{value === world.atStart.value[name] ? " Applies after a restart." : " Restart to apply."}</em>}
        {value !== defaultValue && (
          <button
            type="button"
            class="plain back"
            onClick={() => world.set(name, defaultValue)}
            aria-label={`${label}: reset to ${format(defaultValue)}`}
          >
            Reset to {format(defaultValue)}
          </button>
        )}
      </p>
      {children}
    </div>
  );
}

interface InputProps<D extends Definition = Definition> {
  readonly id: string;
  readonly definition: D;
  readonly value: PlainValue;
  readonly way: Way | undefined;
  readonly gesture: SliderGesture;
  readonly set: (value: PlainValue) => void;
}

function Input({ definition, ...props }: InputProps) {
  switch (definition.kind) {
    case "switch":
      return <Switch {...props} />;
    case "choice":
      return <Choice {...props} definition={definition} />;
    case "text":
      return <Text {...props} definition={definition} />;
    case "number":
      return fitsSlider(definition) ? <Slider {...props} definition={definition} /> : <Field {...props} definition={definition} />;
  }
}

function Switch({ id, value, set }: Omit<InputProps, "definition">) {
  return (
    <input
      autocomplete="off"
      id={id}
      type="checkbox"
      aria-describedby={`${id}-help`}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

function Choice({ id, definition, value, set }: InputProps<ChoiceDefinition>) {
  return (
    <select
      autocomplete="off"
      id={id}
      aria-describedby={`${id}-help`}
      value={String(value)}
      onChange={(event) => set(event.currentTarget.value)}
    >
      {definition.choices.map((choice) => (
        <option key={choice} value={choice}>
          {formatChoice(choice)}
        </option>
      ))}
    </select>
  );
}

/** A text is set when the reader leaves it, if it is one that the program can read. */
function Text({ id, definition, value, set }: InputProps<TextDefinition>) {
  return (
    <input
      autocomplete="off"
      id={id}
      type="text"
      spellcheck={false}
      aria-describedby={`${id}-help`}
      value={String(value)}
      onInput={(event) => event.currentTarget.setCustomValidity("")}
      onChange={(event) => {
        const read = readParameter(keyOfName(definition.name) as ParameterKey, event.currentTarget.value);
        if ("value" in read) set(read.value);
        else {
          event.currentTarget.setCustomValidity(read.problem);
          event.currentTarget.reportValidity();
        }
      }}
    />
  );
}

function Field({ id, definition, value, set }: InputProps<NumberDefinition>) {
  const { min, max, step } = definition;
  return (
    <input
      autocomplete="off"
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

function Slider({ id, definition, value, way, gesture }: InputProps<NumberDefinition>) {
  const { min, step, unit } = definition;
  const positionOf = (one: PlainValue) => (way === undefined ? sliderPosition(definition, one) : wayShare(way, Number(one)));
  const valueAt = (position: number) =>
    way === undefined ? valueAtPosition(definition, position) : wayAtPosition(way, definition, position);
  const text = way === undefined ? `${formatParameter(definition, value)}, ${unit}` : formatWay(way, value);
  return (
    <div class="slider" style={{ "--default": String(shareOfSlider(definition, positionOf(plainDefault(definition)))) }}>
      <input
        autocomplete="off"
        id={id}
        type="range"
        aria-describedby={`${id}-help`}
        aria-valuetext={text}
        min={min}
        max={sliderEnd(definition)}
        step={step}
        value={positionOf(value)}
        onPointerDown={() => followPointer(gesture)}
        onInput={(event) => gesture.move(valueAt(event.currentTarget.valueAsNumber))}
        onBlur={gesture.finish}
      />
      {way !== undefined && (
        <span class="ends small soft" aria-hidden="true">
          <span>{way.low}</span>
          <span>{way.high}</span>
        </span>
      )}
    </div>
  );
}

/** Holds a gesture until the pointer lets go, wherever that is. */
function followPointer(gesture: SliderGesture): void {
  gesture.press();
  const ends = new AbortController();
  const release = () => {
    ends.abort();
    gesture.release();
  };
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, release, ends);
}
