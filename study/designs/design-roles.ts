import { itemAt } from "../item-at.ts";
import { type DesignOf, designKey } from "./design-points.ts";
import { gridValueAt, placeOf } from "./factor-values.ts";
import { indexUnits } from "./index-units.ts";
import { morrisTrajectories } from "./morris.ts";

/** The role of each row of a design: two columns of a table. */
export interface DesignRoles {
  readonly columns: readonly [string, string];
  readonly rows: readonly (readonly [number, string])[];
}

/**
 * The roles of the rows of a screening design. Morris: the trajectory, from 1, and the factor that differs from the previous row
 * (empty in the first row of a trajectory). Saltelli: the base point, from 1, and the part of its block: A, B, the factor or group
 * whose values A takes from B, or "B, " and the one whose values B takes from A.
 *
 * @returns undefined for other designs, whose rows have no roles
 */
export function designRoles(experiment: DesignOf): DesignRoles | undefined {
  const { design, factors } = experiment;
  const names = factors.map(({ name }) => name);
  if (design.kind === "saltelli") {
    const units = indexUnits(experiment).map(({ name }) => name);
    const blocks = ["A", "B", ...units, ...(design.secondOrder ? units.map((name) => `B, ${name}`) : [])];
    const rows = Array.from({ length: design.base }, (_, base) => blocks.map((block) => [base + 1, block] as const)).flat();
    return { columns: ["base", "block"], rows };
  }
  if (design.kind === "morris") {
    const changed = Array.from(morrisSteps(experiment).changed);
    const rows = changed.map((factor, row) => [Math.floor(row / (names.length + 1)) + 1, names[factor] ?? ""] as const);
    return { columns: ["trajectory", "changed"], rows };
  }
  return undefined;
}

/** The steps of a Morris design, by row. */
export interface MorrisSteps {
  readonly dimensions: number;
  /** the factor that differs from the previous row; −1 in the first row of a trajectory */
  readonly changed: Int32Array;
  /**
   * signed change of that factor, as a share of its range; NaN in the first row of a trajectory. It equals ±Δ unless values are
   * rounded, as whole numbers and listed levels are.
   */
  readonly steps: Float64Array;
}

/**
 * The steps of a Morris design, for `morrisIndices`.
 *
 * @throws RangeError for any other design
 */
export function morrisSteps({ design, factors, seed }: DesignOf): MorrisSteps {
  if (design.kind !== "morris") throw new RangeError(`only a Morris design has steps, got ${design.kind}`);
  const { trajectories, levels } = design;
  const dimensions = factors.length;
  const { rows, changed } = morrisTrajectories(trajectories, dimensions, levels, designKey(seed));
  const placeAt = (row: number, factor: number) => {
    const { values } = itemAt(factors, factor);
    const level = Math.round(itemAt(rows, row * dimensions + factor) * (levels - 1));
    return placeOf(values, gridValueAt(values, level, levels));
  };
  const steps = Float64Array.from(changed, (factor, row) =>
    factor < 0 ? Number.NaN : placeAt(row, factor) - placeAt(row - 1, factor),
  );
  return { dimensions, changed, steps };
}
