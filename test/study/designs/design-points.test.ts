import { describe, expect, test } from "vitest";
import { designPoints } from "../../../study/designs/design-points.ts";
import { designSize, mostFactors } from "../../../study/designs/design-size.ts";
import type { Design, Factor } from "../../../study/experiment.ts";

const gossip: Factor = { name: "gossip", values: { levels: [true, false] } };
const days: Factor = { name: "longest_due", values: { from: 1, to: 4, whole: true } };
const blowOff: Factor = { name: "blow_off", values: { from: 0, to: 0.8, whole: false } };
const make = (design: Design, factors: readonly Factor[], seed = "design") => designPoints({ design, factors, seed });

const kinds: readonly Design[] = [
  { kind: "grid" },
  { kind: "list", points: [{ gossip: true }, { gossip: false }, { gossip: true }] },
  { kind: "latin_hypercube", points: 9 },
  { kind: "sobol", points: 9 },
  { kind: "morris", trajectories: 4, levels: 4 },
  { kind: "saltelli", base: 5 },
];

describe("a grid", () => {
  test("combines every level with every other, and the first factor changes slowest", () => {
    const factors: Factor[] = [gossip, { name: "agents", values: { levels: [50, 100, 200] } }];
    const { points, rows } = make({ kind: "grid" }, factors);
    expect(points).toEqual([
      { gossip: true, agents: 50 },
      { gossip: true, agents: 100 },
      { gossip: true, agents: 200 },
      { gossip: false, agents: 50 },
      { gossip: false, agents: 100 },
      { gossip: false, agents: 200 },
    ]);
    expect(Array.from(rows)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("without factors has one point without values", () => {
    expect(make({ kind: "grid" }, [])).toEqual({ points: [{}], rows: Int32Array.of(0) });
  });

  test("refuses a range and names its factor", () => {
    expect(() => make({ kind: "grid" }, [gossip, days])).toThrow("got a range for longest_due");
  });
});

describe("a list", () => {
  test("keeps its order, puts values in the order of the factors and merges equal points", () => {
    const listed = [
      { blow_off: 0.3, gossip: false },
      { gossip: true, blow_off: -0 },
      { blow_off: 0.3, gossip: false },
      { blow_off: 0, gossip: true },
    ];
    const { points, rows } = make({ kind: "list", points: listed }, [gossip, blowOff]);
    expect(points).toEqual([
      { gossip: false, blow_off: 0.3 },
      { gossip: true, blow_off: 0 },
    ]);
    expect(points.map((point) => Object.keys(point))).toEqual([
      ["gossip", "blow_off"],
      ["gossip", "blow_off"],
    ]);
    expect(Array.from(rows)).toEqual([0, 1, 0, 1]);
  });

  test("tells a number from its text and a switch from its name", () => {
    const factor: Factor = { name: "x", values: { levels: [1, 2] } };
    expect(make({ kind: "list", points: [{ x: 1 }, { x: "1" }, { x: true }, { x: "true" }] }, [factor]).points).toHaveLength(4);
  });
});

describe("a Sobol design", () => {
  test("keeps its points and their order when it grows", () => {
    const few = make({ kind: "sobol", points: 20 }, [blowOff, days]).points;
    expect(make({ kind: "sobol", points: 200 }, [blowOff, days]).points.slice(0, 20)).toEqual(few);
  });

  test("puts half of 2^m points in the lower half of each range", () => {
    const { points } = make({ kind: "sobol", points: 64 }, [blowOff, { ...blowOff, name: "other" }]);
    expect(points.filter(({ blow_off }) => Number(blow_off) < 0.4)).toHaveLength(32);
    expect(points.filter(({ other }) => Number(other) < 0.4)).toHaveLength(32);
  });
});

test("a Latin hypercube has one point in each stratum of a range", () => {
  const { points } = make({ kind: "latin_hypercube", points: 40 }, [blowOff]);
  const strata = points.map(({ blow_off }) => Math.floor(Number(blow_off) / 0.02));
  expect(strata.sort((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, stratum) => stratum));
});

describe("a Morris design", () => {
  test("changes one factor per row and moves every factor from one end of its grid to the other", () => {
    const factors = [gossip, days, blowOff];
    const { points, rows } = make({ kind: "morris", trajectories: 30, levels: 4 }, factors);
    for (let row = 0; row < rows.length; row++) {
      if (row % 4 === 0) continue;
      const [now, before] = [points[rows[row]], points[rows[row - 1]]];
      expect(factors.filter(({ name }) => now[name] !== before[name])).toHaveLength(1);
    }
    const taken = (name: string) => [...new Set(points.map((point) => point[name]))].sort();
    expect(taken("blow_off")).toEqual([0, 0.266667, 0.533333, 0.8]);
    expect(taken("longest_due")).toEqual([1, 2, 3, 4]);
    expect(taken("gossip")).toEqual([false, true]);
  });
});

describe("a Saltelli design", () => {
  test("shares points between rows if factors have few values, and each row keeps its values", () => {
    const { points, rows } = make({ kind: "saltelli", base: 50 }, [gossip, days]);
    expect(rows).toHaveLength(200);
    expect(points.length).toBeLessThanOrEqual(8); // only 8 points are possible
    for (let block = 0; block < 200; block += 4) {
      const [a, b, first, second] = [0, 1, 2, 3].map((at) => points[rows[block + at]]);
      expect(first).toEqual({ ...a, gossip: b.gossip });
      expect(second).toEqual({ ...a, longest_due: b.longest_due });
    }
  });
});

describe.each(kinds)("$kind", (design) => {
  const factors = [gossip];

  test("lists each point once, in row order, and has as many rows as its size says", () => {
    const { points, rows } = make(design, factors);
    expect(rows).toHaveLength(designSize(design, factors));
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(points.length);
    let known = 0;
    for (const point of rows) {
      expect(point).toBeLessThanOrEqual(known);
      if (point === known) known++;
    }
    expect(known).toBe(points.length);
  });

  test("is the same each time", () => {
    expect(make(design, factors)).toEqual(make(design, factors));
  });
});

test.each(kinds.filter(({ kind }) => kind !== "grid" && kind !== "list"))(
  "$kind differs with the seed of the experiment",
  (design) => {
    const factors = [blowOff, { ...blowOff, name: "other" }];
    expect(make(design, factors, "one").points).not.toEqual(make(design, factors, "two").points);
  },
);

test("the size of a design is known before it is made", () => {
  const three = [gossip, days, blowOff];
  expect(designSize({ kind: "grid" }, [gossip, { name: "x", values: { levels: [1, 2, 3] } }])).toBe(6);
  expect(designSize({ kind: "grid" }, [])).toBe(1);
  expect(designSize({ kind: "grid" }, three)).toBeNaN();
  expect(designSize({ kind: "latin_hypercube", points: 1e9 }, three)).toBe(1e9);
  expect(designSize({ kind: "sobol", points: 1e9 }, three)).toBe(1e9);
  expect(designSize({ kind: "morris", trajectories: 10, levels: 4 }, three)).toBe(40);
  expect(designSize({ kind: "saltelli", base: 512 }, three)).toBe(2560);
});

test("designs based on a Sobol sequence take as many factors as it has dimensions", () => {
  expect(mostFactors("sobol")).toBe(256);
  expect(mostFactors("saltelli")).toBe(128);
  expect(mostFactors("grid")).toBe(Number.POSITIVE_INFINITY);
});
