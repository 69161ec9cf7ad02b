import type { Attempt } from "./worker-pool.ts";

/** Runs to make, and how. */
export interface Work {
  /** runs at the same time, 1 or more */
  readonly jobs: number;
  /** the number of the next run; undefined if none is left */
  next(): number | undefined;
  /** @throws anything once `ending` is aborted */
  perform(number: number): Promise<Attempt>;
  /** Stores the result of a run. The promise resolves when it is safe. */
  record(number: number, attempt: Attempt): Promise<void>;
  /** aborted: finish the current runs, but start no more */
  readonly draining: AbortSignal;
  /** aborted: don't wait for anything */
  readonly ending: AbortSignal;
}

/** How many results a job can leave unsafe before it starts the next run. */
const MOST_UNSAFE = 4;

/**
 * Makes runs until none is left or someone stops it. Results are recorded while the next runs are made.
 *
 * @throws what `record` throws, once the other current runs are finished
 */
export async function workThrough({ jobs, next, perform, record, draining, ending }: Work): Promise<void> {
  const unsafe = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;

  const keep = (number: number, attempt: Attempt) => {
    const recorded = record(number, attempt).then(
      () => void unsafe.delete(recorded),
      (error: unknown) => {
        broken ??= { error };
        unsafe.delete(recorded);
      },
    );
    unsafe.add(recorded);
  };

  const work = async () => {
    while (!draining.aborted && !ending.aborted && broken === undefined) {
      const number = next();
      if (number === undefined) return;
      let attempt: Attempt;
      try {
        attempt = await perform(number);
      } catch (error) {
        if (ending.aborted) return;
        throw error;
      }
      keep(number, attempt);
      while (unsafe.size > MOST_UNSAFE * jobs) await Promise.race(unsafe);
    }
  };

  await Promise.all(Array.from({ length: jobs }, work));
  await Promise.all(unsafe);
  if (broken !== undefined) throw broken.error;
}
