import { describe, expect, test } from "vitest";
import { parameterNames, scenarioNames } from "../../../sim/index.ts";
import {
  defaults,
  definitionOf,
  isSameTable,
  plainDefault,
  scenarioStart,
  settingsByHand,
  traitSetForAll,
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

describe("a trait that has been set for everyone", () => {
  const { interventions } = scenarioStart("everyone_keeps_promises");
  const later = [...interventions, { tick: 30, set: { follow_through_mean: 0.2 } }];

  test("is what is in force, whatever is set for its mean", () => {
    expect(valuesInForce(defaults, later, 40).follow_through_mean).toBe(1);
    expect(valuesInForce(defaults, [...later, { tick: 35, set_traits: { follow_through: 0.4 }, agents: "all" }], 40)).toMatchObject(
      {
        follow_through_mean: 0.4,
      },
    );
    expect(valuesInForce(defaults, scenarioStart("takers_among_givers").interventions, 9)).toEqual(defaults);
  });

  test("is known from the tick before, and not for a while only", () => {
    expect(traitSetForAll("follow_through_mean", interventions, 0)).toBe("follow_through");
    expect(traitSetForAll("openness_mean", interventions, 0)).toBeUndefined();
    expect(
      traitSetForAll("follow_through_mean", [{ tick: 9, set_traits: { follow_through: 1 }, agents: "all" }], 7),
    ).toBeUndefined();
    const forAWhile = [{ tick: 1, until: 9, set_traits: { follow_through: 1 }, agents: "all" }];
    expect(traitSetForAll("follow_through_mean", forAWhile, 3)).toBeUndefined();
  });
});

test("what was set by hand is what lasts and was not planned", () => {
  const planned = scenarioStart("takers_among_givers").interventions;
  const [first] = planned.map((one) => Object.fromEntries(Object.entries(one).reverse())); // keys in another order
  expect(
    settingsByHand(
      [
        first ?? {},
        { tick: 3, set: { noise: 0.2, gossip: false } },
        { tick: 4, until: 9, set: { memory: 7 } },
        { tick: 5, set: { noise: 0.3 } },
        { tick: 6, set_traits: { openness: 1 }, agents: "all" },
        { tick: 6, set_traits: { sharing: 1 }, agents: [3] },
      ],
      planned,
    ),
  ).toEqual({ parameters: { noise: 0.3, gossip: false }, traits: { openness: 1 } });
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
