import { describe, expect, test } from "vitest";
import type { Intervention } from "../sim/run/interventions.ts";
import { advance } from "../sim/run/run.ts";
import { differences } from "./helpers/compare-states.ts";
import { few, makeRun } from "./helpers/make-run.ts";
import { readPopulation } from "./helpers/read-population.ts";
import { ReferenceRun } from "./helpers/reference-interventions.ts";
import { startState } from "./helpers/reference-start.ts";

/** People come and go often, and more is going on than usual, so that an intervention soon has consequences. */
const parameters = { ...few, agents: 40, turnover: 0.5, moves: 0.5, favor_rate: 0.5, longest_due: 12 };

/** Runs both without a stop and compares them after each tick, to the last bit. Returns the last state. */
function expectSameRun(interventions: readonly Intervention[], ticks: number) {
  const run = makeRun({ parameters, seed: "from outside", interventions });
  const start = startState(run.parameters, run.seed);
  const twin = new ReferenceRun(run.parameters, run.seed, start, run.interventions);
  for (let t = 1; t <= ticks; t++) {
    advance(run);
    twin.step();
    expect(differences(readPopulation(run.population), twin.state, 0), `tick ${t}`).toEqual([]);
  }
  return twin.state;
}

const kinds: [what: string, interventions: Intervention[]][] = [
  ["a parameter for good", [{ tick: 3, set: { noise: 0.4, favor_rate: 1 } }]],
  ["a parameter for a time", [{ tick: 3, set: { budget: 20 }, until: 6 }]],
  [
    "settings that conflict",
    [
      { tick: 2, set: { noise: 0.5 }, until: 9 },
      { tick: 3, set: { noise: 0.1 }, until: 5 },
      { tick: 4, set: { hearsay: 1 }, until: 12 },
      { tick: 7, set: { noise: 0 } },
      { tick: 7, set: { hearsay: 0.2 } },
    ],
  ],
  ["a switch for a time", [{ tick: 2, set: { fresh_ties: false, news: false, people_leave: false }, until: 8 }]],
  ["additive trust for a time", [{ tick: 4, set: { trust_function: "additive" }, until: 8 }]],
  ["what is forgotten", [{ tick: 5, set: { forget_below: 0.09 }, until: 9 }]],
  [
    "bounds that cross",
    [
      { tick: 2, set: { active_from: 0.6 } },
      { tick: 4, set: { richness_lean: 1, richness_rich: 0.1 } },
      { tick: 6, set: { lean_below: 0.9 } },
    ],
  ],
  [
    "means of traits, and their spread",
    [
      { tick: 3, set: { generosity_mean: 0.9, trait_spread: 0.1 } },
      { tick: 6, set: { openness_mean: 0.1 }, until: 9 },
    ],
  ],
  [
    "traits for good and for a time",
    [
      { tick: 2, set_traits: { follow_through: 0, initiative: 1 }, agents: { every: 3 } },
      { tick: 4, set_traits: { follow_through: 1 }, agents: "all", until: 8 },
      { tick: 6, set_traits: { follow_through: 0.5 }, agents: [4, 5, 6] },
      { tick: 7, set: { follow_through_mean: 0.2, initiative_mean: 0.1 } },
    ],
  ],
  ["traits of a circle", [{ tick: 3, set_traits: { boasting: 1 }, agents: { circle: 1 } }]],
  ["traits of the highest by a measure", [{ tick: 4, set_traits: { sharing: 1 }, agents: { top: 7, by: "degree" } }]],
  [
    "people who go",
    [
      { tick: 4, remove: [0, 17, 39] },
      { tick: 9, remove: { top: 3, by: "status" } },
    ],
  ],
  ["a whole circle goes", [{ tick: 4, remove: { circle: 0 } }]],
  [
    "people who come",
    [
      { tick: 3, add: 5 },
      { tick: 5, add: 3, circle: 0, traits: { openness: 1 } },
      { tick: 9, set: { openness_mean: 0.2 } },
    ],
  ],
  ["people who move", [{ tick: 3, move: { every: 4 }, to_circle: 1 }]],
  [
    "ties that are cut and added",
    [
      { tick: 3, cut_ties: Array.from({ length: 39 }, (_, k) => [0, k + 1] as const) },
      {
        tick: 5,
        add_ties: [
          [30, 0],
          [0, 1],
          [2, 35],
        ],
        strength: 0.7,
      },
      { tick: 6, add_ties: [[3, 36]] },
      { tick: 6, remove: [3] },
      { tick: 7, add_ties: [[3, 37]] },
    ],
  ],
];

describe("an intervention of the engine is that of the description", () => {
  test.each(kinds)("%s", (_, interventions) => {
    expectSameRun(interventions, 15);
  });

  test("all of them in one run", () => {
    const all = kinds.flatMap(([, interventions]) => interventions).toSorted((a, b) => a.tick - b.tick);
    const { people } = expectSameRun(all, 30);
    expect(people.filter(({ present }) => !present).length).toBeGreaterThan(5);
  });
});
