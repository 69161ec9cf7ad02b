import { describe, expect, test } from "vitest";
import { designPoints } from "../../../study/designs/design-points.ts";
import { designRoles, morrisSteps } from "../../../study/designs/design-roles.ts";
import type { Factor } from "../../../study/experiment.ts";

const factors: Factor[] = [
  { name: "gossip", values: { levels: [false, true] } },
  { name: "longest_due", values: { from: 0, to: 10, whole: true } },
  { name: "blow_off", values: { from: 0, to: 0.6, whole: false } },
];
const morris = { design: { kind: "morris", trajectories: 25, levels: 4 }, factors, seed: "roles" } as const;

describe("rows of a Morris design", () => {
  test("give their trajectory, counted from 1, and the factor that differs from the previous row", () => {
    const { points, rows } = designPoints(morris);
    const roles = designRoles(morris);
    expect(roles?.columns).toEqual(["trajectory", "changed"]);
    expect(roles?.rows).toHaveLength(100);
    for (const [row, [trajectory, changed]] of (roles?.rows ?? []).entries()) {
      expect(trajectory).toBe(Math.floor(row / 4) + 1);
      const [now, before] = [points[rows[row]], points[rows[row - 1]]];
      if (row % 4 === 0) expect(changed).toBe("");
      else expect(factors.filter(({ name }) => now[name] !== before[name]).map(({ name }) => name)).toEqual([changed]);
    }
  });

  test("have the steps of their values: whole for a switch, Δ = ⅔ for numbers, rounded for whole numbers", () => {
    const { points, rows } = designPoints(morris);
    const { dimensions, changed, steps } = morrisSteps(morris);
    expect(dimensions).toBe(3);
    const span = [1, 10, 0.6];
    const sizes = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (let row = 0; row < rows.length; row++) {
      if (row % 4 === 0) {
        expect([changed[row], steps[row]]).toEqual([-1, Number.NaN]);
        continue;
      }
      const { name } = factors[changed[row]];
      const way = Number(points[rows[row]][name]) - Number(points[rows[row - 1]][name]);
      expect(steps[row]).toBeCloseTo(way / span[changed[row]], 12);
      sizes[changed[row]].add(Number(Math.abs(steps[row]).toFixed(6)));
    }
    // from 0, 3, 7 and 10: 0 to 7 and 3 to 10
    expect(sizes.map((of) => [...of])).toEqual([[1], [0.7], [0.666667]]);
  });
});

test("rows of a Saltelli design with groups and second order name the group, and which point it is taken from", () => {
  const groups = { talk: ["gossip", "blow_off"] };
  const roles = designRoles({ design: { kind: "saltelli", base: 2, groups, secondOrder: true }, factors, seed: "" });
  expect(roles?.rows.slice(0, 7)).toEqual(
    ["A", "B", "talk", "longest_due", "B, talk", "B, longest_due", "A"].map((block, row) => [row === 6 ? 2 : 1, block]),
  );
});

test("rows of a Saltelli design give their base point, counted from 1, and their part in its block", () => {
  expect(designRoles({ design: { kind: "saltelli", base: 2 }, factors, seed: "" })).toEqual({
    columns: ["base", "block"],
    rows: [1, 2].flatMap((base) => ["A", "B", "gossip", "longest_due", "blow_off"].map((block) => [base, block])),
  });
});

test("rows of other designs have no roles and no steps", () => {
  const grid = { design: { kind: "grid" }, factors: [factors[0]], seed: "" } as const;
  expect(designRoles(grid)).toBeUndefined();
  expect(() => morrisSteps(grid)).toThrow("got grid");
});
