import { describe, expect, test } from "vitest";
import type { Comparison, Contrast } from "../../../study/contrasts/contrast.ts";
import { createContrastAnalyzer, createFileContrastAnalyzer } from "../../../study/contrasts/contrast-analyzer.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { createPlan, type Plan } from "../../../study/plan.ts";
import { repeatable } from "../../helpers/experiment-files.ts";
import { makeArm, makeExperiment, makeOutcome } from "../../helpers/make-experiment.ts";

/** Two factors, two arms and some replicates: 3 × 2 × 2 combinations, the first factor slowest. */
const design: Partial<Experiment> = {
  factors: [
    { name: "follow_up_interval", values: { levels: [4, 13, "never"] } },
    { name: "gossip", values: { levels: [true, false] } },
  ],
  arms: [makeArm("none"), makeArm("keep")],
  outcomes: [makeOutcome({ name: "trust" })],
};

const asked = (comparison: Comparison, more: Partial<Contrast> = {}): Contrast => ({
  name: "asked",
  outcome: "trust",
  comparison,
  ...more,
});

/** The only contrast of an experiment with given values by combination and replicate. */
function judge(contrast: Contrast, values: readonly (readonly number[])[], changes: Partial<Experiment> = design) {
  const replicates = values[0]?.length ?? 0;
  const plan = createPlan(makeExperiment({ ...changes, contrasts: [contrast], replicates }));
  const analyzer = createFileContrastAnalyzer(plan);
  for (const [combination, own] of values.entries()) analyzer.add(combination, [Float64Array.from(own)]);
  const [judged] = analyzer.judge();
  return judged ?? expect.fail("no contrast");
}

const all = { levels: {} };
const on = { levels: { gossip: [true] } };
const off = { levels: { gossip: [false] } };

/** Twelve combinations whose values a function of their number and the replicate gives. */
const twelve = (of: (combination: number, replicate: number) => number, replicates = 3) =>
  Array.from({ length: 12 }, (_, combination) => Array.from({ length: replicates }, (__, replicate) => of(combination, replicate)));

describe("a contrast, worked out by hand", () => {
  test("is the difference of two groups, averaged over the rest of the design and paired by replicate", () => {
    // In each combination, replicate r adds 100 r, which cancels. Gossip is on in combinations 0, 1, 4, 5, 8, 9.
    const values = twelve((combination, replicate) => 100 * replicate + (combination % 4 < 2 ? 5 + replicate : 2));
    const { n, mean, low, high, verdict } = judge(
      asked({ kind: "difference", groups: [on, off] }, { expect: { above: 0 } }),
      values,
    );
    // Differences are 3, 4 and 5: sd 1, standard error 1/√3, quantile 4.302653.
    expect([n, mean, verdict]).toEqual([3, 4, "holds"]);
    expect(low).toBeCloseTo(4 - 4.302653 / Math.sqrt(3), 9);
    expect(high).toBeCloseTo(4 + 4.302653 / Math.sqrt(3), 9);
  });

  test("takes only the runs of its arm and levels", () => {
    const values = twelve((combination) => combination);
    const one = { arm: "keep", levels: { follow_up_interval: [4, "never"], gossip: [true] } }; // combinations 1 and 9
    const other = { arm: "none", levels: { follow_up_interval: [13] } }; // combinations 4 and 6
    expect(judge(asked({ kind: "difference", groups: [one, other] }), values).mean).toBe(5 - 5);
    expect(judge(asked({ kind: "difference", groups: [one, all] }), values).mean).toBeCloseTo(5 - 5.5, 12);
  });

  test("is a difference of differences", () => {
    const cell = (arm: string, gossip: boolean) => ({ arm, levels: { gossip: [gossip] } });
    const groups = [cell("keep", true), cell("keep", false), cell("none", true), cell("none", false)] as const;
    // With gossip the arm keep gains 7, without it 3.
    const gain = (combination: number) => (combination % 2 === 1 ? (combination % 4 < 2 ? 7 : 3) : 0);
    const values = twelve((combination, replicate) => gain(combination) + replicate * combination);
    expect(judge(asked({ kind: "difference of differences", groups }), values).mean).toBeCloseTo(4, 12);
  });

  test("is a ratio of means, not a mean of ratios, with the interval of the jackknife", () => {
    const values = twelve((combination, replicate) => (combination % 4 < 2 ? [6, 2][replicate] : 2) ?? 0, 2);
    const { mean, low, high } = judge(asked({ kind: "ratio", groups: [on, off] }), values);
    // 4 ÷ 2; without the first replicate 1, without the second 3: a standard error of 1
    expect(mean).toBe(2);
    expect([low, high]).toEqual([expect.closeTo(2 - 12.706205, 9), expect.closeTo(2 + 12.706205, 9)]);
  });

  test("is a ratio without an interval if its denominator may be 0", () => {
    const values = twelve((combination, replicate) => (combination % 4 < 2 ? 5 : replicate - 0.9));
    expect(judge(asked({ kind: "ratio", groups: [on, off] }, { expect: { above: 0 } }), values)).toMatchObject({
      low: Number.NaN,
      high: Number.NaN,
      verdict: "undecided",
    });
  });

  test("is the least-squares slope over a factor", () => {
    const factors = [{ name: "blow_off", values: { levels: [0, 0.1, 0.4] } }];
    const { mean } = judge(
      asked({ kind: "slope", factor: "blow_off", within: all }),
      [
        [1, 2],
        [2, 2],
        [2, 3],
      ],
      { factors },
    );
    // x − mean: −1/6, −1/15, 7/30, squares 13/150; replicate 1: (−1/6 − 2/15 + 14/30) ÷ 13/150 = 25/13, replicate 2: 7/30 · 150/13
    expect(mean).toBeCloseTo((25 / 13 + 35 / 13) / 2, 12);
  });

  test("is the level with the highest mean, and how far resampling moves it", () => {
    const clear = twelve((combination) => (combination >= 8 ? 3 : combination >= 4 ? 5 : 1));
    const contrast = asked({ kind: "maximum", factor: "follow_up_interval", within: all }, { expect: { least: 6, most: 30 } });
    expect(judge(contrast, clear)).toMatchObject({ n: 3, mean: 13, low: 13, high: 13, verdict: "holds" });
    // One replicate of three prefers never: resamples with two or three of it do too.
    const split = twelve((combination, replicate) => (combination >= 8 ? (replicate === 0 ? 9 : 0) : combination >= 4 ? 5 : 1));
    expect(judge(contrast, split)).toMatchObject({ mean: 13, low: 13, high: Number.POSITIVE_INFINITY, verdict: "undecided" });
  });

  test("leaves out replicates in which a run of either group is missing, and only those", () => {
    const values = twelve((combination, replicate) => (combination === 5 && replicate === 1 ? Number.NaN : combination));
    expect(judge(asked({ kind: "difference", groups: [on, off] }), values).n).toBe(2);
    const others = { levels: { follow_up_interval: [4] } };
    const last = { levels: { follow_up_interval: ["never"] } };
    expect(judge(asked({ kind: "difference", groups: [others, last] }), values).n).toBe(3);
  });

  test("is exactly 0 if the runs are equal, so that rounding decides nothing", () => {
    const draw = repeatable(3);
    const noise = Array.from({ length: 60 }, draw);
    const equal = twelve((combination, replicate) => noise[(combination >> 2) * 10 + replicate] ?? 0, 10);
    const same = asked({ kind: "difference", groups: [on, off] }, { expect: { above: 0 } });
    expect(judge(same, equal)).toMatchObject({ mean: 0, low: 0, high: 0, verdict: "fails" });
    const factors = [{ name: "blow_off", values: { levels: [0, 0.1, 0.7] } }];
    const flat = [0.1, 0.1, 0.1].map((value) => [value, 0.3, 0.7]);
    expect(judge(asked({ kind: "slope", factor: "blow_off", within: all }), flat, { factors })).toMatchObject({ mean: 0, low: 0 });
  });
});

describe("main effects and interactions of a factorial", () => {
  function effectsOf(plan: Plan, values: readonly (readonly number[])[]) {
    const analyzer = createContrastAnalyzer(plan);
    for (const [combination, own] of values.entries()) analyzer.add(combination, [Float64Array.from(own)]);
    return analyzer.judge();
  }

  test("are the coefficients of lm with centered factors", () => {
    const factors = [
      { name: "gossip", values: { levels: [true, false] } },
      { name: "blow_off", values: { levels: [0, 0.4] } },
    ];
    const plan = createPlan(makeExperiment({ factors, arms: [makeArm("base")], replicates: 2, outcomes: design.outcomes ?? [] }));
    const values = [
      [5.1, 4.7],
      [3.2, 3.9],
      [4.4, 4.0],
      [4.1, 2.2],
    ];
    // lm(y ~ I(gossip - 0.5) * I(blow_off / 0.4 - 0.5)) in R
    const found = effectsOf(plan, values).map(({ origin, contrast: { name }, mean }) => [origin, name, Number(mean.toFixed(12))]);
    expect(found).toEqual([
      ["main effect", "gossip on − off", 0.55],
      ["main effect", "blow_off 0.4 − 0", -1.2],
      ["interaction", "gossip on − off × blow_off 0.4 − 0", -0.3],
    ]);
  });

  test("take numbers from lowest to highest, choices from the first, and arms as a factor", () => {
    const factors = [
      { name: "follow_up_interval", values: { levels: ["never", 13, 4] } },
      { name: "network", values: { levels: ["circles", "random", "small_world"] } },
    ];
    const plan = createPlan(makeExperiment({ factors, arms: [makeArm("none"), makeArm("keep")] }));
    const judged = createContrastAnalyzer(plan).judge();
    expect(judged.filter(({ origin }) => origin === "main effect").map(({ contrast }) => contrast.name)).toEqual([
      "arm keep − none",
      "follow_up_interval never − 4",
      "network random − circles",
      "network small_world − circles",
    ]);
    expect(judged.filter(({ origin }) => origin === "interaction")).toHaveLength(5);
  });

  test("are not made of designs with holes, or without factors", () => {
    const none = (changes: Partial<Experiment>) => createContrastAnalyzer(createPlan(makeExperiment(changes))).judge();
    expect(none({ arms: [makeArm("a"), makeArm("b")] })).toEqual([]);
    const points = [
      { blow_off: 0, gossip: true },
      { blow_off: 0.4, gossip: false },
    ];
    const factors = [
      { name: "blow_off", values: { levels: [0, 0.4] } },
      { name: "gossip", values: { levels: [true, false] } },
    ];
    expect(none({ factors, design: { kind: "list", points } })).toEqual([]);
  });
});

describe("a contrast, as R computes it", () => {
  const groups = [
    { arm: "keep", levels: {} },
    { arm: "none", levels: {} },
  ] as const;

  test("has the interval of a paired t test", () => {
    // t.test(keep, none, paired = TRUE, conf.level = 0.9)
    const keep = [3.1, 4.7, 2.2, 9.8, 5.5, 6.1, 7.3, 4.4];
    const none = [2.9, 4.1, 2.6, 8.1, 5.9, 4.8, 6.6, 3.3];
    const found = judge(asked({ kind: "difference", groups }), [none, keep], { ...design, factors: [], confidence: 0.9 });
    expect(found).toMatchObject({
      n: 8,
      mean: expect.closeTo(0.6, 9),
      low: expect.closeTo(0.0861134829563, 6),
      high: expect.closeTo(1.1138865170437, 6),
    });
  });

  test("has the mean of the slopes of lm, and their t interval", () => {
    const factors = [{ name: "blow_off", values: { levels: [0, 0.1, 0.4, 0.8] } }];
    const byLevel = [
      [1, 2, 1],
      [2, 2, 1],
      [2, 3, 3],
      [5, 4, 3],
    ];
    const found = judge(asked({ kind: "slope", factor: "blow_off", within: all }), byLevel, { factors });
    expect(found).toMatchObject({
      mean: expect.closeTo(3.333333333333, 9),
      low: expect.closeTo(0.777423014349, 5),
      high: expect.closeTo(5.889243652318, 5),
    });
  });
});
