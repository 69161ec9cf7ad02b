import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attribution } from "../../../study/attribution/attribution.ts";
import { createAttributionAnalyzer } from "../../../study/attribution/attribution-analyzer.ts";
import { attributionSentences } from "../../../study/attribution/attribution-text.ts";
import type { DesignPoint, Experiment, Factor } from "../../../study/experiment.ts";
import { createPlan } from "../../../study/plan.ts";
import { createPrecisionRule } from "../../../study/precision.ts";
import { makeExperiment, makeOutcome } from "../../helpers/make-experiment.ts";

const cause = (name: string): Factor => ({
  name,
  values: { levels: [false, true] },
  sets: { parameters: {}, focalTraits: {}, interventions: [] },
});

const experimentOf = (causes: readonly string[], changes: Partial<Experiment> = {}) =>
  makeExperiment({ design: { kind: "shapley" }, factors: causes.map(cause), outcomes: [makeOutcome({ name: "x" })], ...changes });

/** Divides a game: the value of each set of causes in each replicate. */
function divide(
  causes: readonly string[],
  value: (on: ReadonlySet<string>, replicate: number) => number,
  replicates = 2,
): Attribution {
  const plan = createPlan(experimentOf(causes, { replicates }));
  const analyzer = createAttributionAnalyzer(plan) ?? expect.fail("no analyzer");
  const onAt = (point: DesignPoint) => new Set(causes.filter((name) => point[name] === true));
  for (const point of plan.points)
    analyzer.add([[Float64Array.from({ length: replicates }, (_, replicate) => value(onAt(point), replicate))]]);
  return analyzer.finish()[0][0];
}

const contributions = ({ causes }: Attribution) => causes.map(({ contribution }) => contribution.mean);

describe("known games", () => {
  test("one left and two right gloves: only a pair is worth something", () => {
    const pair = (on: ReadonlySet<string>) => (on.has("left") && (on.has("right") || on.has("other")) ? 1 : 0);
    const found = divide(["left", "right", "other"], pair);
    // Textbook values (Osborne and Rubinstein 1994, exercise 295.2): 2/3, 1/6, 1/6.
    for (const [at, share] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(contributions(found)[at]).toBeCloseTo(share, 14);
    expect(found.causes.map(({ alone, last }) => [alone.mean, last.mean])).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  test("an airport whose runway must be as long as its largest plane needs", () => {
    const needs = { small: 1, middle: 2, large: 4, huge: 8 };
    const found = divide(Object.keys(needs), (on) => Math.max(0, ...[...on].map((name) => needs[name as keyof typeof needs])));
    // Littlechild and Owen 1973: planes share each part of the runway with all that need it.
    const parts = [1 / 4, 1 / 4 + 1 / 3, 1 / 4 + 1 / 3 + 2 / 2, 1 / 4 + 1 / 3 + 2 / 2 + 4];
    for (const [at, part] of parts.entries()) expect(contributions(found)[at]).toBeCloseTo(part, 14);
  });

  test("a game of products, worked out by hand", () => {
    // v = 10 + a + 2b + 6ab + 12abc. Each product is shared equally: a 1 + 3 + 4, b 2 + 3 + 4, c 4.
    const on = (set: ReadonlySet<string>, names: string) => Number([...names].every((name) => set.has(name)));
    const found = divide(["a", "b", "c"], (set) => 10 + on(set, "a") + 2 * on(set, "b") + 6 * on(set, "ab") + 12 * on(set, "abc"));
    for (const [at, value] of [8, 9, 4].entries()) expect(contributions(found)[at]).toBeCloseTo(value, 13);
    expect(found.total.mean).toBe(21);
    expect(found.causes.map(({ share }) => share.mean)).toEqual([8 / 21, 9 / 21, 4 / 21].map((share) => expect.closeTo(share, 14)));
    expect(found.causes.map(({ alone }) => alone.mean)).toEqual([1, 2, 0]);
    expect(found.causes.map(({ last }) => last.mean)).toEqual([19, 20, 12]);
  });
});

describe("whatever the values", () => {
  const names = ["a", "b", "c", "d"];
  const anyValues = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 48, maxLength: 48 });
  const indexOf = (on: ReadonlySet<string>) => names.reduce((index, name, at) => index + (on.has(name) ? 2 ** at : 0), 0);

  test("contributions add up to the whole", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const found = divide(names, (on, replicate) => values[16 * replicate + indexOf(on)], 3);
        const sum = contributions(found).reduce((all, value) => all + value, 0);
        expect(Math.abs(sum - found.total.mean)).toBeLessThan(1e-11);
        const whole = [0, 1, 2].reduce((all, replicate) => all + values[16 * replicate + 15] - values[16 * replicate], 0) / 3;
        expect(Math.abs(found.total.mean - whole)).toBeLessThan(1e-11);
      }),
      { seed: 1973 },
    );
  });

  test("causes that do the same get the same, and one that does nothing gets nothing", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        // a and b count only by their number, and d not at all.
        const worthOf = (on: ReadonlySet<string>) => values[Number(on.has("a")) + Number(on.has("b")) + 3 * Number(on.has("c"))];
        const [a, b, , d] = contributions(divide(names, worthOf));
        expect(Math.abs(a - b)).toBeLessThan(1e-11);
        expect(Math.abs(d)).toBeLessThan(1e-11);
      }),
      { seed: 1973 },
    );
  });

  test("each contribution is the mean over all orders, as the definition says", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const found = contributions(divide(names, (on) => values[indexOf(on)]));
        const orders = permutations(names);
        for (const [at, name] of names.entries()) {
          const gains = orders.map((order) => {
            const before = new Set(order.slice(0, order.indexOf(name)));
            return values[indexOf(new Set([...before, name]))] - values[indexOf(before)];
          });
          expect(Math.abs(found[at] - gains.reduce((sum, gain) => sum + gain, 0) / 24)).toBeLessThan(1e-11);
        }
      }),
      { seed: 1973, numRuns: 20 },
    );
  });
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe("over replicates", () => {
  // Additive: a brings 2, 4 or 6, b brings 10. The level of a replicate cancels.
  const additive = (on: ReadonlySet<string>, replicate: number) =>
    1000 * replicate + (on.has("a") ? 2 + 2 * replicate : 0) + (on.has("b") ? 10 : 0);

  test("an additive game gives main effects, with the interval of Student's t", () => {
    const [a, b] = divide(["a", "b"], additive, 3).causes;
    // sd 2, n 3: half-width 4.302653 · 2/√3
    expect(a.contribution).toEqual({ n: 3, mean: 4, low: expect.closeTo(-0.968276, 5), high: expect.closeTo(8.968276, 5) });
    expect(b.contribution).toEqual({ n: 3, mean: 10, low: 10, high: 10 });
    expect([a.alone.mean, a.last.mean]).toEqual([4, 4]);
    expect([a.share.mean, b.share.mean]).toEqual([expect.closeTo(4 / 14, 14), expect.closeTo(10 / 14, 14)]);
  });

  test("a replicate in which a subset has no value does not count at all", () => {
    const found = divide(
      ["a", "b"],
      (on, replicate) => (replicate === 1 && on.size === 1 ? Number.NaN : additive(on, replicate)),
      3,
    );
    expect(found.total).toMatchObject({ n: 2, mean: 14 });
    expect(found.causes[0].last).toMatchObject({ n: 2, mean: 4 });
  });

  test("shares of a total that cannot be told from 0 have no interval", () => {
    const sign = (replicate: number) => (replicate % 2 === 0 ? 1 : -1);
    const found = divide(["a", "b"], (on, replicate) => sign(replicate) * on.size + (on.has("a") ? 0.1 : 0), 4);
    expect(found.causes[0].share.low).toBeNaN();
    expect(attributionSentences(experimentOf(["a", "b"]), [[found]], 0.95)[0]).toBe(
      "The 2 causes together change x by 0.1 (95% interval −3.6 to 3.8, 4 replicates): the interval contains 0, so there is no clear difference to divide among them.",
    );
  });

  test("the sentence names the largest share first", () => {
    const found = divide(["a", "b"], additive, 3);
    expect(attributionSentences(experimentOf(["a", "b"]), [[found]], 0.95)).toEqual([
      "The 2 causes together change x by 14.0 (95% interval 9.0 to 19.0, 3 replicates); b brings 71% (46 to 97) of it and a 29% (3 to 54).",
    ]);
  });

  test("an experiment stops when contributions are narrow compared with the total, not when outcomes are", () => {
    const plan = createPlan(experimentOf(["a", "b"], { replicates: 8 }));
    const settle = (share: number) => {
      const rule = createPrecisionRule(plan, share);
      for (const [point, values] of plan.points.entries())
        for (let replicate = 0; replicate < 8; replicate++) {
          const on = new Set(["a", "b"].filter((name) => values[name] === true));
          // Levels differ by 1000 from replicate to replicate, and a brings 1.9 or 2.1.
          rule.add(point * 8 + replicate, [
            1000 * replicate + (on.has("a") ? 2 + (replicate % 2 === 0 ? 0.1 : -0.1) : 0) + (on.has("b") ? 10 : 0),
          ]);
        }
      return rule.settledAfter();
    };
    // After 5 replicates: sd 0.10954, half-width 2.776445 · 0.10954 / √5 = 0.136, and 0.136 / 12.02 = 0.0113.
    expect(settle(0.0114)).toBe(5);
    expect(settle(0.0112)).toBe(6);
    expect(settle(0.0001)).toBeUndefined();
  });
});
