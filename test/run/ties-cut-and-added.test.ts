import { describe, expect, test } from "vitest";
import { strangers } from "../../sim/population/people.ts";
import { advance } from "../../sim/run/run.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { stateFaults } from "../helpers/state-faults.ts";

/** Nobody meets anybody, so ties stay as they are. */
const silent = { ...few, budget: 0, meetings: false, forgetting: false };
const contactsOf = (run: ReturnType<typeof makeRun>, agent: number) => [
  ...readPopulation(run.population).people[agent].ties.keys(),
];

describe("ties that are cut", () => {
  test("are gone on both sides with their beliefs and the promises of the two, and nothing else is", () => {
    const parameters = { ...few, favor_rate: 1, longest_due: 40, forgetting: false };
    const { promises } = readPopulation(advanceTo(makeRun({ parameters }), 20).population);
    const [{ asker, promiser }] = promises.filter(({ due }) => due > 25);
    const cut = advanceTo(makeRun({ parameters, interventions: [{ tick: 21, cut_ties: [[promiser, asker]] }] }), 20);
    const before = readPopulation(cut.population);
    advance(cut);
    const after = readPopulation(cut.population);
    expect(after.people[asker].ties.has(promiser)).toBe(false);
    expect(after.people[promiser].ties.has(asker)).toBe(false);
    const ofTheTwo = (one: { asker: number; promiser: number }) =>
      [one.asker, one.promiser].every((agent) => agent === asker || agent === promiser);
    expect(after.promises.some(ofTheTwo)).toBe(false);
    expect(after.promises.filter(({ made }) => made < 21)).toEqual(promises.filter((one) => one.due > 21 && !ofTheTwo(one)));
    expect(stateFaults(cut.population, before)).toEqual([]);
  });

  test("can be given by name, can be missing, and can be cut twice", () => {
    const people = strangers(Array.from({ length: 50 }, (_, agent) => `agent ${agent}`));
    const [contact] = contactsOf(makeRun({ parameters: silent, people }), 3);
    const pairs = [
      ["agent 3", contact],
      [contact, 3],
      [3, 49],
      [0, 1],
    ];
    const run = makeRun({ parameters: silent, people, interventions: [{ tick: 1, cut_ties: pairs }] });
    const ties = run.population.ties.blocks.length.reduce((sum, one) => sum + one, 0);
    const there = [
      [3, contact],
      [3, 49],
      [0, 1],
    ].filter(([one, other]) => contactsOf(run, one).includes(other)).length;
    advance(run);
    expect(contactsOf(run, 3)).not.toContain(contact);
    expect(run.population.ties.blocks.length.reduce((sum, one) => sum + one, 0)).toBe(ties - 2 * there);
  });
});

describe("ties that are added", () => {
  const none = { ...silent, ties_within: 0, ties_across: 0, fading_rate: 0.15, fading_protection: 0.8 };

  test("begin with the given strength or that of a new tie, the evidence that goes with it, and first beliefs that depend on u", () => {
    const run = makeRun({
      parameters: { ...none, trait_spread: 0, fading: false },
      interventions: [
        { tick: 3, set_traits: { trusting: 1 }, agents: 8 },
        { tick: 4, add_ties: [[8, 2]], strength: 0.7 },
        { tick: 5, add_ties: [[8, 5]] },
      ],
    });
    const { people } = readPopulation(advanceTo(run, 5).population);
    expect(people[8].ties.get(2)).toMatchObject({ w: 0.7, t0: 3 });
    expect(people[8].ties.get(5)).toMatchObject({ w: 0.1, t0: 4 });
    // u = 1: C = R = 0.4 + 0.2 · ½, I = 0.6 C, S = 0.5 − 0.2 · ½; u = ½: 0.4 and 0.5
    const views = people[8].ties.get(2)?.views;
    for (const [agent, view] of [
      [8, { C: 0.5, R: 0.5, I: 0.3, S: 0.4, e: 52 * 0.7 }],
      [2, { C: 0.4, R: 0.4, I: 0.24, S: 0.5, e: 52 * 0.7 }],
    ] as const) {
      for (const [belief, value] of Object.entries(view)) expect(views?.get(agent)?.[belief as "C"]).toBeCloseTo(value, 14);
    }
  });

  test("do not change existing ties, and skip agents that have left", () => {
    const run = makeRun({
      parameters: { ...none, first_strength: 0.15 },
      interventions: [
        {
          tick: 1,
          add_ties: [
            [0, 1],
            [1, 0],
          ],
          strength: 0.5,
        },
        { tick: 2, add_ties: [[0, 1]], strength: 0.9 },
        { tick: 2, remove: 3 },
        {
          tick: 2,
          add_ties: [
            [3, 4],
            [4, 5],
          ],
          strength: 0.6,
        },
      ],
    });
    advanceTo(run, 3);
    expect([contactsOf(run, 0), contactsOf(run, 3), contactsOf(run, 4)]).toEqual([[1], [], [5]]);
    expect(readPopulation(run.population).people[0].ties.get(1)?.w).toBe(0.5);
  });

  test("fade and are forgotten on their own schedule", () => {
    // 0.04 / (1 + 0.15 (1 − 0.8 · 0.04) t) falls below 0.01 after 3 / 0.1452 = 20.7 ticks, counted from the tick before.
    const run = makeRun({
      parameters: { ...none, forgetting: true, forget_below: 0.01 },
      interventions: [{ tick: 10, add_ties: [[30, 4]], strength: 0.04 }],
    });
    expect(contactsOf(advanceTo(run, 29), 4)).toEqual([30]);
    expect(contactsOf(advanceTo(run, 30), 4)).toEqual([]);
  });

  test("can lead to an encounter in the tick they are added", () => {
    const run = makeRun({ parameters: { ...none, budget: 6 }, interventions: [{ tick: 4, add_ties: [[0, 1]], strength: 0.8 }] });
    expect(readPopulation(advanceTo(run, 4).population).people[0].ties.get(1)).toMatchObject({ t0: 4 });
  });
});
