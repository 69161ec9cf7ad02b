import { describe, expect, test } from "vitest";
import { createMarginals } from "../../study/marginal-means.ts";
import { createPlan } from "../../study/plan.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";

const factors = [
  { name: "blow_off", values: { levels: [0, 0.4] } },
  { name: "gossip", values: { levels: [true, false] } },
];

/** Four points and two arms, with values by point, arm and replicate. */
function marginalsOf(values: readonly (readonly (readonly number[])[])[]) {
  const replicates = values[0]?.[0]?.length ?? 0;
  const arms = [makeArm("none"), makeArm("keep")];
  const plan = createPlan(makeExperiment({ factors, arms, replicates, outcomes: [makeOutcome({ name: "trust" })] }));
  const marginals = createMarginals(plan);
  for (const ofPoint of values) marginals.add(ofPoint.map((own) => [Float64Array.from(own)]));
  return marginals.finish();
}

describe("the mean of a level over all other factors", () => {
  // by point (0 on, 0 off, 0.4 on, 0.4 off): arm none, arm keep
  const values = [
    [
      [1, 3],
      [2, 5],
    ],
    [
      [3, 5],
      [4, 5],
    ],
    [
      [7, 9],
      [7, 9],
    ],
    [
      [9, 9],
      [9, 13],
    ],
  ];

  test("has the t interval of its means by replicate", () => {
    const [[[none]]] = marginalsOf(values).values;
    // 0: replicates 2 and 4; 0.4: 8 and 9. With two replicates, the quantile is 12.706205.
    expect(none?.map(({ level, text, n, mean }) => [level, text, n, mean])).toEqual([
      [0, "blow_off 0", 2, 3],
      [0.4, "blow_off 0.4", 2, 8.5],
    ]);
    expect(none?.map(({ low }) => low)).toEqual([expect.closeTo(3 - 12.706205, 9), expect.closeTo(8.5 - 12.706205 / 2, 9)]);
  });

  test("has paired differences from the first arm", () => {
    const [[, gossip]] = marginalsOf(values).differences;
    // on: replicates (1 + 0) / 2 and (2 + 0) / 2; off: (1 + 0) / 2 and (0 + 4) / 2
    expect(gossip?.[1]?.map(({ mean }) => mean)).toEqual([0.75, 1.25]);
  });

  test("leaves out runs without a value", () => {
    const [[[none]]] = marginalsOf([
      [
        [1, Number.NaN],
        [0, 0],
      ],
      ...values.slice(1),
    ]).values;
    expect(none?.map(({ n, mean }) => [n, mean])).toEqual([
      [2, 3.5],
      [2, 8.5],
    ]);
  });

  test("has the t interval over points if there is a single replicate", () => {
    const single = marginalsOf(values.map((arms) => arms.map(([one = Number.NaN]) => [one])));
    expect(single.isOverReplicates).toBe(false);
    const [[[none]]] = single.values;
    expect(none?.map(({ n, mean, low }) => [n, mean, low])).toEqual([
      [2, 2, expect.closeTo(2 - 12.706205, 9)],
      [2, 8, expect.closeTo(8 - 12.706205, 9)],
    ]);
  });
});
