import { formatNumber } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";

/** The most columns of a table: a matrix of 10,000 agents and their names. */
const MOST_COLUMNS = 10_001;

/** Whether a row has more cells than a table can have columns. */
export function isTooWide(row: readonly string[]): boolean {
  return row.length > MOST_COLUMNS;
}

/**
 * Stops if the first row of a table is too wide, as in a file without line ends, before anything is done for each of its columns.
 *
 * @throws InputError
 */
export function checkWidth(row: readonly string[], line: number, faults: Faults): void {
  if (isTooWide(row))
    faults.stop(
      line,
      `a table can have at most ${formatNumber(MOST_COLUMNS)} columns, got ${formatNumber(row.length)}; end each row with a line break`,
    );
}
