import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { designRoles } from "../../../study/designs/design-roles.ts";
import type { Design, Factor } from "../../../study/experiment.ts";
import { createPlan, type Plan } from "../../../study/plan.ts";
import { designLines } from "../../../study/tables/design-table.ts";
import { makeExperiment } from "../../helpers/make-experiment.ts";

const factors: Factor[] = [
  { name: "gossip", values: { levels: [false, true] } },
  { name: "blow_off", values: { from: 0, to: 0.6, whole: false } },
];

function tableOf(design: Design): { plan: Plan; text: string; rows: Record<string, string>[] } {
  const plan = createPlan(makeExperiment({ factors, design }));
  const roles = designRoles(plan.experiment);
  if (roles === undefined) throw new Error("no roles");
  const text = [...designLines(plan, roles)].join("");
  return { plan, text, rows: csvParse(text) };
}

describe("design.csv of a Morris design", () => {
  const { plan, text, rows } = tableOf({ kind: "morris", trajectories: 9, levels: 4 });

  test("has columns for the row, the trajectory, the changed factor and each factor", () => {
    expect(text.split("\n", 1)[0]).toBe("row,trajectory,changed,gossip,blow_off");
    expect(rows.map(({ row }) => Number(row))).toEqual(Array.from({ length: 27 }, (_, row) => row + 1));
    expect(rows.map(({ trajectory }) => Number(trajectory))).toEqual(
      Array.from({ length: 27 }, (_, row) => Math.floor(row / 3) + 1),
    );
  });

  test("has every row, while runs.csv has each point once; the factors' values join the two", () => {
    expect(plan.points.length).toBeLessThan(27);
    const points = plan.points.map(({ gossip, blow_off }) => `${+(gossip === true)} ${blow_off}`);
    expect(new Set(rows.map((row) => `${row.gossip} ${row.blow_off}`))).toEqual(new Set(points));
  });

  test("names in each row the only factor that changed", () => {
    for (const [at, row] of rows.entries()) {
      const changed = at % 3 === 0 ? [] : factors.map(({ name }) => name).filter((name) => row[name] !== rows[at - 1][name]);
      expect(changed.join()).toBe(row.changed);
    }
  });
});

test("design.csv of a Saltelli design gives base point and block, and a block takes one value from B and the rest from A", () => {
  const { text, rows } = tableOf({ kind: "saltelli", base: 4 });
  expect(text.split("\n", 1)[0]).toBe("row,base,block,gossip,blow_off");
  expect(rows.map(({ base, block }) => `${base} ${block}`).slice(0, 5)).toEqual(["1 A", "1 B", "1 gossip", "1 blow_off", "2 A"]);
  for (let at = 0; at < 16; at += 4) {
    const [a, b, gossip, blowOff] = rows.slice(at, at + 4);
    expect([gossip.gossip, gossip.blow_off]).toEqual([b.gossip, a.blow_off]);
    expect([blowOff.gossip, blowOff.blow_off]).toEqual([a.gossip, b.blow_off]);
  }
});
