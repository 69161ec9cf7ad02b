import { advance, advanceAndList, type Run, tickOf } from "../../sim/index.ts";

/** A promise that was kept or broken, and the tie that it was made on, before the tick in which it was due. */
export interface DuePromise {
  readonly tick: number;
  readonly asker: number;
  readonly promiser: number;
  /** the tick in which it was made */
  readonly made: number;
  readonly kept: boolean;
  readonly relied: boolean;
}

/** Advances a run to a tick and lists every promise that is kept or broken from a tick on. */
export function* listPromises(run: Run, from: number, to: number): Generator<DuePromise[]> {
  while (tickOf(run) < from - 1) {
    advance(run);
    yield [];
  }
  while (tickOf(run) < to) yield settledNext(run);
}

/** Advances a run by one tick, and returns the promises that were kept or broken in it, in their order. */
function settledNext(run: Run): DuePromise[] {
  return advanceAndList(run).flatMap(
    ({ tick, kind, agents: [asker = 0, promiser = 0], happened: kept, made = 0, relied = false }) =>
      kind === "promise" ? [{ tick, asker, promiser, made, kept, relied }] : [],
  );
}
