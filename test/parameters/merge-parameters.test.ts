import { describe, expect, test } from "vitest";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import { mergeParameters } from "../../sim/parameters/merge-parameters.ts";
import { scenarios } from "../../sim/parameters/scenarios.ts";

type Values = Record<string, PlainValue>;

const layers = (scenario: Values, config: Values, set: Values) => [
  { place: "scenario office", values: scenario },
  { place: "config.yaml", values: config },
  { place: "--set", values: set },
];

test("the last source that gives a parameter wins, and the default applies if none does", () => {
  const { parameters, problems, notes } = mergeParameters(
    layers({ noise: 0.1, hearsay: 0.1, gossip: false }, { noise: 0.2, hearsay: 0.2 }, { noise: "0.3" }),
  );
  expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  expect(parameters).toEqual({ ...defaultParameters, noise: 0.3, hearsay: 0.2, gossip: false });
});

test("without values the result is the defaults", () => {
  expect(mergeParameters([])).toEqual({ parameters: defaultParameters, problems: [], notes: [] });
});

test("all faults are reported at once with their source, even if a later source overrides the value", () => {
  const { problems } = mergeParameters(layers({ noize: 1 }, { noise: 9, agents: 0 }, { noise: 0.2, active_from: 0.9 }));
  expect(problems).toEqual([
    'scenario office: unknown parameter "noize" (did you mean "noise"?); `weakties parameters` lists them',
    "config.yaml: noise must be a number from 0 to 0.5 (belief), got 9",
    "config.yaml: agents must be a whole number from 2 to 1,000,000 (agents), got 0",
    "parameters: active_from must be at most strong_from (0.4), got 0.9",
  ]);
});

describe("the check that values fit together comes last", () => {
  test("values from two sources can fit only in combination", () => {
    expect(mergeParameters(layers({ active_from: 0.6 }, {}, { strong_from: 0.7 })).problems).toEqual([]);
    expect(mergeParameters(layers({ ties_within: 39 }, {}, { circle_size: 50 })).problems).toEqual([]);
    expect(mergeParameters(layers({ ties_within: 30 }, {}, { circle_size: 20 })).problems).toEqual([
      "parameters: ties_within must be at most 15.2 in circles of 20 (four fifths of the others), got 30",
    ]);
  });

  test("a circle size adjusts to agents set in a later source, but not in an earlier one or the same one", () => {
    const circle = (...given: Parameters<typeof layers>) => mergeParameters(layers(...given));
    expect(circle({ circle_size: 40, ties_across: 0 }, {}, { agents: 30 }).parameters.circleSize).toBe(30);
    expect(circle(scenarios.class_of_25.parameters, {}, { agents: 20 })).toMatchObject({
      problems: [],
      parameters: { circleSize: 20, tiesWithin: 4 },
    });
    for (const given of [circle({ agents: 30 }, {}, { circle_size: 40 }), circle({}, {}, { agents: 30, circle_size: 40 })])
      expect(given.problems).toEqual(["parameters: circle_size must be at most agents (30), got 40"]);
    expect(circle({ circle_size: 10, ties_within: 4 }, {}, { agents: 30 }).parameters.circleSize).toBe(10);
  });

  test("a note reports an adjusted default", () => {
    const { parameters, notes } = mergeParameters(layers({}, {}, { agents: 10 }));
    expect(parameters).toMatchObject({ circleSize: 10, tiesWithin: 7.2, tiesAcross: 0 });
    expect(notes).toHaveLength(2);
  });
});

describe("with people from files", () => {
  test("the files determine the number of agents, and circles are no larger than that", () => {
    const { parameters, problems } = mergeParameters(layers({ agents: 500 }, {}, { agents: 300, circle_size: 60 }), {
      agents: 34,
      ties: true,
    });
    expect(problems).toEqual([]);
    expect(parameters).toEqual({ ...defaultParameters, agents: 34, circleSize: 34 });
  });

  test("the ties of a starting network must fit, unless files also give the ties", () => {
    const given = layers({}, {}, { ties_within: 30 });
    expect(mergeParameters(given, { agents: 6, ties: true })).toMatchObject({
      problems: [],
      notes: [],
      parameters: { tiesWithin: 30 },
    });
    expect(mergeParameters(given, { agents: 6, ties: false }).problems).toHaveLength(1);
    expect(mergeParameters([], { agents: 6, ties: false }).parameters).toMatchObject({ agents: 6, circleSize: 6, tiesWithin: 4 });
  });
});
