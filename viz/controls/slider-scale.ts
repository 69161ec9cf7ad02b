import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { NumberDefinition } from "../../sim/parameters/definition-types.ts";

/** Greatest maximum for which a slider is precise enough; a wider range gets a field to type in. */
const WIDEST = 10_000;

export function fitsSlider({ max }: NumberDefinition): boolean {
  return max <= WIDEST;
}

/** The right end of the slider. A parameter that may be `never` gets one more step for it. */
export function sliderEnd({ max, step, never }: NumberDefinition): number {
  return never === true ? max + step : max;
}

/** Where the thumb stands for a value. */
export function sliderPosition(definition: NumberDefinition, value: PlainValue): number {
  return value === "never" ? sliderEnd(definition) : Number(value);
}

/** The value for a position of the thumb. */
export function valueAtPosition({ max }: NumberDefinition, position: number): number | "never" {
  return position > max ? "never" : position;
}

/** How far along the slider a value lies, 0 to 1. */
export function shareOfSlider(definition: NumberDefinition, value: PlainValue): number {
  const { min } = definition;
  return (sliderPosition(definition, value) - min) / (sliderEnd(definition) - min);
}
