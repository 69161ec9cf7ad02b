import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { runFiles, stateHash } from "../../../sim/index.ts";
import type { When } from "../../../study/experiment.ts";
import { performRun, type RunTask } from "../../../study/perform-run.ts";
import { makeArm, makeExperiment, makeOutcome, makeValue } from "../../helpers/make-experiment.ts";
import { few, makeRun } from "../../helpers/make-run.ts";

const TICKS = 60;
const task: RunTask = { point: {}, arm: makeArm("base"), seed: "study-1" };
const setup = {
  parameters: { ...few, encounter_gain: 0.25 },
  ticks: TICKS,
  focalAgents: { every: 7 },
  interventions: [{ tick: 30, remove: [7, 8] }],
};

/** The tables of the same run, as `weakties run` writes them: figures that no expression computed. */
const texts = new Map<string, string>();
for (const { file, text } of runFiles(makeRun({ ...setup, seed: "study-1" }), {
  ticks: TICKS,
  every: 1,
  tables: ["series", "agents", "ties", "events"],
}))
  texts.set(file, (texts.get(file) ?? "") + text);
const table = (file: string) => csvParse(texts.get(file) ?? "");
const numberOf = (cell: string | undefined) => (cell === undefined || cell === "" ? Number.NaN : Number(cell));
const agents = table("agents.csv");
const series = table("series.csv");
const STRONG = 0.4;
const ACTIVE = 0.05;
const rows = table("ties.csv").filter((row) => Number(row.strength) >= ACTIVE);
/** Each tie once. */
const ties = rows.filter((row) => Number(row.from) < Number(row.to));

function values(expressions: readonly string[], when: When = { at: TICKS }): number[] {
  const outcomes = expressions.map((value, at) => makeValue(value, { name: `v${at}`, when }));
  return [...performRun(makeExperiment({ ...setup, outcomes }), task, {}).values];
}
const value = (expression: string, when?: When) => values([expression], when)[0];

const mean = (numbers: readonly number[]) => {
  const defined = numbers.filter((one) => !Number.isNaN(one));
  return defined.reduce((sum, one) => sum + one, 0) / defined.length;
};
const column = (some: readonly Record<string, string>[], name: string) => some.map((row) => numberOf(row[name]));
const isFocal = (agent: string | undefined) => Number(agent) % 7 === 0;
const isStrong = (row: Record<string, string>) => Number(row.strength) >= STRONG;
const isCross = (row: Record<string, string>) => row.from_circle !== row.to_circle;

describe("agents", () => {
  const focal = agents.filter(({ agent }) => isFocal(agent));
  const others = agents.filter(({ agent }) => !isFocal(agent));
  // The table counts the last 52 ticks, which are a year.
  test.each([
    ["payoff of focal - payoff of others", mean(column(focal, "payoff")) - mean(column(others, "payoff"))],
    [
      "mean(generosity of circle 2)",
      mean(
        column(
          agents.filter(({ circle }) => circle === "2"),
          "generosity",
        ),
      ),
    ],
    ["sum(degree of agents)", column(agents, "degree").reduce((a, b) => a + b)],
    ["max(status of agents)", Math.max(...column(agents, "status"))],
    ["min(status of agents) + abs(-2)", Math.min(...column(agents, "status")) + 2],
    ["share_above(degree of agents, 10)", mean(column(agents, "degree").map((degree) => Number(degree > 10)))],
    ["count(reach of agents)", 48],
    ["focal", 7],
    ["others", 41],
    ["agents", 48],
    ["status of agent 5", numberOf(agents.find(({ agent }) => agent === "5")?.status)],
    ["status of agent 7", Number.NaN],
  ])("%s", (expression, expected) => {
    if (Number.isNaN(expected)) expect(value(expression)).toBeNaN();
    else expect(value(expression)).toBeCloseTo(expected, 10);
  });

  test("the highest and the lowest by a trait", () => {
    const sorted = [...agents].sort((a, b) => Number(b.generosity) - Number(a.generosity));
    expect(value("payoff of top 5 by generosity")).toBeCloseTo(mean(column(sorted.slice(0, 5), "payoff")), 10);
    expect(value("payoff of bottom 3 by generosity")).toBeCloseTo(mean(column(sorted.slice(-3), "payoff")), 10);
  });

  test("equal the outcomes of groups", () => {
    const outcomes = (["agents", "focal", "others"] as const).flatMap((of) =>
      ["incoming_trust_share", "payoff", "reach", "promises_broken", "cross_ties"].flatMap((measure) =>
        [20, TICKS].flatMap((at) => [
          makeOutcome({ name: "a", measure, of, when: { at } }),
          makeValue(`${measure} of ${of}`, { when: { at } }),
        ]),
      ),
    );
    const { values: found } = performRun(makeExperiment({ ...setup, outcomes }), task, {});
    for (let at = 0; at < found.length; at += 2) expect(found[at + 1]).toBeCloseTo(found[at] ?? Number.NaN, 10);
  });
});

describe("ties", () => {
  test.each([
    ["ties", ties.length],
    ["strong ties", ties.filter(isStrong).length],
    ["weak ties", ties.filter((row) => !isStrong(row)).length],
    ["strong cross ties / cross ties", ties.filter((row) => isStrong(row) && isCross(row)).length / ties.filter(isCross).length],
    ["within ties", ties.filter((row) => !isCross(row)).length],
    ["weak cross bridges", ties.filter((row) => row.local_bridge === "1" && isCross(row) && !isStrong(row)).length],
    ["ties with strength 0.2 to 0.4", ties.filter(({ strength }) => Number(strength) >= 0.2 && Number(strength) < 0.4).length],
    ["ties of focal", ties.filter(({ from, to }) => isFocal(from) || isFocal(to)).length],
    ["ties between focal and others", ties.filter(({ from, to }) => isFocal(from) !== isFocal(to)).length],
    ["ties between focal and focal", ties.filter(({ from, to }) => isFocal(from) && isFocal(to)).length],
    ["strength of cross ties", mean(column(ties.filter(isCross), "strength"))],
    ["max(overlap of strong ties)", Math.max(...column(ties.filter(isStrong), "overlap").filter((one) => !Number.isNaN(one)))],
    ["reliability of strong ties", mean(column(rows.filter(isStrong), "reliability"))],
    ["trust_score of ties", mean(column(rows, "trust_score"))],
    ["sum(evidence of cross ties)", column(rows.filter(isCross), "evidence").reduce((a, b) => a + b)],
    [
      "self_orientation of ties to focal",
      mean(
        column(
          rows.filter(({ to }) => isFocal(to)),
          "self_orientation",
        ),
      ),
    ],
    [
      "intimacy of ties from focal",
      mean(
        column(
          rows.filter(({ from }) => isFocal(from)),
          "intimacy",
        ),
      ),
    ],
    ["credibility of ties to agents", mean(column(rows, "credibility"))],
    [
      "trust_share of ties of focal",
      mean(
        column(
          rows.filter(({ from, to }) => isFocal(from) || isFocal(to)),
          "trust_share",
        ),
      ),
    ],
  ])("%s", (expression, expected) => {
    expect(expected).toBeGreaterThan(0);
    expect(value(expression)).toBeCloseTo(expected, 9);
  });
});

describe("events and measures", () => {
  const lastYear = table("events.csv").filter(({ tick }) => Number(tick) > TICKS - 52);
  const countOf = (kind: string) => lastYear.filter((row) => row.kind === kind).length;
  test.each([
    ["events(refused)", countOf("refused")],
    ["events(promise_made, gossip)", countOf("promise_made") + countOf("gossip")],
    ["events(refused) / events(request)", countOf("refused") / (countOf("refused") + countOf("promise_made"))],
    ["events(request, refused)", countOf("refused") + countOf("promise_made")],
    ["tick", TICKS],
    ["weak_ties * 2 - -1", numberOf(series.at(-1)?.weak_ties) * 2 + 1],
    ["sqrt(4) + min(3, weak_ties) + max(1, 2, 0)", 7],
  ])("%s", (expression, expected) => {
    expect(expected).toBeGreaterThan(0);
    expect(value(expression)).toBeCloseTo(expected, 10);
  });

  test("what is undefined stays so", () => {
    for (const one of [
      "1 / 0",
      "0 / 0",
      "sqrt(-1)",
      "1 / (weak_ties - weak_ties) * 0",
      "payoff of agent 8",
      "sd(status of agent 5)",
    ])
      expect(value(one), one).toBeNaN();
    expect(value("events(refused)", { at: 0 })).toBeNaN();
  });
});

describe("time", () => {
  const cells = column(series, "weak_ties");
  const trust = column(series, "mean_trust_share");
  test("a window takes the mean, the highest, the lowest sample and the trend", () => {
    const span = { from: 10, to: 50 };
    const sampled = Array.from({ length: 40 }, (_, at) => cells[11 + at] ?? Number.NaN);
    expect(value("weak_ties", { mean: span })).toBeCloseTo(mean(sampled), 10);
    expect(value("weak_ties", { max: span })).toBe(Math.max(...sampled));
    expect(value("weak_ties", { min: span })).toBe(Math.min(...sampled));
    expect(value("tick", { trend: span })).toBeCloseTo(52, 10);
    expect(value("weak_ties", { change: span })).toBe((cells[50] ?? 0) - (cells[10] ?? 0));
  });

  test("the first tick at which a condition holds", () => {
    const level = ((trust[0] ?? 0) + (trust[TICKS] ?? 0)) / 2;
    const rises = (trust[TICKS] ?? 0) > (trust[0] ?? 0);
    const first = trust.findIndex((one) => (rises ? one > level : one < level));
    expect(first).toBeGreaterThan(0);
    const condition = `mean_trust_share ${rises ? ">" : "<"} ${level}`;
    expect(values(["tick", "weak_ties"], { first: condition })).toEqual([first, cells[first]]);
    expect(value("tick", { first: "tick >= 7 and not weak_ties < 0" })).toBe(7);
    expect(value("tick", { first: "weak_ties < 0 or tick = 9" })).toBe(9);
    expect(value("tick", { first: "weak_ties < 0" })).toBeNaN();
    // Before the first tick, rates are undefined: neither the comparison nor its opposite holds.
    expect(value("tick", { first: "payoff > 1e9" })).toBeNaN();
    expect(value("tick", { first: "not payoff > 1e9" })).toBe(1);
    const [every] = performRun(
      makeExperiment({ ...setup, outcomes: [makeValue("tick", { when: { first: "tick >= 7" }, every: 5 })] }),
      task,
      {},
    ).values;
    expect(every).toBe(10);
  });
});

test("looking changes no run", () => {
  const outcomes = [
    makeValue("max(overlap of strong ties) + payoff of top 3 by degree", { when: { mean: { from: 0, to: TICKS } } }),
    makeValue("trust_score of ties to focal", { name: "b", when: { first: "events(gossip) > 1e9" } }),
  ];
  const plain = performRun(makeExperiment(setup), task, {});
  expect(performRun(makeExperiment({ ...setup, outcomes }), task, {}).stateHash).toBe(plain.stateHash);
  const run = makeRun({ ...setup, seed: "study-1" });
  for (const _ of runFiles(run, { ticks: TICKS, every: 60 }));
  expect(plain.stateHash).toBe(stateHash(run));
});
