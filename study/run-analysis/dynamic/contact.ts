import type { Run } from "../../../sim/index.ts";

/** Units of time that pairs of agents spent together: a hash table. The size of its columns is a power of two. */
export interface Contact {
  /** pairs with units */
  count: number;
  lower: Uint32Array;
  /** 0 if the place is free */
  upper: Uint32Array;
  units: Float64Array;
}

export function createContact(size = 1024): Contact {
  return { count: 0, lower: new Uint32Array(size), upper: new Uint32Array(size), units: new Float64Array(size) };
}

/** Adds the encounters of the tick that has just been taken. */
export function addContact(contact: Contact, { workspace }: Run["population"]): void {
  const { met } = workspace.contacts;
  for (let at = 0; at < met.count; at++) addUnits(contact, met.lower[at] ?? 0, met.upper[at] ?? 0, met.units[at] ?? 0);
}

function addUnits(contact: Contact, lower: number, upper: number, units: number): void {
  const place = placeOf(contact, lower, upper);
  contact.units[place] = (contact.units[place] ?? 0) + units;
  if (contact.upper[place] !== 0) return;
  contact.lower[place] = lower;
  contact.upper[place] = upper;
  contact.count++;
  if (2 * contact.count > contact.units.length) grow(contact);
}

/** Finds the place of a pair, or a free place for it. */
function placeOf({ lower, upper }: Contact, one: number, other: number): number {
  const mask = upper.length - 1;
  const hash = Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b);
  let place = (hash ^ (hash >>> 15)) & mask;
  while (upper[place] !== 0 && (lower[place] !== one || upper[place] !== other)) place = (place + 1) & mask;
  return place;
}

function grow(contact: Contact): void {
  const { lower, upper, units } = contact;
  Object.assign(contact, createContact(2 * units.length));
  for (let at = 0; at < units.length; at++) if (upper[at] !== 0) addUnits(contact, lower[at] ?? 0, upper[at] ?? 0, units[at] ?? 0);
}

/** By agent: the units spent with each contact, from the most met to the least; empty for an agent who met nobody. */
export type ContactLists = readonly Float64Array[];

/**
 * The units that each agent spent with each contact of a kind.
 *
 * @param counts whether a pair is of the kind
 */
export function contactByAgent(
  { lower, upper, units }: Contact,
  agents: number,
  counts: (one: number, other: number) => boolean,
): ContactLists {
  const degree = new Uint32Array(agents);
  const own = new Uint32Array(units.length);
  let pairs = 0;
  for (let at = 0; at < units.length; at++) {
    if (upper[at] === 0) continue;
    const one = lower[at] ?? 0;
    const other = upper[at] ?? 0;
    if (!counts(one, other)) continue;
    own[pairs++] = at;
    degree[one] = (degree[one] ?? 0) + 1;
    degree[other] = (degree[other] ?? 0) + 1;
  }
  const lists = Array.from(degree, (count) => new Float64Array(count));
  for (let pair = 0; pair < pairs; pair++) {
    const at = own[pair] ?? 0;
    for (let end = 0; end < 2; end++) {
      const agent = (end === 0 ? lower[at] : upper[at]) ?? 0;
      const list = lists[agent];
      const left = (degree[agent] ?? 0) - 1;
      degree[agent] = left;
      if (list !== undefined) list[left] = units[at] ?? 0;
    }
  }
  for (const list of lists) list.sort().reverse();
  return lists;
}
