import type { Attempt } from "./worker-pool.ts";

/** What the work is told. */
export interface Work {
  /** runs that are made at the same time, 1 or more */
  readonly jobs: number;
  /** the number of the next run; undefined where nothing is left */
  next(): number | undefined;
  /** @throws whatever it likes where `ending` is aborted */
  perform(number: number): Promise<Attempt>;
  /** Keeps what came of a run; the promise is fulfilled when it is safe. */
  record(number: number, attempt: Attempt): Promise<void>;
  /** aborted: what is in hand is finished, and nothing more begun */
  readonly draining: AbortSignal;
  /** aborted: nothing is waited for */
  readonly ending: AbortSignal;
}

/** So many results a job may wait to be safe before the next run is begun. */
const UNSAFE = 4;

/**
 * Makes runs until none is left or somebody stops it. What is finished is being recorded while the next runs are made.
 *
 * @throws what `record` throws, when the others in hand are over
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
      while (unsafe.size > UNSAFE * jobs) await Promise.race(unsafe);
    }
  };

  await Promise.all(Array.from({ length: jobs }, work));
  await Promise.all(unsafe);
  if (broken !== undefined) throw broken.error;
}
