import { csvLine } from "../../sim/index.ts";
import type { DesignRoles } from "../designs/design-roles.ts";
import { itemAt } from "../item-at.ts";
import type { Plan } from "../plan.ts";
import { levelCell } from "./factor-text.ts";

/**
 * design.csv: the rows of a Morris or Saltelli design in order, with the role of each. Rows with equal values share their runs, so
 * runs.csv does not contain the rows of the design.
 */
export function* designLines({ points, rows, experiment }: Plan, roles: DesignRoles): Generator<string> {
  const { factors } = experiment;
  yield csvLine(["row", ...roles.columns, ...factors.map(({ name }) => name)]);
  for (const [row, number] of rows.entries()) {
    const point = itemAt(points, number);
    yield csvLine([row + 1, ...itemAt(roles.rows, row), ...factors.map(({ name }) => levelCell(point[name]))]);
  }
}
