import { settlePromise } from "../behaviors/keep-promises.ts";
import type { Population } from "../population/population.ts";
import { movePromise } from "../population/promise-store.ts";

/** Phase 2. Keeps or breaks the promises that are due, in the order in which they were made. */
export function settlePromises(population: Population): void {
  const { promises, tick } = population;
  let waiting = 0;
  for (let at = 0; at < promises.count; at++) {
    if (promises.due[at] === tick)
      settlePromise(population, promises.asker[at], promises.promiser[at], tick - promises.made[at], promises.relied[at]);
    else movePromise(promises, waiting++, at);
  }
  promises.count = waiting;
}
