import { formatValue } from "../../sim/index.ts";
import { columnsBesideFactors } from "../../study/tables/columns-beside-factors.ts";
import type { Faults } from "../faults.ts";

/** Columns that runs.csv always has. */
const fixedColumns: readonly string[] = ["id", "arm", "replicate", "seed", "last_tick", "state_hash", "error"];

/** The form of a name that can be a column, a word in a formula and part of a file name. */
export const NAME_PATTERN = "^[a-z][a-z0-9_]{0,39}$";

/** Checks a name that becomes a column: statistics programs must take it as it is, and no two columns may share a name. */
export function checkName(
  what: "arm" | "outcome" | "contrast" | "cause" | "group",
  name: string,
  factors: ReadonlySet<string>,
  line: number,
  faults: Faults,
): void {
  const fault = (rule: string) =>
    faults.add(line, `the name of ${/^[ao]/.test(what) ? "an" : "a"} ${what} must ${rule}, got ${formatValue(name)}`);
  if (!new RegExp(NAME_PATTERN).test(name))
    fault("start with a letter a to z, contain only a to z, 0 to 9 and _, and have at most 40 characters");
  else if (what === "cause" && columnsBesideFactors.includes(name))
    fault(`differ from the other columns of the tables (${columnsBesideFactors.join(", ")})`);
  else if (fixedColumns.includes(name)) fault(`differ from the columns of every table (${fixedColumns.join(", ")})`);
  else if (factors.has(name))
    fault(
      `differ from the factors; choose another, as in {other_${name}: ${what === "arm" ? "{…}" : what === "group" ? "[…]" : name}}`,
    );
}
