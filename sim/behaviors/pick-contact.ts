import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { draw } from "../random/keyed-draws.ts";
import { strengthNow } from "../trust/tie-strength.ts";

/** How many contacts are tried before all contacts are counted. */
const TRIES = 8;

/** How many draws one pick may use. */
export const PICK_DRAWS = TRIES + 1;

/**
 * Picks one of an agent's active ties at random, each with the same probability, except ties to two given contacts.
 *
 * It draws among all known contacts until one qualifies, so all that qualify are equally likely. After TRIES failures it counts
 * those that qualify and decides with one more draw. Most picks therefore read two or three ties instead of all.
 *
 * @param key the key of the event
 * @param number the number of the first draw; PICK_DRAWS numbers are reserved
 * @param except a contact that must not be picked
 * @param exceptToo another such contact, or −1
 * @returns the agent's row, or −1 if no tie qualifies
 */
export function pickActive(
  population: Population,
  agent: number,
  key: Int32Array,
  number: number,
  except: number,
  exceptToo: number,
): number {
  const { ids, start, length } = population.ties.blocks;
  const first = start[agent];
  const count = length[agent];
  if (count === 0) return -1;
  for (let k = 0; k < TRIES; k++) {
    const row = first + Math.floor(draw(key[0], key[1], number + k) * count);
    if (ids[row] !== except && ids[row] !== exceptToo && isActive(population, row)) return row;
  }
  return pickAmongAll(population, agent, draw(key[0], key[1], number + TRIES), except, exceptToo);
}

/** Picks one of all ties that qualify, by the draw `u` in [0, 1). */
function pickAmongAll(population: Population, agent: number, u: number, except: number, exceptToo: number): number {
  const { ids, start, length } = population.ties.blocks;
  const first = start[agent];
  const end = first + length[agent];
  let eligible = 0;
  for (let row = first; row < end; row++) eligible += +(ids[row] !== except && ids[row] !== exceptToo && isActive(population, row));
  let place = Math.floor(u * eligible);
  for (let row = first; row < end; row++) {
    if (ids[row] === except || ids[row] === exceptToo || !isActive(population, row)) continue;
    if (place-- === 0) return row;
  }
  return -1;
}

/** Says whether the tie of a row is active at this tick. */
export function isActive(population: Population, row: number): boolean {
  const { ties, values } = population;
  return strengthNow(ties, values, row, population.tick) >= values[P.activeFrom];
}
