import { throwIfAny } from "../../sim/index.ts";

/** Every problem once, in the order in which they came. */
export function throwProblems(problems: readonly string[]): void {
  throwIfAny([...new Set(problems)]);
}
