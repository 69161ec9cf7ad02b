import type { ContactRecord } from "../metrics/contact/recent-contacts.ts";
import type { PastTies } from "../metrics/network/past-ties.ts";
import type { PairColumns } from "../population/contact-log.ts";
import type { CollectorMemory, Totals } from "./collect.ts";
import type { StateSink } from "./write-state.ts";

/*
 * A memory of every tick would be ten times as long as the state of the run. From tick to tick little changes, so totals are written
 * with their bits combined with those before (unchanged words are 0, which compresses well), and weak ties as those that came or went.
 */

/** Reads columns in the order in which they were written. */
export interface StateSource {
  integers(count: number): Uint32Array;
  doubles(count: number): Float64Array;
}

/** Writes what a collector remembers. */
export function writeMemory({ beginning, totals, past, recent }: CollectorMemory, sink: StateSink): void {
  const all = [beginning, ...totals.values()];
  sink.put(Uint32Array.of(all.length));
  for (const [at, one] of all.entries()) {
    const before = all[at - 1];
    sink.put(Uint32Array.of(one.tick, one.counts.length, one.reach.length));
    for (const column of totalColumns) sink.put(combineBits(one[column], before?.[column]));
  }
  sink.put(Uint32Array.of(past.size));
  let before: Float64Array = new Float64Array(0);
  for (const [tick, list] of past) {
    const pairs = pairsOf(list);
    const changes = differences(before, pairs);
    sink.put(Uint32Array.of(tick, list.agents, changes.length));
    sink.put(changes);
    before = pairs;
  }
  writeRecord(recent, sink);
}

/** Reads what `writeMemory` has written. */
export function readMemory(source: StateSource): CollectorMemory {
  const [count] = source.integers(1);
  const all: Totals[] = [];
  for (let at = 0; at < count; at++) all.push(readTotals(source, all[at - 1]));
  const [beginning, ...totals] = all;
  const [lists] = source.integers(1);
  const past = new Map<number, PastTies>();
  let pairs: Float64Array = new Float64Array(0);
  for (let at = 0; at < lists; at++) {
    const [tick, agents, changes] = source.integers(3);
    pairs = differences(pairs, source.doubles(changes));
    past.set(tick, listOf(pairs, tick, agents));
  }
  return { beginning, totals: new Map(totals.map((one) => [one.tick, one])), past, recent: readRecord(source) };
}

function writeRecord({ ticks, met, begun }: ContactRecord, sink: StateSink): void {
  sink.put(Uint32Array.of(ticks, met.length));
  for (const { count, lower, upper, units } of [...met, ...begun]) {
    sink.put(Uint32Array.of(count));
    for (const column of [lower, upper, units]) sink.put(Uint32Array.from(column.subarray(0, count)));
  }
}

function readRecord(source: StateSource): ContactRecord {
  const [ticks, slots] = source.integers(2);
  const readSlots = () => Array.from({ length: slots }, () => readPairs(source));
  return { ticks, met: readSlots(), begun: readSlots() };
}

function readPairs(source: StateSource): PairColumns {
  const [count] = source.integers(1);
  const column = () => source.integers(count);
  return { count, lower: column(), upper: column(), units: Uint16Array.from(column()) };
}

const totalColumns = ["counts", "reach", "payoff", "promisesKept", "promisesBroken"] as const;

function readTotals(source: StateSource, before: Totals | undefined): Totals {
  const [tick, kinds, agents] = source.integers(3);
  const words = (count: number, earlier: ArrayBufferView | undefined) => combineBits(source.integers(count), earlier).buffer;
  return {
    tick,
    counts: new Float64Array(words(2 * kinds, before?.counts)),
    reach: new Uint32Array(words(agents, before?.reach)),
    payoff: new Float64Array(words(2 * agents, before?.payoff)),
    promisesKept: new Uint32Array(words(agents, before?.promisesKept)),
    promisesBroken: new Uint32Array(words(agents, before?.promisesBroken)),
  };
}

/** Combines the words of a column with those of an earlier one by exclusive or. Doing it twice gives the column back. */
function combineBits(column: ArrayBufferView, earlier: ArrayBufferView | undefined): Uint32Array<ArrayBuffer> {
  const words = wordsOf(column).slice();
  if (earlier === undefined) return words;
  const others = wordsOf(earlier);
  const shared = Math.min(words.length, others.length);
  for (let k = 0; k < shared; k++) words[k] ^= others[k];
  return words;
}

function wordsOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** One number for a pair of agents, in the order of the lower and then the upper one. */
const PAIR = 0x100000000;
/** The lowest bits hold the kind of a past tie. */
const KIND_BITS = 2;
const KINDS = 1 << KIND_BITS;

function pairsOf({ agents, start, contacts, kind }: PastTies): Float64Array {
  const pairs = new Float64Array(start[agents]);
  for (let agent = 0; agent < agents; agent++)
    for (let at = start[agent]; at < start[agent + 1]; at++) pairs[at] = agent * PAIR + contacts[at] * KINDS + kind[at];
  return pairs;
}

/** The remainder of a division takes ten times as long for doubles as for integers. */
function listOf(pairs: Float64Array, tick: number, agents: number): PastTies {
  const start = new Uint32Array(agents + 1);
  const contacts = new Uint32Array(pairs.length);
  const kind = new Uint8Array(pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const agent = Math.floor(pairs[at] / PAIR);
    const rest = (pairs[at] - agent * PAIR) >>> 0;
    start[agent + 1]++;
    contacts[at] = rest >>> KIND_BITS;
    kind[at] = rest & (KINDS - 1);
  }
  for (let agent = 0; agent < agents; agent++) start[agent + 1] += start[agent];
  return { tick, agents, start, contacts, kind };
}

/** The numbers that only one of two ascending lists holds, ascending. With one list and the differences, this gives the other list. */
function differences(one: Float64Array, other: Float64Array): Float64Array {
  const found = new Float64Array(one.length + other.length);
  let count = 0;
  let a = 0;
  let b = 0;
  while (a < one.length || b < other.length) {
    if (one[a] === other[b]) {
      a++;
      b++;
    } else if (b >= other.length || one[a] < other[b]) found[count++] = one[a++];
    else found[count++] = other[b++];
  }
  return found.subarray(0, count);
}
