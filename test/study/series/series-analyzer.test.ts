import { describe, expect, test } from "vitest";
import type { Experiment } from "../../../study/experiment.ts";
import { createPlan } from "../../../study/plan.ts";
import { createSeriesAnalyzer } from "../../../study/series/series-analyzer.ts";
import { makeArm, makeExperiment } from "../../helpers/make-experiment.ts";

const base: Partial<Experiment> = {
  ticks: 10,
  series: { every: 5, measures: ["weak_ties", "strong_ties"] },
  arms: [makeArm("none"), makeArm("keep")],
  replicates: 3,
};

type Value = (combination: number, replicate: number, tick: number) => number | null;

/** Feeds all runs of an experiment: weak ties as given, strong ties 7. */
function analyze(experiment: Experiment, value: Value) {
  const plan = createPlan(experiment);
  const analyzer = createSeriesAnalyzer(plan) ?? expect.fail("no series");
  const { arms, replicates } = experiment;
  const combinations = plan.points.flatMap((_, point) =>
    arms.map((__, arm) => {
      analyzer.begin(point, arm);
      for (let replicate = 1; replicate <= replicates; replicate++)
        analyzer.add(
          replicate,
          [0, 5, 10].map((tick) => [tick, value(point * arms.length + arm, replicate, tick), 7]),
        );
      return analyzer.end();
    }),
  );
  return { combinations, summary: analyzer.finish() };
}

describe("series over time", () => {
  test("are means over replicates at each tick, with the interval of Student's t", () => {
    const { combinations, summary } = analyze(makeExperiment(base), (arm, replicate, tick) => tick + 10 * arm + 2 * replicate);
    expect(summary.ticks).toEqual([0, 5, 10]);
    // 2, 4, 6 at tick 0: sd 2 over three replicates
    const half = (4.302653 * 2) / Math.sqrt(3);
    expect(combinations[0]?.value(0, 0)).toEqual({
      n: 3,
      mean: 4,
      low: expect.closeTo(4 - half, 9),
      high: expect.closeTo(4 + half, 9),
    });
    expect(summary.lines.map(({ name, estimates }) => [name, estimates[0]?.map(({ mean }) => mean)])).toEqual([
      ["none", [4, 9, 14]],
      ["keep", [14, 19, 24]],
    ]);
  });

  test("have differences paired by replicate, from the first arm at the same point", () => {
    const { combinations, summary } = analyze(makeExperiment(base), (arm, replicate, tick) => tick * arm + 100 * replicate);
    expect(combinations[0]?.difference(0, 1)).toBeUndefined();
    expect(combinations[1]?.difference(0, 1)).toEqual({ n: 3, mean: 5, low: 5, high: 5 });
    expect(summary.differences.map(({ name, place }) => [name, place])).toEqual([["keep", 1]]);
  });

  test("leave out undefined values, and replicates without one of both in differences", () => {
    const { combinations } = analyze(makeExperiment(base), (arm, replicate, tick) => (arm === 0 && replicate === 2 ? null : tick));
    expect(combinations[0]?.value(0, 2)).toMatchObject({ n: 2, mean: 10 });
    expect(combinations[1]?.difference(0, 2)).toMatchObject({ n: 2, mean: 0 });
  });

  test("with a single arm, differences are from the first design point", () => {
    const factors = [{ name: "gossip", values: { levels: [true, false] } }];
    const { summary } = analyze(
      makeExperiment({ ...base, factors, arms: [makeArm("base")] }),
      (point, replicate) => 3 * point + replicate,
    );
    expect(summary.lines.map(({ name }) => name)).toEqual(["gossip on", "gossip off"]);
    expect(summary.differences.map(({ name, estimates }) => [name, estimates[0]?.[0]?.mean])).toEqual([["gossip off", 3]]);
  });

  test("of many design points are averaged over them, replicate by replicate", () => {
    const factors = [{ name: "blow_off", values: { levels: [0, 0.1, 0.2, 0.3] } }];
    const { summary } = analyze(makeExperiment({ ...base, factors }), (combination, replicate) => combination * replicate);
    // arm none: combinations 0, 2, 4, 6, mean 3 times the replicate; arm keep: 1, 3, 5, 7, mean 4 times
    expect(summary.isAveraged).toBe(true);
    expect(summary.lines.map(({ name, estimates }) => [name, estimates[0]?.[0]?.mean])).toEqual([
      ["none", 6],
      ["keep", 8],
    ]);
    expect(summary.differences[0]?.estimates[0]?.[0]).toMatchObject({ n: 3, mean: 2 });
  });
});
