import { describe, expect, test } from "vitest";
import { parameterNames, scenarioNames } from "../../../sim/index.ts";
import {
  defaults,
  definitionOf,
  isSameTable,
  plainDefault,
  scenarioStart,
  valuesInForce,
  waitingForRestart,
} from "../../../viz/state/settings.ts";

describe("values in force", () => {
  const atStart = { noise: 0.1, gossip: true };

  test("are those of the start until a set acts", () => {
    const later = [{ tick: 10, set: { noise: 0.4 } }];
    expect(valuesInForce(atStart, later, 8)).toEqual(atStart);
    expect(valuesInForce(atStart, later, 9)).toEqual({ noise: 0.4, gossip: true }); // it acts in the next tick
    expect(valuesInForce(atStart, later, 30)).toEqual({ noise: 0.4, gossip: true });
  });

  test("return to those of the start after `until`", () => {
    const forAWhile = [{ tick: 3, until: 5, set: { gossip: false } }];
    const gossipAt = (tick: number) => valuesInForce(atStart, forAWhile, tick).gossip;
    expect([1, 2, 3, 4, 5, 6].map(gossipAt)).toEqual([true, false, false, false, true, true]);
  });

  test("follow the last of several sets, and ignore other interventions", () => {
    const several = [
      { tick: 1, set: { noise: 0.2 } },
      { tick: 2, agents: [3], set_traits: { openness: 1 } },
      { tick: 4, set: { noise: 0.3 } },
    ];
    expect(valuesInForce(atStart, several, 1)).toEqual({ noise: 0.2, gossip: true });
    expect(valuesInForce(atStart, several, 9)).toEqual({ noise: 0.3, gossip: true });
    expect(atStart).toEqual({ noise: 0.1, gossip: true });
  });
});

describe("what waits for a restart", () => {
  test("is every chosen value that only a restart applies and that differs from the start", () => {
    expect(definitionOf("agents").live).toBe(false);
    expect(waitingForRestart({ agents: 60 }, { ...defaults, agents: 200 })).toEqual({ agents: 60 });
    expect(waitingForRestart({ agents: 200 }, { ...defaults, agents: 200 })).toEqual({});
  });

  test("is no live parameter", () => {
    expect(definitionOf("noise").live).toBe(true);
    expect(waitingForRestart({ noise: 0.9 }, defaults)).toEqual({});
  });
});

test("there is a default for every parameter, and an infinite one would be never", () => {
  expect(Object.keys(defaults).sort()).toEqual([...parameterNames].sort());
  expect(defaults.follow_through_mean).toBe(0.88);
  const interval = definitionOf("follow_up_interval");
  if (interval.kind !== "number") throw new Error("the interval is a number");
  expect(plainDefault({ ...interval, default: Number.POSITIVE_INFINITY })).toBe("never");
});

test("an unknown parameter is an error that names it", () => {
  expect(() => definitionOf("gosip")).toThrow("no parameter is named gosip");
});

test("two tables are the same if every value is", () => {
  expect(isSameTable({ a: 1, b: "never" }, { a: 1, b: "never" })).toBe(true);
  expect(isSameTable({ a: 1, b: "never" }, { a: 1, b: 2 })).toBe(false);
});

test("every scenario has a seed, parameters that exist, and a list of interventions", () => {
  for (const name of scenarioNames) {
    const { seed, parameters, interventions } = scenarioStart(name);
    expect(seed, name).not.toBe("");
    for (const parameter of Object.keys(parameters)) expect(() => definitionOf(parameter)).not.toThrow();
    expect(Array.isArray(interventions)).toBe(true);
  }
  expect(scenarioStart("default").parameters).toEqual({});
  expect(scenarioStart("takers_among_givers").interventions.length).toBeGreaterThan(0);
});
