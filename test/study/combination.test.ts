import { describe, expect, test } from "vitest";
import { strangers } from "../../sim/index.ts";
import { combine, meaningOf } from "../../study/combination.ts";
import type { DesignPoint, Experiment } from "../../study/experiment.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";

/** The first arm at a point. */
function first(changes: Partial<Experiment>, point: DesignPoint = {}, files: Parameters<typeof combine>[3] = {}) {
  const experiment = makeExperiment(changes);
  return { experiment, ...combine(experiment, point, experiment.arms[0], files) };
}

describe("the source with the highest priority sets a parameter:", () => {
  // no_gossip sets gossip and trust_checks off, credentials_first status_bias_mean 0.85; the default of blow_off is 0.3.
  test.each<[string, Partial<Experiment>, DesignPoint, number | boolean]>([
    ["the default", {}, {}, 0.3],
    ["the scenario before the default", { scenario: "everyone_keeps_promises" }, {}, 0],
    ["the experiment before the scenario", { scenario: "everyone_keeps_promises", parameters: { blow_off: 0.1 } }, {}, 0.1],
    [
      "the arm before the experiment",
      {
        scenario: "everyone_keeps_promises",
        parameters: { blow_off: 0.1 },
        arms: [makeArm("x", { parameters: { blow_off: 0.2 } })],
      },
      {},
      0.2,
    ],
    [
      "the point before all",
      { parameters: { blow_off: 0.1 }, arms: [makeArm("x", { parameters: { blow_off: 0.2 } })] },
      { blow_off: 0.5 },
      0.5,
    ],
  ])("%s", (_, changes, point, value) => {
    const { combination, problems } = first({ ...changes, parameters: changes.parameters ?? {} }, point);
    expect(problems).toEqual([]);
    expect(combination.parameters.blowOff).toBe(value);
  });

  test("the same holds for switches", () => {
    const off = { scenario: "no_gossip", parameters: {} } as const;
    expect(first(off).combination.parameters).toMatchObject({ gossip: false, trustChecks: false, news: true });
    expect(first(off, { gossip: true }).combination.parameters).toMatchObject({ gossip: true, trustChecks: false });
    const arm = makeArm("x", { parameters: { trust_checks: true, news: false } });
    expect(first({ ...off, arms: [arm] }).combination.parameters).toMatchObject({ gossip: false, trustChecks: true, news: false });
  });

  test("input files determine the number of agents", () => {
    const { combination, problems } = first({ parameters: {} }, {}, { people: strangers(["Ana", "Bo", "Cy"]) });
    expect([combination.parameters.agents, problems]).toEqual([3, []]);
  });
});

test("the traits of focal agents come from the arm and the point and are not parameters", () => {
  const arm = makeArm("x", { focalTraits: { generosity: 0.2 } });
  const { combination, problems } = first({ focalAgents: { every: 5 }, arms: [arm] }, { "focal.openness": 0.9, blow_off: 0 });
  expect(problems).toEqual([]);
  expect(combination.focalTraits).toEqual({ openness: 0.9, generosity: 0.2 });
  expect(combination.parameters.blowOff).toBe(0);
});

describe("interventions", () => {
  const of = (tick: number, label: string) => ({ tick, label, set: { gossip: false } });

  test("run in order of tick, and within a tick the experiment's come before the arm's", () => {
    const arm = makeArm("x", { interventions: [of(3, "arm 3"), of(9, "arm 9")] });
    const { combination } = first({ interventions: [of(9, "all 9"), of(3, "all 3"), of(12, "all 12")], arms: [arm] });
    expect(combination.interventions.map(({ label }) => label)).toEqual(["all 3", "arm 3", "all 9", "arm 9", "all 12"]);
  });

  test("of an arm apply to that arm only", () => {
    const experiment = makeExperiment({ arms: [makeArm("none"), makeArm("x", { interventions: [of(3, "arm")] })] });
    const counts = experiment.arms.map((arm) => combine(experiment, {}, arm, {}).combination.interventions.length);
    expect(counts).toEqual([0, 1]);
  });
});

describe("an invalid value is reported with its place:", () => {
  const sound = { tick: 2, set: { gossip: false } };
  const faulty = { tick: 2, set: { gosip: false } };
  const unknown = 'unknown parameter "gosip" (did you mean "gossip"?)';

  test.each<[string, Partial<Experiment>, DesignPoint, string]>([
    ["an intervention of all", { interventions: [sound, faulty] }, {}, `interventions[1]: ${unknown}`],
    [
      "an intervention of an arm, counted in that arm",
      { interventions: [sound, sound], arms: [makeArm("x", { interventions: [faulty] })] },
      {},
      `arm x: interventions[0]: ${unknown}`,
    ],
    [
      "a value of the experiment",
      { parameters: { noise: 2 } },
      {},
      "parameters: noise must be a number from 0 to 0.5 (belief), got 2",
    ],
    [
      "a value of an arm",
      { arms: [makeArm("x", { parameters: { noise: 3 } })] },
      {},
      "arm x: noise must be a number from 0 to 0.5 (belief), got 3",
    ],
    ["a value of a point", {}, { noise: 4 }, "vary: noise must be a number from 0 to 0.5 (belief), got 4"],
    ["focal agents who are not there", { focalAgents: "Ana" }, {}, 'focal_agents: no agent is called "Ana"'],
    ["focal agents beyond the last", { focalAgents: [3, 50] }, {}, "focal_agents: an agent's index must be from 0 to 49, got 50"],
  ])("%s", (_, changes, point, problem) => {
    expect(first(changes, point).problems).toEqual([problem]);
  });

  test("all problems are reported at once", () => {
    const { problems } = first(
      { interventions: [faulty], focalAgents: "Ana", arms: [makeArm("x", { interventions: [faulty], parameters: { noise: 3 } })] },
      { blow_off: 9 },
    );
    expect(problems.map((problem) => problem.split(/[ :]/, 1)[0])).toEqual([
      "arm",
      "vary",
      "interventions[0]",
      "arm",
      "focal_agents",
    ]);
  });

  test("values that conflict are reported at the point where they meet", () => {
    const changes = { parameters: { agents: 30, circle_size: 10, ties_within: 4 } };
    expect(first(changes, { circle_size: 10 }).problems).toEqual([]);
    expect(first(changes, { circle_size: 31 }).problems).toEqual(["parameters: circle_size must be at most agents (30), got 31"]);
  });

  test("the names of people come from the input files", () => {
    const files = { people: strangers(["Ana", "Bo"]) };
    expect(first({ parameters: {}, focalAgents: "Bo", interventions: [{ tick: 1, remove: "Ana" }] }, {}, files).problems).toEqual(
      [],
    );
    expect(first({ parameters: {}, focalAgents: { circle: "Sales" } }, {}, files).problems).toHaveLength(1);
  });
});

describe("the meaning of a combination's runs", () => {
  const arm = makeArm("x", { focalTraits: { generosity: 0.2 }, interventions: [{ tick: 3, set: { news: false } }] });
  const base: Partial<Experiment> = { focalAgents: { every: 5 }, arms: [arm] };
  const meaning = (changes: Partial<Experiment> = {}, point: DesignPoint = { blow_off: 0.1 }, files = ["", ""]) => {
    const { experiment, combination } = first({ ...base, ...changes }, point);
    return meaningOf(experiment, combination, files);
  };
  const usual = meaning();

  test.each<[string, string]>([
    ["a parameter of all", meaning({ parameters: { agents: 51 } })],
    ["the scenario", meaning({ scenario: "no_gossip" })],
    ["a parameter of the arm", meaning({ arms: [{ ...arm, parameters: { noise: 0 } }] })],
    ["a value of the point", meaning({}, { blow_off: 0.2 })],
    ["a trait of the point", meaning({}, { blow_off: 0.1, "focal.openness": 0.5 })],
    ["a trait of the arm", meaning({ arms: [{ ...arm, focalTraits: { generosity: 0.3 } }] })],
    ["who is focal", meaning({ focalAgents: { every: 6 } })],
    ["an intervention of all", meaning({ interventions: [{ tick: 1, remove: 0 }] })],
    ["an intervention of the arm", meaning({ arms: [{ ...arm, interventions: [{ tick: 4, set: { news: false } }] }] })],
    ["length", meaning({ ticks: 21 })],
    ["seed", meaning({ seed: "other" })],
    ["the file of ties", meaning({}, { blow_off: 0.1 }, ["abc", ""])],
    ["the file of agents", meaning({}, { blow_off: 0.1 }, ["", "abc"])],
  ])("changes with %s", (_, other) => {
    expect(other).toMatch(/^[\da-f]{16}$/);
    expect(other).not.toBe(usual);
  });

  test.each<[string, string]>([
    ["what is asked", meaning({ question: "Why?" })],
    ["how often", meaning({ replicates: 99 })],
    ["the limit of a run", meaning({ runLimit: 1 })],
    ["what is measured", meaning({ outcomes: [makeOutcome({ name: "ties", measure: "active_ties", when: { at: 3 } })] })],
    ["a series", meaning({ series: { every: 5, measures: ["weak_ties"] } })],
    ["a burn-in", meaning({ burnIn: 10 })],
    ["other arms", meaning({ arms: [arm, makeArm("y")] })],
    ["what the arm is called, which the id of a run tells", meaning({ arms: [{ ...arm, name: "z" }] })],
    ["the place where a value is set", meaning({ arms: [{ ...arm, parameters: { blow_off: 0.1 } }] }, {})],
    ["a value that is the default", meaning({ arms: [{ ...arm, parameters: { noise: 0.15 } }] })],
    ["factors", meaning({ factors: [{ name: "blow_off", values: { levels: [0.1, 0.2] } }] })],
  ])("is the same whatever %s", (_, other) => {
    expect(other).toBe(usual);
  });

  test("does not depend on the order of focal traits among the factors, because a grid may be reordered", () => {
    expect(meaning({}, { "focal.openness": 0.5, "focal.sharing": 0.2 })).toBe(
      meaning({}, { "focal.sharing": 0.2, "focal.openness": 0.5 }),
    );
  });

  test("is the same whether the arm sets a focal trait or a factor varies it", () => {
    const set = meaning({ arms: [{ ...arm, focalTraits: { openness: 0.5, generosity: 0.2 } }] });
    expect(meaning({}, { blow_off: 0.1, "focal.openness": 0.5 })).toBe(set);
  });
});
