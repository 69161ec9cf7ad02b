/** Promises that are not due yet, as columns, in the order in which they were made. */
export interface PromiseStore {
  count: number;
  asker: Uint32Array;
  promiser: Uint32Array;
  /** the tick in which it was made */
  made: Int32Array;
  /** the tick in which it is kept or broken */
  due: Int32Array;
  /** 1 where the asker relies on it */
  relied: Uint8Array;
}

export function createPromiseStore(capacity: number): PromiseStore {
  return {
    count: 0,
    asker: new Uint32Array(capacity),
    promiser: new Uint32Array(capacity),
    made: new Int32Array(capacity),
    due: new Int32Array(capacity),
    relied: new Uint8Array(capacity),
  };
}

export function addPromise(
  promises: PromiseStore,
  asker: number,
  promiser: number,
  made: number,
  due: number,
  relied: number,
): void {
  if (promises.count === promises.asker.length) grow(promises);
  const at = promises.count++;
  promises.asker[at] = asker;
  promises.promiser[at] = promiser;
  promises.made[at] = made;
  promises.due[at] = due;
  promises.relied[at] = relied;
}

/** Moves a promise to an earlier place; for passing over those that are done with. */
export function movePromise(promises: PromiseStore, to: number, from: number): void {
  promises.asker[to] = promises.asker[from];
  promises.promiser[to] = promises.promiser[from];
  promises.made[to] = promises.made[from];
  promises.due[to] = promises.due[from];
  promises.relied[to] = promises.relied[from];
}

function grow(promises: PromiseStore): void {
  const larger = createPromiseStore(Math.max(64, promises.asker.length * 2));
  larger.asker.set(promises.asker);
  larger.promiser.set(promises.promiser);
  larger.made.set(promises.made);
  larger.due.set(promises.due);
  larger.relied.set(promises.relied);
  larger.count = promises.count;
  Object.assign(promises, larger);
}
