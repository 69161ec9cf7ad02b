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
    expect(parameters).toEqual({ ...defaultParameters, agents: 10, circleSize: 10, tiesWithin: 7.2, tiesAcross: 0 });
    expect(notes).toEqual([
      "--set: ties_within is 7.2 in circles of 10 instead of its default 20 (four fifths of the others)",
      "--set: ties_across is 0 in one circle instead of its default 14 (no more ties fit)",
    ]);
    const degrees = createPopulation(parameters, "1").ties.blocks.length;
    expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(72);
  });

  test("agents=30 alone gives one circle of 30: a population smaller than the default circle is valid", () => {
    const { parameters, notes } = get({ agents: 30 });
    expect(parameters).toMatchObject({ circleSize: 30, tiesWithin: 20, tiesAcross: 0 });
    expect(notes).toHaveLength(1);
  });

  test.each([2, 3, 5, 11, 40, 41, 200])("agents=%i alone gives a valid run", (agents) => {
    for (const network of ["circles", "random", "small_world", "ring", "preferential_attachment", "blocks", "configuration"])
      expect(get({ agents, network }).parameters.agents).toBe(agents);
  });

  test("circle_size=5 alone gives circles in which people know four fifths of the others", () => {
    const { parameters, notes } = get({ circle_size: 5 });
    expect(parameters).toMatchObject({ circleSize: 5, tiesWithin: 3.2, tiesAcross: 14 });
    expect(notes).toEqual(["--set: ties_within is 3.2 in circles of 5 instead of its default 20 (four fifths of the others)"]);
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
      "--set: ties_within must be at most 2.4 in circles of 4 (four fifths of the others), got 4",
    ]);
  });

  test("by default everything fits, and there is no note", () => {
    expect(checkParameters({})).toEqual({ parameters: defaultParameters, problems: [], notes: [] });
  });
});

describe("a value that was set must fit", () => {
  test.each<[Record<string, PlainValue>, string]>([
    [{ agents: 30, circle_size: 40 }, "circle_size must be at most agents (30), got 40"],
    [{ circle_size: 801 }, "circle_size must be at most agents (800), got 801"],
    [{ agents: 10, ties_within: 9.75 }, "ties_within must be at most 7.2 in circles of 10 (four fifths of the others), got 9.75"],
    [
      { circle_size: 20, ties_within: 15.3 },
      "ties_within must be at most 15.2 in circles of 20 (four fifths of the others), got 15.3",
    ],
    [{ circle_size: 1, ties_within: 0.5 }, "ties_within must be at most 0 in circles of 1 (four fifths of the others), got 0.5"],
    [{ ties_within: 32 }, "ties_within must be at most 31.2 in circles of 40 (four fifths of the others), got 32"],
    // Circles of 20 and 41: 820 pairs, 26.9 for each agent.
    [{ agents: 61, ties_across: 27 }, "ties_across must be at most 26 across circles of 40 (no more ties fit), got 27"],
    [{ circle_size: 800, ties_across: 0.64 }, "ties_across must be at most 0 in one circle (no more ties fit), got 0.64"],
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
    [{ richness_lean: 0.95 }, "richness_lean must be at most richness_rich (0.9), got 0.95"],
    [{ richness_rich: 0.2 }, "richness_lean must be at most richness_rich (0.2), got 0.22"],
    [{ lean_below: 0.7 }, "lean_below must be less than rich_from (0.7), got 0.7"],
    [{ rich_from: 0.3 }, "lean_below must be less than rich_from (0.3), got 0.35"],
  ])("%j", (given, problem) => {
    expect(problemsOf(given)).toEqual([`--set: ${problem}`]);
  });

  test.each<[Record<string, PlainValue>]>([
    [{ agents: 10, ties_within: 7.2 }],
    [{ agents: 10, circle_size: 10, ties_within: 7.2, ties_across: 0 }],
    [{ circle_size: 1, ties_within: 0, ties_across: 6 }],
    [{ agents: 61, ties_across: 26 }],
    [{ agents: 20, network: "random", ties_within: 18, ties_across: 1 }],
    [{ agents: 20, network: "small_world", ties_within: 19, ties_across: 150 }],
    [{ active_from: 0.4, strong_from: 0.4 }],
    [{ active_from: 0.5, strong_from: 0.6 }],
    [{ richness_lean: 0.9 }],
    [{ lean_below: 0.69 }],
  ])("%j fits", (given) => {
    expect(problemsOf(given)).toEqual([]);
  });

  test("all misfits are reported at once, along with faults in single values", () => {
    const given = { agents: 30, circle_size: 40, ties_within: 35, ties_across: 3, active_from: 0.6, noise: 9 };
    expect(problemsOf(given)).toEqual([
      expect.stringContaining("noise must be a number from 0 to 0.5"),
      expect.stringContaining("active_from must be at most strong_from"),
      expect.stringContaining("circle_size must be at most agents (30)"),
      expect.stringContaining("ties_within must be at most 23.2"),
      expect.stringContaining("ties_across must be at most 0"),
    ]);
  });

  test("a value that depends on a refused one is not checked", () => {
    expect(problemsOf({ agents: "many", circle_size: 300, ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ circle_spread: 2, ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ circle_size: "small", ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ network: "lattice", ties_within: 140 })).toHaveLength(1);
    expect(problemsOf({ strong_from: "x", active_from: 0.9 })).toHaveLength(1);
    expect(problemsOf({ richness_rich: 0, richness_lean: 0.95 })).toHaveLength(1);
    expect(problemsOf({ rich_from: 2, lean_below: 0.9 })).toHaveLength(1);
  });
});

test("with ties from a file, those of a starting network need not fit and are not changed", () => {
  const { parameters, problems, notes } = checkParameters({ agents: 6, ties_within: 9.75 }, defaultParameters, "x", "imported");
  expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  expect(parameters).toEqual({ ...defaultParameters, agents: 6, circleSize: 6, tiesWithin: 9.75 });
  const again = checkParameters(plainParameters(parameters), defaultParameters, "run.json", "imported");
  expect(again).toEqual({ parameters, problems: [], notes: [] });
});

test("any accepted values make a population, and the record's values are accepted again", () => {
  const asked = fc.record(
    {
      agents: fc.integer({ min: 2, max: 60 }),
      circle_size: fc.integer({ min: 1, max: 70 }),
      circle_spread: fc.double({ min: 0, max: 0.9, noNaN: true }),
      ties_within: fc.double({ min: 0, max: 20, noNaN: true }),
      ties_across: fc.double({ min: 0, max: 20, noNaN: true }),
      network: fc.constantFrom("circles", "random", "small_world", "ring", "preferential_attachment", "blocks", "configuration"),
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
