import { describe, expect, test } from "vitest";
import {
  advance,
  agentRows,
  createRun,
  InputError,
  intervene,
  parameters,
  runRecord,
  runSeries,
  stateHash,
  tieRows,
} from "../../library/index.ts";
import * as sim from "../../sim/index.ts";

const small = { agents: 40, circle_size: 20, ties_within: 4 } as const;

/** The problems of options as a program without types may give them. */
function problemsOf(options: unknown): readonly string[] {
  try {
    createRun(options as Parameters<typeof createRun>[0]);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe("createRun", () => {
  test("takes words as people type them", () => {
    const words = createRun({ parameters: { ...small, gossip: "off", follow_up_interval: "never" }, seed: 7 });
    const values = { ...sim.defaultParameters, agents: 40, circleSize: 20, tiesWithin: 4, gossip: false };
    const inner = sim.createRun({ parameters: { ...values, followUpInterval: Number.POSITIVE_INFINITY }, seed: "7" });
    for (let tick = 0; tick < 10; tick++) sim.advance(inner);
    advance(words, 10);
    expect(stateHash(words)).toBe(sim.stateHash(inner));
    expect(words.parameters).toMatchObject({ gossip: false, follow_up_interval: "never", agents: 40 });
  });

  test("throws the faults of all options at once", () => {
    const options = {
      scenario: "no_gosip",
      parameters: { gossip: "of", blow_of: 0.5, active_from: 0.9 },
      seed: Number.NaN,
      settle: -1,
      every: 0,
      interventions: [{ tick: 1, set: { agents: 3 } }],
      people: "Ana",
      tick: 5,
    };
    const words = [
      "tick",
      "scenario",
      "every",
      "settle",
      "seed",
      "people",
      "gossip",
      "blow_of",
      "active_from",
      "agents cannot change",
    ];
    const problems = problemsOf(options);
    expect(words.filter((word) => !problems.some((problem) => problem.includes(word)))).toEqual([]);
    expect(problems).toHaveLength(words.length);
  });

  test.each([null, "default", [], 3])("refuses %j in place of options", (options) => {
    expect(problemsOf(options)).toHaveLength(1);
  });

  test("describes every parameter by the name that it takes", () => {
    expect(parameters.map(({ name }) => name)).toEqual(sim.parameterNames);
    expect(problemsOf({ parameters: Object.fromEntries(parameters.map((one) => [one.name, one.default])) })).toEqual([]);
  });
});

describe("runSeries", () => {
  /** series.csv of the same run, as the command line writes it. */
  function seriesOf(ticks: number, every: number, settled = 0): number[][] {
    const checked = sim.checkParameters(small).parameters;
    const inner = sim.createRun({ parameters: checked, seed: "series", settled });
    const plan = { ticks, every, tables: ["series"] as const, from: 0 };
    return [...sim.runTables(inner, plan)].flatMap(({ rows }) => [...rows].map((row) => row.map(Number)));
  }

  test.each([[0], [70]])("returns the rows of series.csv after a burn-in of %i ticks, in one call or several", (settle) => {
    const options = { parameters: small, seed: "series", settle };
    const run = createRun(options);
    const parts = [...runSeries(run, 100), ...runSeries(run, 0), ...runSeries(run, 4), ...runSeries(run, 104)];
    const expected = seriesOf(208, 13, settle);
    expect(parts.map((row) => Object.values(row))).toEqual(expected);
    expect(runSeries(createRun(options), 208)).toEqual(parts);
  });

  test("gives the same rows if some ticks are only advanced", () => {
    const run = createRun({ parameters: small, seed: "series", every: 1 });
    advance(run, 207);
    const [last] = runSeries(run, 1).slice(-1);
    expect(Object.values(last ?? {})).toEqual(seriesOf(208, 1).at(-1));
  });

  test.each([-1, 1.5, "9"])("refuses %j ticks, and the run stays where it is", (ticks) => {
    const run = createRun({ parameters: small });
    expect(() => runSeries(run, ticks as number)).toThrow("ticks must be a whole number, 0 or more");
    expect(() => advance(run, ticks as number)).toThrow(InputError);
    expect(run.tick).toBe(0);
  });
});

describe("a run", () => {
  test("keeps its changes, and its record repeats it", () => {
    const run = createRun({ parameters: small, seed: "kept", interventions: [{ tick: 3, set: { blow_off: 0.1 } }] });
    advance(run, 5);
    intervene(run, { set: { blow_off: 0.7 }, until: 8 });
    advance(run, 5);
    expect(run.interventions).toEqual([
      { tick: 3, set: { blow_off: 0.1 } },
      { tick: 6, set: { blow_off: 0.7 }, until: 8 },
    ]);
    const again = createRun({ parameters: run.parameters, seed: run.seed, interventions: run.interventions });
    advance(again, 10);
    expect(stateHash(again)).toBe(stateHash(run));
    expect(runRecord(run)).toMatchObject({ ticks: 10, seed: "kept", state_hash: stateHash(run) });
  });

  test("is unchanged if a change is refused", () => {
    const run = createRun({ parameters: small });
    expect(() => intervene(run, { set: { blow_off: 9 } })).toThrow("blow_off must be a number from 0 to");
    expect(run.interventions).toEqual([]);
  });

  test("is not changed by reading it", () => {
    const [read, left] = ["read", "left"].map(() => createRun({ parameters: small, seed: "looked at", every: 1 }));
    if (read === undefined || left === undefined) throw new Error("there are two");
    for (let tick = 0; tick < 20; tick++) {
      runSeries(read, 1);
      agentRows(read);
      tieRows(read);
    }
    advance(left, 20);
    expect(stateHash(read)).toBe(stateHash(left));
  });

  test("gives agents and ties the columns of their tables", () => {
    const run = createRun({ parameters: small });
    advance(run, 13);
    expect(Object.keys(agentRows(run)[0] ?? {})).toEqual(sim.agentTableColumns);
    expect(Object.keys(tieRows(run)[0] ?? {})).toEqual(sim.tieTableColumns);
    expect(agentRows(run)).toHaveLength(40);
  });

  test("says which ticks have agents, at a tick whose year before is unknown", () => {
    const run = createRun({ parameters: small });
    advance(run, 53);
    expect(() => agentRows(run)).toThrow("13 must divide tick 53");
  });

  test("must come from createRun", () => {
    expect(() => advance({} as ReturnType<typeof createRun>)).toThrow("run must come from createRun");
  });
});
