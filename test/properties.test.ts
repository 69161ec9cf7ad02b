import fc from "fast-check";
import { expect, test } from "vitest";
import type { Parameters } from "../sim/parameters/definitions.ts";
import { TRAIT } from "../sim/parameters/trait-names.ts";
import { ENCOUNTER } from "../sim/population/event-log.ts";
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

/** Only agent 0 has time for others, nobody brings a third, and no tie begins: all units are those that 0 spends. */
const onlyZero: Partial<Parameters> = {
  budgetBase: 0,
  initiativeMean: 0,
  traitSpread: 0,
  sociality: "same",
  meetings: false,
  meetingTogether: false,
  newTies: false,
  peopleLeave: false,
};

test("with any parameters, an agent spends no more units than its budget has, and one for a fraction", () => {
  fc.assert(
    fc.property(anyParameters, fc.string(), fc.integer({ min: 5, max: 30 }), (parameters, seed, ticks) => {
      const population = createPopulation({ ...parameters, ...onlyZero }, seed);
      const { agents, events } = population;
      agents.traits[TRAIT.initiative] = 1; // of agent 0
      events.listening = 1;
      for (let t = 0; t < ticks; t++) {
        events.kept = 0;
        step(population);
        let spent = 0;
        for (let at = 0; at < events.kept; at++) {
          if (events.kind[at] !== ENCOUNTER) continue;
          expect(Math.min(events.from[at], events.to[at])).toBe(0);
          spent += events.about[at];
        }
        expect(spent).toBeLessThanOrEqual(Math.ceil(parameters.budget));
      }
    }),
    anyCases(521),
  );
});
