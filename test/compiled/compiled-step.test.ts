import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { attachCompiledStep, useCompiledStep } from "../../sim/compiled/compiled-step.ts";
import { stepCode } from "../../sim/compiled/step-code.ts";
import { replayEvidence } from "../../sim/evidence/replay-evidence.ts";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import { MOVES } from "../../sim/population/event-log.ts";
import type { Population } from "../../sim/population/population.ts";
import { tickKey } from "../../sim/random/keyed-draws.ts";
import { checkpoint, restore } from "../../sim/run/checkpoint.ts";
import { advance, createRun, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { mainPhases, phases } from "../../sim/step/phases.ts";
import { anyCases, anyParameters } from "../helpers/any-parameters.ts";
import { few, makeRun, type Wanted } from "../helpers/make-run.ts";

const names = Object.keys(mainPhases);

beforeAll(() => useCompiledStep(stepCode));

/** Takes a step as JavaScript, however large the population is. */
function stepInJavaScript(population: Population): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of phases) phase(population);
}

/** Everything that the state hash leaves out and that measures or files read. */
function whatElse({ events, workspace: { contacts } }: Population): unknown {
  const { kept } = events;
  const columns = [events.kind, events.from, events.to, events.about, events.value].map((column) => [...column.slice(0, kept)]);
  columns.push([...events.moved.slice(0, kept * MOVES)]);
  const pairs = [contacts.met, contacts.begun].map(({ count, lower, upper, units }) =>
    [lower, upper, units].map((column) => [...column.slice(0, count)]),
  );
  return { counts: [...events.counts], kept, columns, pairs };
}

function expectSame(one: Run, other: Run): void {
  expect(stateHash(other), `tick ${one.population.tick}`).toBe(stateHash(one));
  expect(whatElse(other.population), `tick ${one.population.tick}`).toEqual(whatElse(one.population));
}

/** Makes two small runs, one of which takes compiled steps, and compares them after every tick. */
function expectSameRuns(wanted: Wanted, ticks: number): Run {
  const plain = makeRun(wanted);
  const compiled = makeRun(wanted);
  attachCompiledStep(compiled.population, names, stepCode);
  for (const { population } of [plain, compiled]) population.events.listening = 1;
  for (let t = 0; t < ticks; t++) {
    advance(plain);
    advance(compiled);
    expectSame(plain, compiled);
  }
  expect(isInWebAssembly(plain), "the plain run").toBe(false);
  expect(isInWebAssembly(compiled), "the compiled run").toBe(true);
  return compiled;
}

/** Columns of a compiled run are parts of one buffer. */
function isInWebAssembly({ population: { ties, agents } }: Run): boolean {
  return ties.trust.buffer === agents.traits.buffer;
}

describe("compiled steps and steps in JavaScript give the same bits", () => {
  test("with any parameters, at every tick, with all events", () => {
    fc.assert(
      fc.property(anyParameters, fc.string(), (parameters, seed) => {
        const [plain, compiled] = [createRun({ parameters, seed }), createRun({ parameters, seed })];
        attachCompiledStep(compiled.population, names, stepCode);
        for (const { population } of [plain, compiled]) population.events.listening = 1;
        for (let t = 0; t < 8; t++) {
          advance(plain);
          advance(compiled);
          expectSame(plain, compiled);
        }
      }),
      anyCases(14),
    );
  });

  test("in a default world of 200 agents, which uses compiled phases from its first tick on", () => {
    const setup = { parameters: { ...defaultParameters, agents: 200 }, seed: "1973" };
    const [plain, compiled] = [createRun(setup), createRun(setup)];
    for (let t = 0; t < 60; t++) {
      stepInJavaScript(plain.population);
      advance(compiled);
      expectSame(plain, compiled);
    }
    expect(isInWebAssembly(compiled)).toBe(true);
  });

  test("when interventions add, move and remove agents, set parameters and traits, and turn events", () => {
    const interventions = [
      { tick: 2, add: 30, circle: 1 },
      { tick: 3, remove: [1, 2, 3] },
      { tick: 4, set: { favor_rate: 1, noise: 0.3 }, until: 9 },
      { tick: 5, set_traits: { follow_through: 0, sharing: 1 }, agents: { every: 3 }, until: 8 },
      { tick: 7, add: 10 },
      { tick: 9, meeting: { agent: 10, other: 20, outcome: "met" } },
    ];
    expectSameRuns({ parameters: { ...few, turnover: 0.5, moves: 0.5 }, interventions }, 25);
  });

  test("after a checkpoint was restored", () => {
    const before = expectSameRuns({ seed: "kept" }, 10);
    const restored = restore(checkpoint(before));
    for (let t = 0; t < 10; t++) {
      advance(before);
      advance(restored);
      expect(stateHash(restored)).toBe(stateHash(before));
    }
  });

  test("before, during and after ticks whose evidence is recorded", () => {
    const wanted = { seed: "evidence", parameters: { ...few, turnover: 0.5, favor_rate: 0.5 } };
    const [plain, compiled] = [makeRun(wanted), makeRun(wanted)];
    attachCompiledStep(compiled.population, names, stepCode);
    const advanceBoth = () => {
      for (const run of [plain, compiled]) advance(run);
      expectSame(plain, compiled);
    };
    for (let t = 0; t < 10; t++) advanceBoth();
    expect(isInWebAssembly(compiled)).toBe(true);
    const [one, other] = [plain, compiled].map((run) => replayEvidence(run, { agent: 3 }));
    for (let t = 0; t < 20; t++) {
      one.advance();
      other.advance();
      expectSame(plain, compiled);
    }
    expect(one.items.length).toBeGreaterThan(20);
    expect(other.items).toEqual(one.items);
    expect(other.missed).toEqual(one.missed);
    for (let t = 0; t < 10; t++) advanceBoth();
  });

  test("after a population has left its memory again", () => {
    const [plain, compiled] = [makeRun(), makeRun()];
    for (let t = 0; t < 5; t++) for (const run of [plain, compiled]) advance(run);
    const { memory } = attachCompiledStep(compiled.population, names, stepCode);
    for (let t = 0; t < 5; t++) for (const run of [plain, compiled]) advance(run);
    expect(isInWebAssembly(compiled)).toBe(true);
    memory.detach();
    expect(isInWebAssembly(compiled)).toBe(false);
    for (let t = 0; t < 5; t++) {
      stepInJavaScript(plain.population);
      stepInJavaScript(compiled.population);
      expectSame(plain, compiled);
    }
  });
});

test("the compiled code is that of the rules as they are now", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/compile-rules.mjs", "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 120_000);
