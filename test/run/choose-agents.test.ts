import { describe, expect, test } from "vitest";
import { TRAIT, TRAITS } from "../../sim/parameters/trait-names.ts";
import { strangers } from "../../sim/population/people.ts";
import type { Run } from "../../sim/run/run.ts";
import { advanceTo, few, makeRun, type Wanted } from "../helpers/make-run.ts";

/** The agents whose openness an intervention at tick 5 has set: no other agent has 0.123. */
function chosenBy(agents: unknown, wanted: Wanted = {}): number[] {
  const interventions = [...(wanted.interventions ?? []), { tick: 5, set_traits: { openness: 0.123 }, agents }];
  return whoIs(advanceTo(makeRun({ ...wanted, interventions }), 5));
}

function whoIs({ population: { agents } }: Run): number[] {
  return [...Array(agents.count).keys()].filter((agent) => agents.traits[agent * TRAITS + TRAIT.openness] === 0.123);
}

const names = Array.from({ length: 50 }, (_, agent) => `agent ${agent}`);
const all = [...names.keys()];

describe("agents are chosen", () => {
  test("by index", () => expect(chosenBy(7)).toEqual([7]));
  test("by name", () => expect(chosenBy("agent 9", { people: strangers(names) })).toEqual([9]));
  test("by a list of indices and names, in any order and more than once", () => {
    expect(chosenBy([30, "agent 9", 3, "agent 30"], { people: strangers(names) })).toEqual([3, 9, 30]);
  });
  test("all of them", () => expect(chosenBy("all")).toEqual(all));
  test("by circle", () => expect(chosenBy({ circle: 1 })).toEqual(all.slice(20, 40)));
  test("by the circle's name", () => {
    const people = { ...strangers(names), circleNames: ["odd", "even"], circle: Int32Array.from(names, (_, i) => 1 - (i % 2)) };
    expect(chosenBy({ circle: "odd" }, { people })).toEqual(all.filter((i) => i % 2 === 1));
    expect(chosenBy({ circle: 1 }, { people })).toEqual(all.filter((i) => i % 2 === 0));
  });
  test("every k-th from 0", () => {
    expect(chosenBy({ every: 7 })).toEqual([0, 7, 14, 21, 28, 35, 42, 49]);
    expect(chosenBy({ every: 1 })).toEqual(all);
    expect(chosenBy({ every: 51 })).toEqual([0]);
  });
});

describe("the top k of a measure", () => {
  const before = advanceTo(makeRun(), 4).population;
  const ranked = (value: (agent: number) => number) => all.toSorted((a, b) => value(b) - value(a) || a - b);
  const sorted = (agents: number[]) => agents.toSorted((a, b) => a - b);
  const strength = (agent: number, row: number) => {
    const { ties, tick, parameters } = before;
    const at = ties.blocks.start[agent] + row;
    const w = ties.strength[at];
    return w / (1 + parameters.fadingRate * (1 - parameters.fadingProtection * w) * (tick - ties.lastEncounter[at]));
  };
  const degree = (agent: number) =>
    [...Array(before.ties.blocks.length[agent]).keys()].filter((row) => strength(agent, row) >= 0.05).length;

  test("of a trait, expertise or status are the agents with the highest values", () => {
    const { agents } = before;
    expect(chosenBy({ top: 5, by: "gratitude" })).toEqual(sorted(ranked((i) => agents.traits[i * TRAITS + 7]).slice(0, 5)));
    expect(chosenBy({ top: 5, by: "expertise" })).toEqual(sorted(ranked((i) => agents.expertise[i]).slice(0, 5)));
    expect(chosenBy({ top: 1, by: "status" })).toEqual(ranked((i) => agents.status[i]).slice(0, 1));
  });

  test("uses the state at the end of the previous tick, with ties broken by lower index", () => {
    expect(new Set(all.map(degree)).size).toBeLessThan(25); // some must be equal
    for (const top of [1, 7, 20, 49]) expect(chosenBy({ top, by: "degree" })).toEqual(sorted(ranked(degree).slice(0, top)));
    expect(chosenBy({ top: 6, by: "reach" })).toEqual(sorted(ranked((i) => before.agents.reach[i]).slice(0, 6)));
  });

  test("is everyone with a defined measure if k is larger than the population", () => {
    expect(chosenBy({ top: 99, by: "degree" })).toEqual(all);
    const lonely = { interventions: [{ tick: 4, cut_ties: all.filter((i) => i !== 8).map((i) => [8, i]) }] };
    const chosen = chosenBy({ top: 99, by: "incoming_trust_share" }, { ...lonely, parameters: { ...few, new_ties: false } });
    expect(chosen).not.toContain(8);
    expect(chosen.length).toBeGreaterThan(40);
  });
});

test("no way to choose agents selects one that has left", () => {
  const wanted = { people: strangers(names), interventions: [{ tick: 2, remove: [3, 20, 49] }] };
  const left = (agents: unknown) => chosenBy(agents, wanted);
  expect(left("all")).toEqual(all.filter((i) => ![3, 20, 49].includes(i)));
  expect(left(3)).toEqual([]);
  expect(left(["agent 20", 21])).toEqual([21]);
  expect(left({ circle: 1 })).toEqual(all.slice(21, 40));
  expect(left({ every: 10 })).toEqual([0, 10, 30, 40]);
  expect(left({ top: 50, by: "expertise" })).toHaveLength(47);
});

test("an added agent can be chosen like the others, also by name", () => {
  const wanted = { people: strangers(names), interventions: [{ tick: 2, add: 2, circle: 1, names: ["Dot", "Eva"] }] };
  expect(chosenBy("Eva", wanted)).toEqual([51]);
  expect(chosenBy({ circle: 1 }, wanted)).toEqual([...all.slice(20, 40), 50, 51]);
  expect(chosenBy("all", wanted)).toHaveLength(52);
});

test("an agent named all can be chosen from a list", () => {
  expect(chosenBy(["all"], { people: strangers(names.with(4, "all")) })).toEqual([4]);
});
