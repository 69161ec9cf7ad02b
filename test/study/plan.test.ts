import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factor } from "../../study/experiment.ts";
import { createPlan, type Plan, runAt, workOrder } from "../../study/plan.ts";
import { makeArm, makeExperiment } from "../helpers/make-experiment.ts";

const blowOff: Factor = { name: "blow_off", values: { levels: [0, 0.4] } };
const gossip: Factor = { name: "gossip", values: { levels: [true, false] } };

/** A plan with the given numbers of points, arms and replicates. */
function planOf(points: number, arms: number, replicates: number): Plan {
  const levels = Array.from({ length: points }, (_, at) => at / 100);
  return createPlan(
    makeExperiment({
      factors: [{ name: "blow_off", values: { levels } }],
      arms: Array.from({ length: arms }, (_, at) => makeArm(`arm_${at}`)),
      replicates,
    }),
  );
}

const sizes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }));

describe("runs are numbered in design order", () => {
  test("by point, then arm, then replicate", () => {
    const plan = createPlan(
      makeExperiment({ factors: [gossip, blowOff], arms: [makeArm("as_is"), makeArm("keep")], replicates: 2, seed: "tiny" }),
    );
    expect([plan.points.length, plan.combinations, plan.runs]).toEqual([4, 8, 16]);
    const told = (number: number) => {
      const { point, arm, replicate, seed } = runAt(plan, number);
      return [point.gossip, point.blow_off, arm.name, replicate, seed];
    };
    expect([0, 1, 2, 3, 4, 8, 15].map(told)).toEqual([
      [true, 0, "as_is", 1, "tiny-1"],
      [true, 0, "as_is", 2, "tiny-2"],
      [true, 0, "keep", 1, "tiny-1"],
      [true, 0, "keep", 2, "tiny-2"],
      [true, 0.4, "as_is", 1, "tiny-1"],
      [false, 0, "as_is", 1, "tiny-1"],
      [false, 0.4, "keep", 2, "tiny-2"],
    ]);
  });

  test("all points and arms of a replicate share its seed, and no two replicates share a seed", () => {
    const plan = planOf(3, 2, 5);
    const seeds = new Map<number, Set<string>>();
    for (let number = 0; number < plan.runs; number++) {
      const { replicate, seed } = runAt(plan, number);
      seeds.set(replicate, (seeds.get(replicate) ?? new Set()).add(seed));
    }
    expect([...seeds.values()].map((of) => of.size)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set([...seeds.values()].flatMap((of) => [...of])).size).toBe(5);
  });

  test("no two runs have the same id", () => {
    const plan = planOf(7, 3, 12);
    expect(new Set(Array.from({ length: plan.runs }, (_, number) => runAt(plan, number).id)).size).toBe(7 * 3 * 12);
  });

  test("without factors there is one point", () => {
    const plan = createPlan(makeExperiment({ arms: [makeArm("a"), makeArm("b")], replicates: 2 }));
    expect(plan.points).toEqual([{}]);
    expect(Array.from({ length: 4 }, (_, number) => runAt(plan, number).arm.name)).toEqual(["a", "a", "b", "b"]);
  });

  test("a point in several rows of a design is run once", () => {
    const plan = createPlan(makeExperiment({ factors: [gossip], design: { kind: "saltelli", base: 8 }, replicates: 2 }));
    expect([plan.rows.length, plan.points.length, plan.runs]).toEqual([8 * 3, 2, 4]);
    expect(new Set(plan.rows)).toEqual(new Set([0, 1]));
  });
});

describe("an addition does not change the ids and seeds of existing runs", () => {
  const runsOf = (plan: Plan) =>
    Array.from({ length: plan.runs }, (_, number) => runAt(plan, number)).map(({ id, seed, arm, point, replicate }) =>
      JSON.stringify([id, seed, arm.name, point.blow_off, replicate]),
    );
  const before = { factors: [blowOff], arms: [makeArm("a"), makeArm("b")], replicates: 3 };
  test.each([
    ["a value in the midst of a grid", { factors: [{ name: "blow_off", values: { levels: [0, 0.2, 0.4] } }] }, 18],
    ["an arm before the others", { arms: [makeArm("new"), ...before.arms] }, 18],
    ["a replicate", { replicates: 4 }, 16],
  ])("%s", (_, more, runs) => {
    const after = runsOf(createPlan(makeExperiment({ ...before, ...more })));
    expect(after).toHaveLength(runs);
    expect(after).toEqual(expect.arrayContaining(runsOf(createPlan(makeExperiment(before)))));
  });
});

describe("the order of work", () => {
  test("contains every run once", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const plan = planOf(...size);
        expect([...workOrder(plan)].sort((a, b) => a - b)).toEqual(Array.from({ length: plan.runs }, (_, number) => number));
      }),
    );
  });

  test("goes replicate by replicate, so no combination is ever more than one run ahead of another", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const plan = planOf(...size);
        const done = new Map(Array.from({ length: plan.combinations }, (_, combination) => [combination, 0]));
        for (const number of workOrder(plan)) {
          const { arm, point, replicate } = runAt(plan, number);
          const combination = plan.points.indexOf(point) * size[1] + plan.experiment.arms.indexOf(arm);
          const before = done.get(combination) ?? Number.NaN;
          expect(replicate).toBe(before + 1);
          done.set(combination, before + 1);
          expect(Math.max(...done.values()) - Math.min(...done.values())).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("shards", () => {
  const divided = fc.tuple(sizes, fc.integer({ min: 1, max: 10 }));
  const shardsOf = (plan: Plan, of: number) => Array.from({ length: of }, (_, at) => [...workOrder(plan, { number: at + 1, of })]);
  const combinationOf = (plan: Plan, number: number) => Math.floor(number / plan.experiment.replicates);

  test("together contain every run once, each in the order of a single machine", () => {
    fc.assert(
      fc.property(divided, ([size, of]) => {
        const plan = planOf(...size);
        const whole = [...workOrder(plan)];
        const shards = shardsOf(plan, of);
        expect(shards.flat().sort((a, b) => a - b)).toEqual([...whole].sort((a, b) => a - b));
        for (const shard of shards) expect(shard).toEqual(whole.filter((number) => shard.includes(number)));
      }),
    );
  });

  test("have equally many runs of each replicate, give or take one", () => {
    fc.assert(
      fc.property(divided, ([size, of]) => {
        const plan = planOf(...size);
        for (let replicate = 0; replicate < size[2]; replicate++) {
          const counts = shardsOf(plan, of).map((shard) => shard.filter((number) => number % size[2] === replicate).length);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("with two runs or more never consist of one combination, if there are several", () => {
    fc.assert(
      fc.property(divided, ([size, of]) => {
        const plan = planOf(...size);
        fc.pre(plan.combinations > 1);
        for (const shard of shardsOf(plan, of).filter((numbers) => numbers.length > 1))
          expect(new Set(shard.map((number) => combinationOf(plan, number))).size).toBeGreaterThan(1);
      }),
    );
  });

  // If runs at one design point are slow, they must not all fall to one machine.
  test("divide the runs of each combination among them, if there are enough replicates", () => {
    const plan = planOf(6, 1, 12);
    for (let combination = 0; combination < 6; combination++) {
      const counts = shardsOf(plan, 3).map((shard) => shard.filter((number) => combinationOf(plan, number) === combination).length);
      expect(counts).toEqual([4, 4, 4]);
    }
  });
});
