import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gini } from "../../sim/metrics/network/gini.ts";
import { averageRanks, createRankWorkspace, spearman } from "../../sim/metrics/network/spearman.ts";
import { createSorter, sortOrder } from "../../sim/metrics/sort-order.ts";

const workspace = createRankWorkspace();
const ranksOf = (values: readonly number[]) => {
  const into = new Float64Array(values.length);
  averageRanks(Float64Array.from(values), values.length, into, workspace);
  return [...into];
};
const spearmanOf = (x: readonly number[], y: readonly number[]) =>
  spearman(Float64Array.from(x), Float64Array.from(y), x.length, workspace);
const giniOf = (values: readonly number[]) => gini(Float64Array.from(values), values.length, createSorter());

/** Average rank by the definition: the number of smaller values plus the middle of the equal ones. */
const ranksFromDefinition = (values: readonly number[]) =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (at: number) => number) => x.reduce((total, _, at) => total + f(at), 0);
  const xy = sum((at) => (x[at] - mx) * (y[at] - my));
  return xy / Math.sqrt(sum((at) => (x[at] - mx) ** 2) * sum((at) => (y[at] - my) ** 2));
}

/** Doubles of all kinds; a few small numbers, for ties; and many numbers that differ only in their last bits. */
const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constant(-0),
  fc.nat(7).map((k) => 1 + k * Number.EPSILON),
  fc.nat(200).map((k) => -0.3 - k * 2 ** -50),
);
const manyNumbers = fc.array(anyNumber, { maxLength: 400, size: "max" });

test("sorting orders any numbers, keeps equal ones in order and returns where their runs begin", () => {
  const sorter = createSorter();
  fc.assert(
    fc.property(manyNumbers, (values) => {
      sortOrder(Float64Array.from(values), values.length, sorter);
      const expected = values.map((_, place) => place).sort((a, b) => (values[a] < values[b] ? -1 : +(values[a] > values[b])));
      const order = [...sorter.order.subarray(0, values.length)];
      // −0 and 0 are equal and can come in either order
      expect(order.map((place) => values[place] + 0)).toEqual(expected.map((place) => values[place] + 0));
      expect(order).toEqual(expected);
      const sorted = order.map((place) => values[place]);
      expect([...sorter.runs.subarray(0, values.length)]).toEqual(sorted.map((value) => sorted.indexOf(value)));
    }),
  );
});

test("numbers that differ only in their last bits are sorted correctly, however many there are", () => {
  const steps = Array.from({ length: 5000 }, (_, k) => (k * 7919) % 5000);
  const sorter = createSorter();
  sortOrder(
    Float64Array.from(steps, (step) => 0.5 + step * 2 ** -52),
    steps.length,
    sorter,
  );
  expect([...sorter.order.subarray(0, 5000)].map((place) => steps[place])).toEqual([...steps.keys()]);
});

describe("average ranks", () => {
  test("equal values share the mean of their ranks", () => expect(ranksOf([3, 1, 3, 2, 3])).toEqual([4, 1, 4, 2, 4]));
  test("−0 is equal to 0", () => expect(ranksOf([0, -0, 1])).toEqual([1.5, 1.5, 3]));
  test("match the definition for any values", () => {
    fc.assert(
      fc.property(manyNumbers, (values) => {
        expect(ranksOf(values)).toEqual(ranksFromDefinition(values));
      }),
    );
  });
  test("are correct with more distinct values than are counted", () => {
    const values = Array.from({ length: 18_000 }, (_, k) => ((k * 7919) % 4500) / 4500);
    expect(ranksOf(values)).toEqual(values.map((value) => 4 * Math.round(value * 4500) + 2.5)); // each value occurs four times
  });
  test("are correct with few frequent values, which are counted instead of sorted", () => {
    const often = fc.array(fc.constantFrom(0, -0, 1 / 3, 2 / 7, 0.5, -1, 1e300, Number.NEGATIVE_INFINITY), {
      minLength: 40,
      maxLength: 400,
      size: "max",
    });
    fc.assert(
      fc.property(often, (values) => {
        expect(ranksOf(values)).toEqual(ranksFromDefinition(values));
      }),
    );
  });
});

describe("Spearman's rank correlation", () => {
  // Hours of television a week and IQ of ten people: ρ = −29/165, a common textbook example.
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const television = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  test("of a published example", () => expect(spearmanOf(iq, television)).toBeCloseTo(-29 / 165, 14));
  test("worked by hand with ties: ranks 1, 2.5, 2.5, 4 and 1.5, 1.5, 3, 4", () =>
    expect(spearmanOf([1, 2, 2, 5], [0, 0, 1, 9])).toBeCloseTo((1.5 * 1 + 0 + 0 + 1.5 * 1.5) / Math.sqrt(4.5 * 4.5), 14));
  test("is 1 for any rising relation, −1 for any falling one", () => {
    const x = [0.1, 5, 7, 1000, 3];
    expect(
      spearmanOf(
        x,
        x.map((value) => value * value),
      ),
    ).toBe(1);
    expect(
      spearmanOf(
        x,
        x.map((value) => 1 / value),
      ),
    ).toBe(-1);
  });
  test("leaves out pairs with an undefined value", () =>
    expect(spearmanOf([1, Number.NaN, 2, 2, 5, 7], [0, 3, 0, 1, 9, Number.NaN])).toBe(spearmanOf([1, 2, 2, 5], [0, 0, 1, 9])));
  test("is undefined if one side is constant or empty", () => {
    expect(spearmanOf([1, 2, 3], [4, 4, 4])).toBeNaN();
    expect(spearmanOf([4, 4, 4], [1, 2, 3])).toBeNaN();
    expect(spearmanOf([], [])).toBeNaN();
  });
  test("equals the correlation of average ranks for any pairs", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyNumber, anyNumber), { minLength: 2, maxLength: 200, size: "max" }), (pairs) => {
        const x = pairs.map(([one]) => one);
        const y = pairs.map(([, other]) => other);
        const expected = correlation(ranksFromDefinition(x), ranksFromDefinition(y));
        if (Number.isNaN(expected)) expect(spearmanOf(x, y)).toBeNaN();
        else expect(spearmanOf(x, y)).toBeCloseTo(expected, 12);
      }),
    );
  });
});

describe("Gini coefficient", () => {
  test("is 0 if all have the same amount", () => expect(giniOf([7, 7, 7, 7])).toBe(0));
  test("is (n − 1)/n if one has everything", () => expect(giniOf([0, 0, 12, 0])).toBe(3 / 4));
  test("of 1, 2, 3 is 2/9: differences of 8 in all over 2·9·2", () => expect(giniOf([3, 1, 2])).toBeCloseTo(2 / 9, 15));
  test("is undefined for a total of 0 or no agents", () => {
    expect(giniOf([0, 0, 0])).toBeNaN();
    expect(giniOf([])).toBeNaN();
  });
  test("is half the mean absolute difference divided by the mean, for any amounts", () => {
    const amounts = fc.array(fc.oneof(fc.nat(5), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(amounts, (values) => {
        const n = values.length;
        const sum = values.reduce((total, value) => total + value, 0);
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((total, d) => total + d, 0);
        if (sum === 0) expect(giniOf(values)).toBeNaN();
        else expect(giniOf(values)).toBeCloseTo(differences / (2 * n * sum), 12);
      }),
    );
  });
});
