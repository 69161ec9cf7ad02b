import { settlePromise } from "../behaviors/keep-promises.ts";
import type { Population } from "../population/population.ts";
import { movePromise } from "../population/promise-store.ts";

/** Phase 3. Keeps or breaks the promises that are due, in the order in which they were made. */
export function settlePromises(population: Population): void {
  settlePromisesWith(population, settlePromise);
}

/** Phase 3 with the given way to settle a promise. */
export function settlePromisesWith(population: Population, settle: typeof settlePromise): void {
  const { promises, tick } = population;
  const { asker, promiser, made, due, relied, need } = promises;
  let waiting = 0;
  for (let at = 0; at < promises.count; at++) {
    if (due[at] === tick) settle(population, asker[at], promiser[at], tick - made[at], relied[at], need[at]);
    else movePromise(promises, waiting++, at);
  }
  promises.count = waiting;
}
