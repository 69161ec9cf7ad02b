import fc from "fast-check";
import { expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { morrisTrajectories } from "../../../study/designs/morris.ts";

const anyDesign = fc.record({
  trajectories: fc.integer({ min: 1, max: 20 }),
  dimensions: fc.integer({ min: 1, max: 12 }),
  levels: fc.integer({ min: 1, max: 8 }).map((half) => 2 * half),
  seed: fc.string(),
});

test("along a trajectory every factor changes once, by Δ = levels / (2 (levels − 1)), and the others stay", () => {
  fc.assert(
    fc.property(anyDesign, ({ trajectories, dimensions, levels, seed }) => {
      const { rows, changed } = morrisTrajectories(trajectories, dimensions, levels, seedKey(seed));
      expect(rows).toHaveLength(trajectories * (dimensions + 1) * dimensions);
      expect(changed).toHaveLength(trajectories * (dimensions + 1));
      for (let row = 0; row < changed.length; row++) {
        if (row % (dimensions + 1) === 0) {
          expect(changed[row]).toBe(-1);
          const order = changed.slice(row + 1, row + 1 + dimensions).sort();
          expect(Array.from(order)).toEqual(Array.from({ length: dimensions }, (_, factor) => factor));
          continue;
        }
        for (let factor = 0; factor < dimensions; factor++) {
          const step = rows[row * dimensions + factor] - rows[(row - 1) * dimensions + factor];
          if (factor === changed[row]) expect(Math.abs(step)).toBeCloseTo(levels / (2 * (levels - 1)), 12);
          else expect(step).toBe(0);
        }
      }
    }),
  );
});

test("all points lie on the grid, within 0 and 1", () => {
  fc.assert(
    fc.property(anyDesign, ({ trajectories, dimensions, levels, seed }) => {
      const grid = Array.from({ length: levels }, (_, level) => level / (levels - 1));
      const { rows } = morrisTrajectories(trajectories, dimensions, levels, seedKey(seed));
      expect(rows.every((place) => grid.includes(place))).toBe(true);
    }),
  );
});

test("all levels, both directions and all orders are equally likely", () => {
  const trajectories = 12_000;
  const { rows, changed } = morrisTrajectories(trajectories, 3, 4, seedKey("morris"));
  const levels = new Map<number, number>();
  const orders = new Map<string, number>();
  let up = 0;
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    const level = Math.round(3 * rows[trajectory * 12 + 1]);
    levels.set(level, (levels.get(level) ?? 0) + 1);
    const order = changed.slice(4 * trajectory + 1, 4 * trajectory + 4).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
    if (rows[trajectory * 12 + 9 + 2] > rows[trajectory * 12 + 2]) up++;
  }
  // 1 in 100,000: chi-square above 25.9 with 3 degrees of freedom, above 30.9 with 5; a count 4.42 standard deviations away
  const chiSquare = (counts: Map<unknown, number>, cells: number) =>
    [...counts.values()].reduce((sum, count) => sum + (count - trajectories / cells) ** 2 / (trajectories / cells), 0);
  expect([levels.size, orders.size]).toEqual([4, 6]);
  expect(chiSquare(levels, 4)).toBeLessThan(25.9);
  expect(chiSquare(orders, 6)).toBeLessThan(30.9);
  expect(Math.abs(up - trajectories / 2)).toBeLessThan((4.42 * Math.sqrt(trajectories)) / 2);
});

test("more trajectories do not change the first ones", () => {
  const few = morrisTrajectories(3, 5, 4, seedKey("grow"));
  const many = morrisTrajectories(9, 5, 4, seedKey("grow"));
  expect(many.rows.slice(0, few.rows.length)).toEqual(few.rows);
  expect(many.changed.slice(0, few.changed.length)).toEqual(few.changed);
});

test.each([0, 1, 3, 5])("%i levels are refused", (levels) => {
  expect(() => morrisTrajectories(1, 1, levels, seedKey(""))).toThrow(`even and 2 or more, got ${levels}`);
});
