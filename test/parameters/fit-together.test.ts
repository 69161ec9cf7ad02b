import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParameters, type PlainValue, plainParameters } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { anyCases } from "../helpers/any-parameters.ts";

/** The parameters that result from setting only these; throws if they are refused. */
function get(given: Record<string, PlainValue>, base: Parameters = defaultParameters) {
  const checked = checkParameters(given, base, "--set");
  if (checked.problems.length > 0) throw new Error(checked.problems.join("\n"));
  return checked;
}

const problemsOf = (given: Record<string, PlainValue>, base?: Parameters) => checkParameters(given, base, "--set").problems;

describe("a default that does not fit is adjusted", () => {
  test("agents=10 alone gives one circle with as many ties as fit, and a note", () => {
    const { parameters, notes } = get({ agents: 10 });
    expect(parameters).toEqual({ ...defaultParameters, agents: 10, circleSize: 10, tiesWithin: 9, tiesAcross: 0 });
    expect(notes).toEqual([
      "--set: ties_within is 9 instead of its default 9.75: no more ties fit in circles of 10",
      "--set: ties_across is 0 instead of its default 0.64: no more ties fit in one circle",
    ]);
    expect(createPopulation(parameters, "1").ties.blocks.length).toEqual(new Uint32Array(10).fill(9));
  });

  test("agents=30 alone gives one circle of 30: a population smaller than the default circle is valid", () => {
    const { parameters, notes } = get({ agents: 30 });
    expect(parameters).toMatchObject({ circleSize: 30, tiesWithin: 9.75, tiesAcross: 0 });
    expect(notes).toHaveLength(1);
  });

  test.each([2, 3, 5, 11, 40, 41, 200])("agents=%i alone gives a valid run", (agents) => {
    for (const network of ["circles", "random", "small_world"]) expect(get({ agents, network }).parameters.agents).toBe(agents);
  });

  test("circle_size=5 alone gives circles in which everyone knows everyone", () => {
    const { parameters, notes } = get({ circle_size: 5 });
    expect(parameters).toMatchObject({ circleSize: 5, tiesWithin: 4, tiesAcross: 0.64 });
    expect(notes).toEqual(["--set: ties_within is 4 instead of its default 9.75: no more ties fit in circles of 5"]);
  });

  test("in a random network the ties of both kinds fit together", () => {
    expect(get({ agents: 10, network: "random" }).parameters).toMatchObject({ tiesWithin: 9, tiesAcross: 0 });
    expect(get({ agents: 10, network: "random", ties_across: 0.1 }).parameters).toMatchObject({
      tiesWithin: 8.75,
      tiesAcross: 0.1,
    });
    expect(get({ agents: 11, network: "random", ties_within: 9.5 }).parameters).toMatchObject({ tiesWithin: 9.5, tiesAcross: 0 });
  });

  test("a scenario's circle size is adjusted too, but not its ties", () => {
    const base = get({ agents: 25, circle_size: 25, ties_within: 4, ties_across: 0 }).parameters;
    expect(get({ agents: 10 }, base).parameters).toMatchObject({ circleSize: 10, tiesWithin: 4 });
    expect(problemsOf({ agents: 4 }, base)).toEqual([
      "--set: ties_within must be at most 3 in circles of 4 (no more ties fit), got 4",
    ]);
  });

  test("by default everything fits, and there is no note", () => {
    expect(checkParameters({})).toEqual({ parameters: defaultParameters, problems: [], notes: [] });
  });
});

describe("a value that was set must fit", () => {
  test.each<[Record<string, PlainValue>, string]>([
    [{ agents: 30, circle_size: 40 }, "circle_size must be at most agents (30), got 40"],
    [{ circle_size: 201 }, "circle_size must be at most agents (200), got 201"],
    [{ agents: 10, ties_within: 9.75 }, "ties_within must be at most 9 in circles of 10 (no more ties fit), got 9.75"],
    [{ circle_size: 20, ties_within: 19.1 }, "ties_within must be at most 19 in circles of 20 (no more ties fit), got 19.1"],
    [{ circle_size: 1, ties_within: 0.5 }, "ties_within must be at most 0 in circles of 1 (no more ties fit), got 0.5"],
    [{ ties_within: 40 }, "ties_within must be at most 39 in circles of 40 (no more ties fit), got 40"],
    [{ agents: 45, ties_across: 6 }, "ties_across must be at most 5 outside a circle of 40 (no more ties fit), got 6"],
    [{ circle_size: 200, ties_across: 0.64 }, "ties_across must be at most 0 in one circle (no more ties fit), got 0.64"],
    [
      { agents: 20, network: "random", ties_within: 19, ties_across: 1 },
      "ties_within + ties_across must be at most 19 among 20 agents (no more ties fit), got 20",
    ],
    [
      { agents: 20, network: "small_world", ties_within: 20 },
      "ties_within must be at most 19 among 20 agents (no more ties fit), got 20",
    ],
    [{ active_from: 0.5 }, "active_from must be at most strong_from (0.4), got 0.5"],
    [{ strong_from: 0.04 }, "active_from must be at most strong_from (0.04), got 0.05"],
  ])("%j", (given, problem) => {
    expect(problemsOf(given)).toEqual([`--set: ${problem}`]);
  });

  test.each<[Record<string, PlainValue>]>([
    [{ agents: 10, ties_within: 9 }],
    [{ agents: 10, circle_size: 10, ties_within: 9, ties_across: 0 }],
    [{ circle_size: 1, ties_within: 0, ties_across: 6 }],
    [{ agents: 45, ties_across: 5 }],
    [{ agents: 20, network: "random", ties_within: 18, ties_across: 1 }],
    [{ agents: 20, network: "small_world", ties_within: 19, ties_across: 150 }],
    [{ active_from: 0.4, strong_from: 0.4 }],
    [{ active_from: 0.5, strong_from: 0.6 }],
  ])("%j fits", (given) => {
    expect(problemsOf(given)).toEqual([]);
  });

  test("all misfits are reported at once, along with faults in single values", () => {
    const given = { agents: 30, circle_size: 40, ties_within: 35, ties_across: 3, active_from: 0.6, noise: 9 };
    expect(problemsOf(given)).toEqual([
      expect.stringContaining("noise must be a number from 0 to 0.5"),
      expect.stringContaining("active_from must be at most strong_from"),
      expect.stringContaining("circle_size must be at most agents (30)"),
      expect.stringContaining("ties_within must be at most 29"),
      expect.stringContaining("ties_across must be at most 0"),
    ]);
  });

  test("a value that depends on a refused one is not checked", () => {
    expect(problemsOf({ agents: "many", circle_size: 300, ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ circle_size: "small", ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ network: "ring", ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ strong_from: "x", active_from: 0.9 })).toHaveLength(1);
  });
});

test("with ties from a file, those of a starting network need not fit and are not changed", () => {
  const { parameters, problems, notes } = checkParameters({ agents: 6, ties_within: 9.75 }, defaultParameters, "x", "imported");
  expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  expect(parameters).toEqual({ ...defaultParameters, agents: 6, circleSize: 6 });
  const again = checkParameters(plainParameters(parameters), defaultParameters, "run.json", "imported");
  expect(again).toEqual({ parameters, problems: [], notes: [] });
});

test("any accepted values make a population, and the record's values are accepted again", () => {
  const asked = fc.record(
    {
      agents: fc.integer({ min: 2, max: 60 }),
      circle_size: fc.integer({ min: 1, max: 70 }),
      ties_within: fc.double({ min: 0, max: 20, noNaN: true }),
      ties_across: fc.double({ min: 0, max: 20, noNaN: true }),
      network: fc.constantFrom("circles", "random", "small_world"),
    },
    { requiredKeys: [] },
  );
  let accepted = 0;
  fc.assert(
    fc.property(asked, (given) => {
      const { parameters, problems } = checkParameters(given);
      if (problems.length > 0) return;
      accepted++;
      for (const [name, value] of Object.entries(given)) expect(plainParameters(parameters)[name]).toBe(value);
      expect(checkParameters(plainParameters(parameters))).toEqual({ parameters, problems: [], notes: [] });
      expect(createPopulation(parameters, "1").agents.count).toBe(parameters.agents);
    }),
    { ...anyCases(4), numRuns: 300 },
  );
  expect(accepted).toBeGreaterThan(60);
});
