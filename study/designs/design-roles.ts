import { type DesignOf, designKey } from "./design-points.ts";
import { gridValueAt, placeOf } from "./factor-values.ts";
import { morrisTrajectories } from "./morris.ts";

/** What each row of a design is in it: two columns of a table. */
export interface DesignRoles {
  readonly columns: readonly [string, string];
  readonly rows: readonly (readonly [number, string])[];
}

/**
 * What the rows of a Morris or Saltelli design are: the trajectory, from 1, and the factor that changed since the row before (nothing
 * at the first of a trajectory); or the base point, from 1, and which of its block: A, B, or the factor that A takes from B.
 *
 * @returns undefined for other designs, whose rows have no roles
 */
export function designRoles(experiment: DesignOf): DesignRoles | undefined {
  const { design, factors } = experiment;
  const names = factors.map(({ name }) => name);
  if (design.kind === "saltelli") {
    const blocks = ["A", "B", ...names];
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
  /** the factor that changed since the row before; −1 at the first of a trajectory */
  readonly changed: Int32Array;
  /**
   * how far its value went, as a share of what lies between the ends of the factor, with its sign; NaN at the first of a trajectory.
   * It is Δ but where values are rounded, as whole numbers and listed levels are.
   */
  readonly steps: Float64Array;
}

/**
 * The steps that a Morris design takes, as `morrisIndices` needs them.
 *
 * @throws RangeError for another design
 */
export function morrisSteps({ design, factors, seed }: DesignOf): MorrisSteps {
  if (design.kind !== "morris") throw new RangeError(`steps are those of a Morris design, got ${design.kind}`);
  const { trajectories, levels } = design;
  const dimensions = factors.length;
  const { rows, changed } = morrisTrajectories(trajectories, dimensions, levels, designKey(seed));
  const placeAt = (row: number, factor: number) => {
    const { values } = factors[factor];
    return placeOf(values, gridValueAt(values, Math.round(rows[row * dimensions + factor] * (levels - 1)), levels));
  };
  const steps = Float64Array.from(changed, (factor, row) =>
    factor < 0 ? Number.NaN : placeAt(row, factor) - placeAt(row - 1, factor),
  );
  return { dimensions, changed, steps };
}
