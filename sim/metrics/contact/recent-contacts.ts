import { type ContactLog, copyPairs, createPairColumns, type PairColumns } from "../../population/contact-log.ts";
import type { Population } from "../../population/population.ts";

/** How many ticks count as recent: four weeks. */
const RECENT = 4;

/** What is recorded of the last five ticks. Measures read the encounters of the last four, and the ties that began in all five. */
export interface ContactRecord {
  /** how many ticks have been recorded */
  ticks: number;
  /** encounters, by tick recorded modulo the length */
  readonly met: readonly PairColumns[];
  /** new ties, likewise */
  readonly begun: readonly PairColumns[];
}

/** The record, and the encounters of the last four ticks by agent. */
export interface RecentContacts extends ContactRecord {
  /** by agent: where its entries begin; one more than agents */
  start: Uint32Array;
  /** each encounter twice, once for each agent: with whom, and for how many units */
  others: Uint32Array;
  units: Uint16Array;
  /** by agent: units with the agent whose contacts are being counted */
  sums: Float64Array;
}

/** @param record what has been recorded so far; it is copied */
export function createRecentContacts(record?: ContactRecord): RecentContacts {
  return {
    ...copyRecord(record ?? emptyRecord()),
    start: new Uint32Array(1),
    others: new Uint32Array(0),
    units: new Uint16Array(0),
    sums: new Float64Array(0),
  };
}

function emptyRecord(): ContactRecord {
  const slots = () => Array.from({ length: RECENT + 1 }, createPairColumns);
  return { ticks: 0, met: slots(), begun: slots() };
}

/** Copies a record, so that recording further ticks doesn't change the copy. */
export function copyRecord({ ticks, met, begun }: ContactRecord): ContactRecord {
  const copyOf = (from: PairColumns) => {
    const copy = createPairColumns();
    copyPairs(from, copy);
    return copy;
  };
  return { ticks, met: met.map(copyOf), begun: begun.map(copyOf) };
}

/** Records a tick. Call it after each tick, so that no tick is missing. */
export function recordRecent(recent: RecentContacts, { met, begun }: ContactLog): void {
  const slot = recent.ticks++ % (RECENT + 1);
  copyPairs(met, recent.met[slot]);
  copyPairs(begun, recent.begun[slot]);
}

/** Lists the encounters of the last four ticks by agent. Measures of recent contact read these lists. */
export function sortRecent(recent: RecentContacts, agents: number): void {
  const slots = slotsOfLastTicks(recent);
  const entries = 2 * slots.reduce((sum, { count }) => sum + count, 0);
  if (agents >= recent.start.length) {
    recent.start = new Uint32Array(Math.ceil(agents * 1.25) + 1);
    recent.sums = new Float64Array(Math.ceil(agents * 1.25));
  }
  if (entries > recent.others.length) {
    recent.others = new Uint32Array(Math.ceil(entries * 1.25));
    recent.units = new Uint16Array(Math.ceil(entries * 1.25));
  }
  const { start, others, units } = recent;
  start.fill(0, 0, agents + 1);
  for (const { lower, upper, count } of slots) {
    for (let at = 0; at < count; at++) {
      start[lower[at]]++;
      start[upper[at]]++;
    }
  }
  for (let agent = 0, end = 0; agent <= agents; agent++) {
    end += start[agent];
    start[agent] = end;
  }
  // Filled from the end of each list, so that `start` ends up at its beginning.
  for (const { lower, upper, units: spent, count } of slots) {
    for (let at = 0; at < count; at++) {
      others[--start[lower[at]]] = upper[at];
      units[start[lower[at]]] = spent[at];
      others[--start[upper[at]]] = lower[at];
      units[start[upper[at]]] = spent[at];
    }
  }
}

function slotsOfLastTicks({ ticks, met }: RecentContacts): PairColumns[] {
  return Array.from({ length: Math.min(RECENT, ticks) }, (_, back) => met[(ticks - 1 - back) % (RECENT + 1)]);
}

/**
 * Computes the share of an agent's contact, in units of time, that its three most met contacts take over four ticks. Mean over the
 * agents present who met anyone. Call `sortRecent` before.
 *
 * @returns a share, 0 to 1; NaN before the fourth tick recorded, or if nobody met
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function topThree(recent: RecentContacts, { circles }: Population): number {
  if (recent.ticks < RECENT) return Number.NaN;
  let sum = 0;
  let counted = 0;
  for (const agent of circles.present) {
    if (recent.start[agent] === recent.start[agent + 1]) continue;
    sum += shareOfThree(recent, agent);
    counted++;
  }
  return sum / counted;
}

function shareOfThree({ start, others, units, sums }: RecentContacts, agent: number): number {
  const end = start[agent + 1];
  let total = 0;
  for (let at = start[agent]; at < end; at++) {
    sums[others[at]] += units[at];
    total += units[at];
  }
  let most = 0;
  let second = 0;
  let third = 0;
  for (let at = start[agent]; at < end; at++) {
    const spent = sums[others[at]];
    sums[others[at]] = 0; // counts once, and the column is clean for the next agent
    if (spent > most) {
      third = second;
      second = most;
      most = spent;
    } else if (spent > second) {
      third = second;
      second = spent;
    } else if (spent > third) third = spent;
  }
  return (most + second + third) / total;
}

/**
 * Computes the share of silent new ties: of the ties that began four ticks ago, those whose agents haven't met since. The first
 * encounter, with which a tie begins, doesn't count. Ties that have been forgotten since are included. Call `sortRecent` before.
 *
 * @returns a share, 0 to 1; NaN before the fifth tick recorded, or if no tie began
 */
export function silentNewTies({ ticks, begun, start, others }: RecentContacts): number {
  if (ticks <= RECENT) return Number.NaN;
  const { lower, upper, count } = begun[(ticks - 1 - RECENT) % (RECENT + 1)];
  let silent = 0;
  for (let at = 0; at < count; at++) {
    let met = 0;
    for (let entry = start[lower[at]]; entry < start[lower[at] + 1]; entry++) met |= +(others[entry] === upper[at]);
    silent += 1 - met;
  }
  return silent / count; // 0 / 0 is NaN
}
