import { describe, expect, test } from "vitest";
import type { Definition, NumberDefinition } from "../../../sim/parameters/definition-types.ts";
import { definitions, parameterKeys } from "../../../sim/parameters/definitions.ts";
import { wayShare, ways } from "../../../sim/parameters/ways.ts";
import {
  fitsSlider,
  shareOfSlider,
  sliderEnd,
  sliderPosition,
  valueAtPosition,
  wayAtPosition,
} from "../../../viz/controls/slider-scale.ts";

const numbers = parameterKeys.map((key): Definition => definitions[key]).filter((one) => one.kind === "number");

describe("a parameter that may be never", () => {
  const interval = definitions.followUpInterval as NumberDefinition;

  test("has one step for it at the right end", () => {
    expect([interval.max, interval.step, interval.never]).toEqual([520, 1, true]);
    expect(sliderEnd(interval)).toBe(521);
    expect(sliderPosition(interval, "never")).toBe(521);
    expect(shareOfSlider(interval, sliderPosition(interval, "never"))).toBe(1);
  });

  test("takes the last step back as never, and every other one as a number", () => {
    expect(valueAtPosition(interval, 521)).toBe("never");
    expect(valueAtPosition(interval, 520)).toBe(520);
    expect(valueAtPosition(interval, 1)).toBe(1);
  });
});

test("a value lies as far along as it lies between minimum and maximum", () => {
  const share = definitions.followThroughMean as NumberDefinition;
  expect([share.min, share.max]).toEqual([0, 1]);
  expect(sliderEnd(share)).toBe(1);
  expect(shareOfSlider(share, 0.88)).toBe(0.88);
  const domains = { ...share, min: 1, max: 5 };
  expect(shareOfSlider(domains, 2)).toBe(0.25);
});

test("every default and every end of a range returns from the slider as it was", () => {
  for (const definition of numbers)
    for (const value of [definition.min, definition.default, definition.max])
      expect(valueAtPosition(definition, sliderPosition(definition, value)), definition.name).toBe(value);
});

test("every percent of a way is a value with two decimals, and the slider returns to it", () => {
  const share = definitions.statusBiasMean as NumberDefinition;
  for (const way of ways)
    for (let percent = 0; percent <= 100; percent++) {
      const value = wayAtPosition(way, share, percent / 100);
      expect(value).toBe(Number((way.isReversed ? 1 - percent / 100 : percent / 100).toFixed(2)));
      expect(Math.round(100 * wayShare(way, value))).toBe(percent);
    }
});

test("only the number of agents has a range too wide for a slider", () => {
  expect(numbers.filter((definition) => !fitsSlider(definition)).map(({ name }) => name)).toEqual(["agents", "circle_size"]);
});
