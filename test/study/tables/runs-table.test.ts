import { csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { csvLine } from "../../../sim/index.ts";
import type { Factor } from "../../../study/experiment.ts";
import { createPlan, runAt } from "../../../study/plan.ts";
import { type FinishedRun, runsColumns, runsRow, seriesColumns, seriesRows } from "../../../study/tables/runs-table.ts";
import { makeArm, makeExperiment, makeOutcome } from "../../helpers/make-experiment.ts";

const factors: Factor[] = [
  { name: "gossip", values: { levels: [true, false] } },
  { name: "follow_up_interval", values: { levels: [4, "never"] } },
  { name: "focal.openness", values: { levels: [0.25, 1] } },
];
const experiment = makeExperiment({
  factors,
  arms: [makeArm("as_is"), makeArm("keep")],
  outcomes: [makeOutcome({ name: "trust" }), makeOutcome({ name: "ties" })],
  series: { every: 10, measures: ["weak_ties", "clustering"] },
  replicates: 2,
  seed: "tiny",
});
const plan = createPlan(experiment);

function finished(number: number, changes: Partial<FinishedRun> = {}): FinishedRun {
  return {
    planned: runAt(plan, number),
    values: { ties: 7, trust: 2.5 },
    series: [],
    tableRows: () => [],
    stateHash: "0123456789abcdef",
    error: "",
    ...changes,
  };
}

const cells = (run: FinishedRun, of = experiment) => csvParseRows(csvLine(runsRow(of, run)))[0];

describe("a row of runs.csv", () => {
  test("has id, arm, factors, replicate, seed, outcomes, state hash and error, in this order", () => {
    expect(runsColumns(experiment)).toEqual([
      ...["id", "arm", "gossip", "follow_up_interval", "focal.openness", "replicate", "seed"],
      ...["trust", "ties", "state_hash", "error"],
    ]);
  });

  test("gives the run and its outcomes, each value in its column", () => {
    // The last run: off, never, 1; second arm; second replicate.
    const [id, ...others] = cells(finished(plan.runs - 1));
    expect(id).toMatch(/^[\da-f]{16}$/);
    expect(others).toEqual(["keep", "0", "Inf", "1", "2", "tiny-2", "2.5", "7", "0123456789abcdef", ""]);
    expect(cells(finished(0)).slice(1, 7)).toEqual(["as_is", "1", "4", "0.25", "1", "tiny-1"]);
  });

  test("leaves a cell empty if its outcome is undefined or was added after the run", () => {
    expect(cells(finished(0, { values: { trust: null } })).slice(7, 9)).toEqual(["", ""]);
  });

  test("skips values of outcomes that the experiment no longer lists", () => {
    expect(cells(finished(0, { values: { old: 1, trust: 2, ties: 3 } })).slice(7, 9)).toEqual(["2", "3"]);
  });

  test("of a failed run has its error but no outcomes and no state hash", () => {
    const row = cells(finished(0, { values: {}, stateHash: "", error: "not finished within its limit, 9 s" }));
    expect(row.slice(7)).toEqual(["", "", "", "not finished within its limit, 9 s"]);
  });

  test("never holds a spreadsheet formula in its seed or error", () => {
    const { planned } = finished(0);
    const row = cells({ ...finished(0), planned: { ...planned, seed: "=1+1" }, error: "-bad" });
    expect([row[6], row[10]]).toEqual(["'=1+1", "'-bad"]);
  });

  test("keeps numbers to the last bit", () => {
    const [trust, ties] = cells(finished(0, { values: { trust: 0.1 + 0.2, ties: 1e-7 } }))
      .slice(7, 9)
      .map(Number);
    expect([trust, ties]).toEqual([0.1 + 0.2, 1e-7]);
  });
});

describe("rows of series.csv", () => {
  const run = finished(1, {
    series: [
      [0, 40, null],
      [10, 41.5, 0.25],
    ],
  });

  test("give run, tick, measure and value, one row for each tick and measure", () => {
    expect(seriesColumns(experiment).slice(-3)).toEqual(["tick", "measure", "value"]);
    const rows = [...seriesRows(experiment, run)].map((row) => csvParseRows(csvLine(row))[0]);
    const own = cells(run).slice(0, 7);
    expect(rows).toEqual([
      [...own, "0", "weak_ties", "40"],
      [...own, "0", "clustering", ""],
      [...own, "10", "weak_ties", "41.5"],
      [...own, "10", "clustering", "0.25"],
    ]);
  });

  test("have as many cells as their header", () => {
    for (const row of seriesRows(experiment, run)) expect(row).toHaveLength(seriesColumns(experiment).length);
    expect(runsRow(experiment, run)).toHaveLength(runsColumns(experiment).length);
  });

  test("are not written for a failed run or an experiment without series", () => {
    expect([...seriesRows(experiment, finished(0))]).toEqual([]);
    const { series: _, ...without } = experiment;
    expect([...seriesRows(without, run)]).toEqual([]);
  });
});
