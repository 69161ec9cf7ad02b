import fc from "fast-check";
import { expect, test } from "vitest";
import { TRAIT } from "../sim/parameters/trait-names.ts";
import { createPopulation } from "../sim/start/create-population.ts";
import { step } from "../sim/step/step.ts";
import { anyCases, anyParameters } from "./helpers/any-parameters.ts";
import { readPopulation } from "./helpers/read-population.ts";
import { stateFaults } from "./helpers/state-faults.ts";

test("with any parameters, every state stays in range", () => {
  fc.assert(
    fc.property(anyParameters, fc.string(), fc.integer({ min: 5, max: 30 }), (parameters, seed, ticks) => {
      const population = createPopulation(parameters, seed);
      let before = readPopulation(population);
      const faults: string[] = [];
      for (let t = 0; t < ticks && faults.length === 0; t++) {
        step(population);
        faults.push(...stateFaults(population, before));
        before = readPopulation(population);
      }
      expect(faults).toEqual([]);
    }),
    anyCases(520),
  );
});

test("with any parameters, an agent plans no more than its budget pays for, except for the last encounter", () => {
  fc.assert(
    fc.property(anyParameters, fc.string(), fc.integer({ min: 5, max: 30 }), (parameters, seed, ticks) => {
      const population = createPopulation(
        { ...parameters, budgetBase: 0, initiativeMean: 0, traitSpread: 0, meetings: false },
        seed,
      );
      const { agents, events } = population;
      agents.traits[TRAIT.initiative] = 1; // of agent 0
      events.listening = 1;
      for (let t = 0; t < ticks; t++) {
        events.kept = 0;
        step(population);
        const richness: number[] = [];
        for (let at = 0; at < events.kept; at++) {
          if (events.kind[at] !== 0) continue;
          expect(Math.min(events.from[at], events.to[at])).toBe(0);
          richness.push(events.value[at]);
        }
        // All but the last fit in the budget. The last is planned by chance and has at most the largest richness.
        const spent = richness.reduce((sum, r) => sum + r, 0) - Math.max(0, ...richness);
        expect(spent).toBeLessThanOrEqual(parameters.budget + 1e-9);
      }
    }),
    anyCases(521),
  );
});
