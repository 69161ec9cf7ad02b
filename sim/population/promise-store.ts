import { growColumns } from "./grow-columns.ts";

/** Promises that are not due yet. Columns in the order in which the promises were made; the first `count` entries are in use. */
export interface PromiseStore {
  count: number;
  asker: Uint32Array;
  promiser: Uint32Array;
  /** the tick in which the promise was made */
  made: Int32Array;
  /** the tick in which it will be kept or broken */
  due: Int32Array;
  /** 1 if the asker relies on it, else 0 */
  relied: Uint8Array;
  /** 1 if the asker needed an expert, else 0 */
  need: Uint8Array;
}

/** Creates an empty store with room for `capacity` promises. */
export function createPromiseStore(capacity: number): PromiseStore {
  return { count: 0, ...createColumns(capacity) };
}

function createColumns(capacity: number) {
  return {
    asker: new Uint32Array(capacity),
    promiser: new Uint32Array(capacity),
    made: new Int32Array(capacity),
    due: new Int32Array(capacity),
    relied: new Uint8Array(capacity),
    need: new Uint8Array(capacity),
  };
}

export function addPromise(
  promises: PromiseStore,
  asker: number,
  promiser: number,
  made: number,
  due: number,
  relied: number,
  need: number,
): void {
  if (promises.count === promises.asker.length) growColumns(promises, createColumns(Math.max(64, promises.asker.length * 2)));
  const at = promises.count++;
  promises.asker[at] = asker;
  promises.promiser[at] = promiser;
  promises.made[at] = made;
  promises.due[at] = due;
  promises.relied[at] = relied;
  promises.need[at] = need;
}

/** Moves a promise to an earlier position, to close the gaps that settled promises leave. */
export function movePromise(promises: PromiseStore, to: number, from: number): void {
  promises.asker[to] = promises.asker[from];
  promises.promiser[to] = promises.promiser[from];
  promises.made[to] = promises.made[from];
  promises.due[to] = promises.due[from];
  promises.relied[to] = promises.relied[from];
  promises.need[to] = promises.need[from];
}
