import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { draw } from "../random/keyed-draws.ts";
import { strengthNow } from "../trust/tie-strength.ts";

/** How many contacts are tried before all are counted. */
const TRIES = 8;

/** Draws that one pick may use. */
export const PICK_DRAWS = TRIES + 1;

/**
 * A uniform active tie of an agent, to none of two contacts.
 *
 * Contacts are drawn among all known ones until one will do, which gives each that will do the same chance; after TRIES in
 * vain all are counted and one more draw decides among those that will do. So most picks look at two or three ties, not at all.
 *
 * @param key of the event
 * @param number of the first draw; PICK_DRAWS are set aside
 * @param except a contact that must not be picked
 * @param exceptToo another, or −1
 * @returns the row, or −1 where there is none
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

/** Whether the tie of a row is active now. */
export function isActive(population: Population, row: number): boolean {
  const { ties, values } = population;
  return strengthNow(ties, values, row, population.tick) >= values[P.activeFrom];
}
