import { advance, eventColumns, eventRows, listen, type Run, tickOf } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";

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

const [KIND, FROM, TO, VALUE] = (["kind", "from", "to", "value"] as const).map((name) => eventColumns.indexOf(name)) as [
  number,
  number,
  number,
  number,
];

/**
 * Advances a run by one tick, and returns the promises that were kept or broken in it, in their order.
 *
 * @param run someone listens to its events
 */
function settledNext(run: Run): DuePromise[] {
  const { promises } = run.population;
  const tick = tickOf(run) + 1;
  const due: { asker: number; promiser: number; made: number }[] = [];
  for (let at = 0; at < promises.count; at++)
    if (itemAt(promises.due, at) === run.population.tick + 1)
      due.push({
        asker: itemAt(promises.asker, at),
        promiser: itemAt(promises.promiser, at),
        made: itemAt(promises.made, at) - run.settled,
      });
  advance(run);
  const settled: DuePromise[] = [];
  for (const row of eventRows(run)) {
    const kind = row[KIND];
    if (kind !== "promise_kept" && kind !== "promise_broken") continue;
    // Promises are settled in the order of their list. Those that are missing have lapsed.
    const at = due.findIndex(({ asker, promiser }) => asker === row[TO] && promiser === row[FROM]);
    const [promise] = due.splice(at, 1);
    if (promise !== undefined) settled.push({ tick, ...promise, kept: kind === "promise_kept", relied: row[VALUE] === 1 });
  }
  return settled;
}

/** Advances a run to a tick and lists every promise that is kept or broken from a tick on. */
export function* listPromises(run: Run, from: number, to: number): Generator<DuePromise[]> {
  while (tickOf(run) < from - 1) {
    advance(run);
    yield [];
  }
  listen(run);
  while (tickOf(run) < to) yield settledNext(run);
}
