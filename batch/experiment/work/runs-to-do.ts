import { runAt, type Shard, workOrder } from "../../../study/plan.ts";
import { FAILED, MISSING, PARTIAL, type RunIndex } from "../log/run-index.ts";

/** Which runs to make again: those that failed, or those with these ids. Undefined: those that are not finished. */
export type Again = "failed" | readonly string[] | undefined;

/** The numbers of the runs to make, in working order. */
export function* runsToDo(index: RunIndex, shard: Shard | undefined, again?: Again): Generator<number, undefined> {
  const { plan, state } = index;
  const ids = Array.isArray(again) ? new Set<string>(again) : undefined;
  for (const number of workOrder(plan, shard)) {
    const isToDo = ids === undefined ? isInState(state[number], again) : ids.has(runAt(plan, number).id);
    if (isToDo) yield number;
  }
  return undefined;
}

function isInState(state: number | undefined, again: Again): boolean {
  return again === "failed" ? state === FAILED : state === MISSING || state === PARTIAL;
}
