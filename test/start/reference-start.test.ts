import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParameters } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { draw, eventKey, tickKey } from "../../sim/random/keyed-draws.ts";
import { type Purpose, purposes } from "../../sim/random/purposes.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { anyCases, anyParameters } from "../helpers/any-parameters.ts";
import { anyGiven, anyImported, asImportedTies, asPeople } from "../helpers/any-start.ts";
import { differences } from "../helpers/compare-states.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { drawOf, eventWords, tickWords } from "../helpers/reference-draws.ts";
import { type Given, type GivenTie, startState } from "../helpers/reference-start.ts";

/** Starts the engine and the second program, and expects the same state, bit for bit. */
function expectSameStart(parameters: Parameters, seed: string, given?: Given[], imported?: GivenTie[]): void {
  const people = given && asPeople(given);
  const population = createPopulation(parameters, seed, people, imported && asImportedTies(imported));
  const twin = startState(parameters, seed, given, imported);
  expect(differences(readPopulation(population), twin, 0), `start of seed ${seed}`).toEqual([]);
}

/** A quarter of the default agents: enough for five circles, and quick. */
const base: Parameters = { ...defaultParameters, agents: 200 };

const cases: [name: string, differs: Partial<Parameters>][] = [
  ["circles from small to large", {}],
  ["circles of one size", { circleSpread: 0 }],
  ["circles that differ a lot", { circleSpread: 0.9, circleSize: 12 }],
  ["circles of which the last takes who is left", { circleSize: 30, circleSpread: 0.2 }],
  ["sociality by degree", { sociality: "degree" }],
  ["a memory that never fades", { memory: Number.POSITIVE_INFINITY }],
  ["status that shows all", { statusExpertise: 1, statusSpread: 1 }],
  ["circles in which most pairs are tied", { circleSize: 20, tiesWithin: 14, tiesAcross: 1 }],
  ["circles in which all pairs are tied", { circleSize: 8, tiesWithin: 7, tiesAcross: 0 }],
  ["circles so small that most pairs lie across", { circleSize: 2, tiesWithin: 1, tiesAcross: 30 }],
  ["most pairs across circles tied", { agents: 30, circleSize: 10, tiesWithin: 0, tiesAcross: 17 }],
  ["a random network", { network: "random", tiesWithin: 9.75, tiesAcross: 0.63 }],
  ["a random network in which most pairs are tied", { agents: 31, network: "random", tiesWithin: 20, tiesAcross: 1 }],
  ["more than 1,024 attempts", { agents: 80, network: "random", tiesWithin: 30, tiesAcross: 9 }],
  ["a small world", { network: "small_world" }],
  ["a small world that is a ring", { network: "small_world", rewiring: 0 }],
  ["a small world, all rewired", { network: "small_world", rewiring: 1 }],
  ["a ring", { network: "ring", tiesWithin: 7 }],
  ["preferential attachment", { network: "preferential_attachment", tiesWithin: 3, tiesAcross: 2.5 }],
  ["preferential attachment among few", { agents: 12, network: "preferential_attachment", tiesWithin: 11, tiesAcross: 0 }],
  ["preferential attachment without ties", { network: "preferential_attachment", tiesWithin: 0, tiesAcross: 0.9 }],
  [
    "preferential attachment with more than 1,024 draws",
    { agents: 152, network: "preferential_attachment", tiesWithin: 150, tiesAcross: 150 },
  ],
  ["blocks of some homophily", { network: "blocks", homophily: 0.4 }],
  ["blocks by chance", { network: "blocks", homophily: 0 }],
  ["blocks that keep to themselves", { network: "blocks", homophily: 1, tiesWithin: 6, tiesAcross: 3 }],
  ["blocks and an empty circle", { agents: 60, circleSize: 1, circleSpread: 0.9, network: "blocks", homophily: 0, tiesAcross: 1 }],
  [
    "blocks by a matrix",
    { agents: 80, circleSize: 20, network: "blocks", blockMatrix: "0.9 0.1 0.02 0; 0.1 0.4 0.7 0.3; 0.02 0.7 0 1; 0 0.3 1 0.21" },
  ],
  ["degrees from a Poisson distribution", { network: "configuration", tiesWithin: 3, tiesAcross: 2.5 }],
  ["degrees from a geometric distribution", { network: "configuration", degrees: "geometric", tiesWithin: 3, tiesAcross: 2.5 }],
  ["degrees from a power law", { network: "configuration", degrees: "power_law 2.3", tiesWithin: 3, tiesAcross: 2.5 }],
  ["equal degrees", { agents: 101, network: "configuration", degrees: "equal", tiesWithin: 4.6, tiesAcross: 0 }],
  ["listed degrees", { network: "configuration", agents: 64, degrees: "1 1 2 2 3 5 30 0" }],
  ["degrees that fit in one way only", { agents: 9, network: "configuration", degrees: "8 1 1 1 1 1 1 1 1" }],
  ["degrees so high that few pairs are free", { agents: 14, network: "configuration", degrees: "12 13" }],
  ["a small world with no free ends", { agents: 12, network: "small_world", tiesWithin: 11, rewiring: 1 }],
  ["a small world with few free ends", { agents: 14, network: "small_world", tiesWithin: 9, rewiring: 1 }],
];

describe("the engine's start matches the description", () => {
  test.each(cases)("%s", (_, differs) => {
    for (const seed of ["1", "2", "büro 3"]) expectSameStart({ ...base, ...differs }, seed);
  });

  test("the default world", () => {
    expectSameStart(defaultParameters, "1");
  });

  test.each(scenarioNames)("in the scenario %s", (name) => {
    const { parameters, problems } = checkParameters(scenarios[name].parameters);
    expect(problems).toEqual([]);
    expectSameStart({ ...parameters, agents: Math.min(parameters.agents, base.agents) }, scenarios[name].seed);
  });

  test("with any parameters", () => {
    fc.assert(
      fc.property(anyParameters, fc.string(), (parameters, seed) => expectSameStart(parameters, seed)),
      anyCases(530),
    );
  });

  test("with any agents file", () => {
    const cases = anyParameters.chain((parameters) =>
      fc.tuple(fc.constant(parameters), fc.string(), anyGiven(parameters.agents, parameters.domains)),
    );
    fc.assert(
      fc.property(cases, ([parameters, seed, given]) => expectSameStart(parameters, seed, given)),
      anyCases(531),
    );
  });

  test("with imported weights that would make ties stronger than 1", () => {
    const parameters = { ...base, agents: 3, importedStrengthLow: 0.7, importedStrengthSpan: 0.5 };
    const ties = [0, 0.5, 1].map((rank, at) => ({ lower: Math.max(0, at - 1), upper: at === 0 ? 1 : 2, rank }));
    expectSameStart(parameters, "1", [{}, {}, {}], ties);
  });

  test("with any imported network, with or without an agents file", () => {
    const cases = anyParameters.chain((parameters) => {
      const { agents, domains } = parameters;
      const given = fc.oneof(fc.constant(Array.from({ length: agents }, (): Given => ({}))), anyGiven(agents, domains));
      return fc.tuple(fc.constant(parameters), fc.string(), given, anyImported(agents));
    });
    fc.assert(
      fc.property(cases, ([parameters, seed, given, imported]) => expectSameStart(parameters, seed, given, imported)),
      anyCases(532),
    );
  });
});

test("the hash in the description gives the engine's draws", () => {
  const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const agent = fc.integer({ min: 0, max: 1_000_000 });
  const purpose = fc.constantFrom(...(Object.keys(purposes) as Purpose[]));
  const event = fc.record({ run: fc.tuple(word, word), tick: fc.nat(10_000), doer: agent, other: agent });
  fc.assert(
    fc.property(event, purpose, fc.integer({ min: 0, max: 4095 }), ({ run, tick, doer, other }, name, count) => {
      const key = new Int32Array(2);
      tickKey(Int32Array.from(run), tick, key);
      eventKey(key, doer, other, key, 0);
      const words = eventWords(tickWords([run[0] >>> 0, run[1] >>> 0], tick), doer, other);
      expect(draw(key[0], key[1], purposes[name] + count)).toBe(drawOf(words, name, count));
    }),
    { ...anyCases(533), numRuns: 2000 },
  );
});
