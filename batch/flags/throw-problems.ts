import { throwIfAny } from "../../sim/index.ts";

/** @throws InputError with each problem once, in the order in which they came, if there are any */
export function throwProblems(problems: readonly string[]): void {
  throwIfAny([...new Set(problems)]);
}
