import { describe, expect, test } from "vitest";
import { TRAIT, TRAITS } from "../../sim/parameters/trait-names.ts";
import { advance, createRun, intervene, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";

/** One of each kind of action at some tick. */
const everything = (tick: number): unknown[] => [
  { tick, set: { gossip_rate: 0.9, openness_mean: 0.7 } },
  { tick, set: { forget_below: 0.05 }, until: tick + 3 },
  { tick, set_traits: { generosity: 0.9 }, agents: { top: 5, by: "degree" } },
  { tick, set_traits: { boasting: 1 }, agents: { every: 3 }, until: tick + 2 },
  { tick, remove: [1, 2, 48] },
  { tick, add: 5, circle: 1 },
  { tick, move: [5, 6], to_circle: 2 },
  {
    tick,
    cut_ties: [
      [7, 8],
      [7, 9],
    ],
  },
  {
    tick,
    add_ties: [
      [10, 49],
      [11, 52],
    ],
    strength: 0.5,
  },
];

const hashes = (run: Run, ticks: number) =>
  Array.from({ length: ticks }, () => {
    advance(run);
    return stateHash(run);
  });

test("an intervention changes its own tick and nothing before it", () => {
  const all = everything(12);
  let less = hashes(makeRun(), 12);
  for (const [k, one] of all.entries()) {
    const more = hashes(makeRun({ interventions: all.slice(0, k + 1) }), 12);
    expect(more.slice(0, 11)).toEqual(less.slice(0, 11));
    expect(more[11], JSON.stringify(one)).not.toBe(less[11]);
    less = more;
  }
});

test("an intervention that sets current values leaves the run unchanged", () => {
  const nothing = [
    { tick: 5, set: { gossip_rate: 0.4 } },
    { tick: 5, remove: { circle: 2 } },
    { tick: 6, remove: 45 },
    { tick: 6, cut_ties: [[45, 46]] },
    { tick: 6, add_ties: [[45, 1]] },
    { tick: 7, set_traits: { openness: 0.9 }, agents: 46 },
  ];
  const [first, removal] = [makeRun({ interventions: nothing.slice(0, 1) }), makeRun({ interventions: nothing.slice(1, 2) })];
  expect(stateHash(advanceTo(first, 10))).toBe(stateHash(advanceTo(makeRun(), 10)));
  expect(stateHash(advanceTo(makeRun({ interventions: nothing }), 10))).toBe(stateHash(advanceTo(removal, 10)));
});

describe("interventions of one tick", () => {
  test("act in their listed order", () => {
    const opennessOf0 = (...order: unknown[]) => {
      const run = advanceTo(makeRun({ interventions: order }), 3);
      return run.population.agents.traits[TRAIT.openness];
    };
    const low = { tick: 3, set_traits: { openness: 0.1 }, agents: 0 };
    const high = { tick: 3, set_traits: { openness: 0.9 }, agents: 0 };
    expect([opennessOf0(low, high), opennessOf0(high, low)]).toEqual([0.9, 0.1]);
  });

  test("see the effects of the earlier ones", () => {
    const run = makeRun({
      interventions: [
        { tick: 3, move: [0, 1], to_circle: 9 },
        { tick: 3, remove: 1 },
        { tick: 3, add: 1, circle: 9 },
        { tick: 3, set_traits: { openness: 0.123 }, agents: { circle: 9 } },
        { tick: 3, move: 0, to_circle: 0 },
        { tick: 3, set_traits: { boasting: 0.321 }, agents: { circle: 9 } },
      ],
    });
    const { traits } = advanceTo(run, 3).population.agents;
    const who = (trait: number, value: number) => [...Array(51).keys()].filter((agent) => traits[agent * TRAITS + trait] === value);
    expect([who(TRAIT.openness, 0.123), who(1, 0.321)]).toEqual([[0, 50], [50]]);
  });

  test("act after expired settings have ended", () => {
    const run = makeRun({
      parameters: { ...few, trait_spread: 0 },
      interventions: [
        { tick: 2, until: 3, set_traits: { openness: 1 }, agents: 7 },
        { tick: 4, set_traits: { boasting: 0.321 }, agents: { top: 1, by: "openness" } },
      ],
    });
    const { traits } = advanceTo(run, 4).population.agents;
    expect([traits[7 * TRAITS + 1], traits[1]]).toEqual([0.25, 0.321]); // all are equal again, so the lowest index comes first
  });
});

describe("an intervention by hand", () => {
  /** A run with each action done by hand after some tick. */
  function byHand(): Run {
    const run = makeRun({
      interventions: [
        { tick: 20, add: 1, names: ["Late"] },
        { tick: 9, set: { noise: 0.3 }, until: 25 },
      ],
    });
    for (const [k, given] of everything(0).entries()) {
      advanceTo(run, 3 * k);
      const { tick: _, until, ...rest } = given as { tick: number; until?: number };
      intervene(run, { ...rest, ...(until !== undefined && { until: run.population.tick + 1 + until }) });
    }
    return advanceTo(run, 40);
  }

  test("is recorded among the interventions, at the tick in which it acted", () => {
    const run = byHand();
    expect(run.interventions.map(({ tick }) => tick)).toEqual([1, 4, 7, 9, 10, 13, 16, 19, 20, 22, 25]);
    expect(run.applied).toBe(11);
  });

  test("replays from the run's own interventions to the same state, also through a file", () => {
    const run = byHand();
    const again = createRun({ parameters: run.parameters, seed: run.seed, interventions: run.interventions });
    expect(stateHash(advanceTo(again, 40))).toBe(stateHash(run));
    const fromFile = makeRun({ seed: run.seed, interventions: JSON.parse(JSON.stringify(run.interventions)) });
    expect(stateHash(advanceTo(fromFile, 40))).toBe(stateHash(run));
    expect(fromFile.interventions).toEqual(run.interventions);
  });

  test("acts in the next tick after the planned interventions, in whatever order they were added", () => {
    const run = makeRun({
      interventions: [
        { tick: 3, set: { noise: 0.1 } },
        { tick: 4, set: { noise: 0.2 } },
      ],
    });
    advanceTo(run, 2);
    intervene(run, { set: { noise: 0.3 } });
    expect(run.population.parameters.noise).toBe(0.15);
    advance(run);
    expect(run.population.parameters.noise).toBe(0.3);
    advance(run);
    expect(run.population.parameters.noise).toBe(0.2);
  });

  test("by dragging a slider between two ticks is one intervention, with the last values", () => {
    const run = advanceTo(makeRun(), 5);
    for (const noise of [0.1, 0.2, 0.3]) intervene(run, { set: { noise } });
    intervene(run, { set: { gossip_rate: 0.7 } });
    expect(run.interventions).toEqual([{ tick: 6, set: { noise: 0.3, gossip_rate: 0.7 } }]);
    advance(run);
    intervene(run, { set: { noise: 0.4 } });
    intervene(run, { set: { noise: 0.5 }, until: 9 });
    intervene(run, { set: { noise: 0.2 } });
    expect(run.interventions.slice(1)).toEqual([
      { tick: 7, set: { noise: 0.4 } },
      { tick: 7, set: { noise: 0.5 }, until: 9 },
      { tick: 7, set: { noise: 0.2 } },
    ]);
    advance(run);
    expect(run.population.parameters.noise).toBe(0.2);
  });

  test("that is invalid is refused with every fault and changes nothing", () => {
    const run = advanceTo(makeRun(), 5);
    const before = stateHash(run);
    expect(() => intervene(run, { set: { noise: 9, agents: 3 } })).toThrow(/noise must be.*\n.*agents cannot change during a run/);
    expect(() => intervene(run, { remove: 50 })).toThrow("an agent's index must be from 0 to 49");
    expect(() => intervene(run, { set: { noise: 0.1 }, until: 5 })).toThrow("until must be a whole number, 6 or more");
    expect(run.interventions).toEqual([]);
    expect(stateHash(run)).toBe(before);
  });

  test("can name agents and circles that have been added by then, and cannot reuse names of future ones", () => {
    const run = makeRun({
      interventions: [
        { tick: 3, add: 2, circle: 7, names: ["Dot", "Eva"] },
        { tick: 9, add: 1, names: ["Fay"] },
      ],
    });
    advanceTo(run, 4);
    intervene(run, { set_traits: { openness: 0.5 }, agents: ["Dot", 51] });
    intervene(run, { set_traits: { openness: 0.5 }, agents: { circle: 7 } });
    expect(() => intervene(run, { remove: "Fay" })).toThrow("no agent is called");
    expect(() => intervene(run, { add: 1, names: ["Fay"] })).toThrow('another agent already has the name "Fay"');
    expect(() => intervene(run, { remove: { circle: 8 } })).toThrow("0 to 7");
  });
});
