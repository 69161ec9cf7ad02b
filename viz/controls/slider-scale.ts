import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { NumberDefinition } from "../../sim/parameters/definition-types.ts";
import { type Way, wayShare } from "../../sim/parameters/ways.ts";

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

/** The value of a way's parameter for a position of the thumb, without the error of a subtraction. */
export function wayAtPosition(way: Pick<Way, "isReversed">, { step }: NumberDefinition, position: number): number {
  const steps = Math.round(1 / step);
  return Math.round(wayShare(way, position) * steps) / steps;
}

/** How far along the slider a position of the thumb lies, 0 to 1. */
export function shareOfSlider(definition: NumberDefinition, position: number): number {
  const { min } = definition;
  return (position - min) / (sliderEnd(definition) - min);
}
