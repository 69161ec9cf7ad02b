import { csvLine } from "../../sim/index.ts";
import type { DesignRoles } from "../designs/design-roles.ts";
import type { Plan } from "../plan.ts";
import { levelCell } from "./factor-text.ts";

/**
 * design.csv: the rows of a design for screening in their order, with what each is in it. A point that stands in several rows is run
 * once, so runs.csv alone does not tell.
 */
export function* designLines({ points, rows, experiment }: Plan, roles: DesignRoles): Generator<string> {
  const { factors } = experiment;
  yield csvLine(["row", ...roles.columns, ...factors.map(({ name }) => name)]);
  for (const [row, point] of rows.entries())
    yield csvLine([row + 1, ...roles.rows[row], ...factors.map(({ name }) => levelCell(points[point][name]))]);
}
