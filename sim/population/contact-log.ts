import { growColumns } from "./grow-columns.ts";

/** Pairs of agents, the one with the lower index first. Columns of which the first `count` entries are in use. */
export interface PairColumns {
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
  /** units of time */
  units: Uint16Array;
}

/**
 * Who met in the last tick, for measures of contact. The step writes it and never reads it; it isn't part of the state. It holds one
 * tick, because copying what is needed is up to the reader.
 */
export interface ContactLog {
  /** the encounters of the tick, with their depth */
  readonly met: PairColumns;
  /** the ties that two strangers began in the tick */
  readonly begun: PairColumns;
}

export function createContactLog(): ContactLog {
  return { met: createPairColumns(), begun: createPairColumns() };
}

export function createPairColumns(): PairColumns {
  return { count: 0, ...createColumns(0) };
}

function createColumns(capacity: number) {
  return { lower: new Uint32Array(capacity), upper: new Uint32Array(capacity), units: new Uint16Array(capacity) };
}

export function clearContacts(log: ContactLog): void {
  log.met.count = 0;
  log.begun.count = 0;
}

export function notePair(pairs: PairColumns, lower: number, upper: number, units: number): void {
  if (pairs.count === pairs.lower.length) growColumns(pairs, createColumns(Math.max(256, pairs.count * 2)));
  const at = pairs.count++;
  pairs.lower[at] = lower;
  pairs.upper[at] = upper;
  pairs.units[at] = units;
}

/** Copies pairs. The copy's columns grow if they are too short. */
export function copyPairs(from: PairColumns, into: PairColumns): void {
  if (from.count > into.lower.length) growColumns(into, createColumns(Math.ceil(from.count * 1.25)));
  into.count = from.count;
  into.lower.set(from.lower.subarray(0, from.count));
  into.upper.set(from.upper.subarray(0, from.count));
  into.units.set(from.units.subarray(0, from.count));
}
