import { shown } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";

/** Columns of runs.csv that are always there. */
const fixedColumns: readonly string[] = ["id", "arm", "replicate", "seed", "state_hash", "error"];

/** What a name looks like, so that it can be a column, a word in a formula and part of a file's name. */
export const NAME_PATTERN = "^[a-z][a-z0-9_]{0,39}$";

/** Names of columns are those that programs for statistics take as they are, and no two columns share one. */
export function checkName(what: "arm" | "outcome", name: string, factors: ReadonlySet<string>, line: number, faults: Faults): void {
  const fault = (rule: string) => faults.add(line, `the name of an ${what} must ${rule}, got ${shown(name)}`);
  if (!new RegExp(NAME_PATTERN).test(name))
    fault("begin with a to z, go on with a to z, 0 to 9 or _, and have 40 characters at most");
  else if (fixedColumns.includes(name)) fault(`not be that of a column that is always there (${fixedColumns.join(", ")})`);
  else if (factors.has(name))
    fault(`not be that of a factor; give it another, as in {other_${name}: ${what === "arm" ? "{…}" : name}}`);
}
