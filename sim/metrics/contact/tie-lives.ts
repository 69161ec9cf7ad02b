import type { ContactLog } from "../../population/contact-log.ts";
import { growColumns } from "../../population/grow-columns.ts";
import type { Population } from "../../population/population.ts";
import { tieRow } from "../../population/tie-store.ts";

/** A tie has passed if its agents haven't met for this many ticks: a year. */
const SILENT_FOR = 52;

/** A shorter life, or one of fewer encounters, has no thirds. */
// biome-ignore format: a table
const LEAST_TICKS = 9, LEAST_ENCOUNTERS = 3;

/** Words of a chunk of encounters: CHUNK − 1 encounters, and the chunk that follows. */
const CHUNK = 8;

/** An encounter is one word: its tick since `origin`, times UNITS, plus its units. */
const UNITS = 1 << 14;

const NONE = 0xffffffff;

/**
 * The encounters of the ties that began while they were recorded, to see how contact is spread over the life of a tie. Lives of ties
 * that no longer exist are dropped when they have been counted. A tie of weekly contact takes about 240 bytes a year.
 */
export interface TieLives {
  /** the tick before the first one recorded */
  readonly origin: number;
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
  /** ticks of the first and the last encounter */
  first: Uint32Array;
  last: Uint32Array;
  encounters: Uint32Array;
  head: Uint32Array;
  tail: Uint32Array;
  /** 1 if the tie has been forgotten and the same two agents have begun another */
  followed: Uint8Array;
  /** hash table: the number of a life + 1, or 0 */
  slots: Uint32Array;
  chunks: Uint32Array;
  chunksUsed: number;
  /** the first free chunk; each free one names the next */
  freeChunk: number;
  /** units in each third, of lives that have been dropped */
  readonly dropped: Float64Array;
}

export function createTieLives(origin: number): TieLives {
  return {
    origin,
    count: 0,
    ...createColumns(0),
    slots: new Uint32Array(1024),
    chunks: new Uint32Array(0),
    chunksUsed: 0,
    freeChunk: NONE,
    dropped: new Float64Array(3),
  };
}

function createColumns(capacity: number) {
  return {
    lower: new Uint32Array(capacity),
    upper: new Uint32Array(capacity),
    first: new Uint32Array(capacity),
    last: new Uint32Array(capacity),
    encounters: new Uint32Array(capacity),
    head: new Uint32Array(capacity),
    tail: new Uint32Array(capacity),
    followed: new Uint8Array(capacity),
  };
}

/** Records a tick. Call it after each tick, so that no tick is missing. */
export function recordLives(lives: TieLives, { met, begun }: ContactLog, tick: number): void {
  for (let at = 0; at < begun.count; at++) beginLife(lives, begun.lower[at], begun.upper[at]);
  for (let at = 0; at < met.count; at++) {
    const life = lives.slots[slotOf(lives, met.lower[at], met.upper[at])];
    if (life > 0) addEncounter(lives, life - 1, tick, met.units[at]);
  }
}

function beginLife(lives: TieLives, lower: number, upper: number): void {
  if (lives.count === lives.lower.length) growColumns(lives, createColumns(Math.max(1024, lives.count * 2)));
  if (2 * lives.count >= lives.slots.length) fillSlots(lives, 2 * lives.slots.length);
  const life = lives.count++;
  const slot = slotOf(lives, lower, upper);
  if (lives.slots[slot] > 0) lives.followed[lives.slots[slot] - 1] = 1;
  lives.slots[slot] = life + 1;
  lives.lower[life] = lower;
  lives.upper[life] = upper;
  lives.encounters[life] = 0;
  lives.followed[life] = 0;
  lives.head[life] = NONE;
}

/** Finds the slot of a pair's life, or the free slot for it. */
function slotOf({ slots, lower, upper }: TieLives, one: number, other: number): number {
  const mask = slots.length - 1;
  let slot = Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b);
  slot = (slot ^ (slot >>> 15)) & mask;
  for (; slots[slot] > 0; slot = (slot + 1) & mask) {
    const life = slots[slot] - 1;
    if (lower[life] === one && upper[life] === other) break;
  }
  return slot;
}

/** Fills the hash table of the lives. Its size is a power of two. */
export function fillSlots(lives: TieLives, size: number): void {
  lives.slots = new Uint32Array(size);
  for (let life = 0; life < lives.count; life++)
    if (lives.followed[life] === 0) lives.slots[slotOf(lives, lives.lower[life], lives.upper[life])] = life + 1;
}

function addEncounter(lives: TieLives, life: number, tick: number, units: number): void {
  const place = lives.encounters[life]++ % (CHUNK - 1);
  if (place === 0) {
    const chunk = takeChunk(lives);
    if (lives.head[life] === NONE) {
      lives.head[life] = chunk;
      lives.first[life] = tick;
    } else lives.chunks[lives.tail[life] + CHUNK - 1] = chunk;
    lives.tail[life] = chunk;
  }
  lives.chunks[lives.tail[life] + place] = (tick - lives.origin) * UNITS + units;
  lives.last[life] = tick;
}

function takeChunk(lives: TieLives): number {
  const free = lives.freeChunk;
  if (free !== NONE) {
    lives.freeChunk = lives.chunks[free + CHUNK - 1];
    return free;
  }
  const chunk = lives.chunksUsed;
  lives.chunksUsed += CHUNK;
  if (lives.chunksUsed > lives.chunks.length)
    growColumns(lives, { chunks: new Uint32Array(Math.max(CHUNK * 1024, Math.ceil(lives.chunksUsed * 1.5))) });
  return chunk;
}

/**
 * Computes how contact is spread over the life of a tie that has passed: the share of its units in each third of the time from its
 * first to its last encounter. Pools the ties that began since recording began, have at least three encounters, nine ticks or more
 * between the first and the last, and no encounter in the last 52 ticks.
 *
 * @param into length 3, overwritten: shares, 0 to 1, which add up to 1; NaN if there is no such tie
 * @see Vergara Hidd et al. 2023, Scientific Reports 13, for the pattern
 */
export function contactThirds(lives: TieLives, population: Population, into: Float64Array): void {
  const { ties, tick } = population;
  const { dropped } = lives;
  into.fill(0);
  let stay = 0;
  for (let life = 0; life < lives.count; life++) {
    const passed = tick - lives.last[life] >= SILENT_FOR || lives.head[life] === NONE;
    const gone = passed && (lives.followed[life] === 1 || tieRow(ties, lives.lower[life], lives.upper[life]) < 0);
    if (passed) addThirds(lives, life, gone ? dropped : into);
    if (gone) freeChunks(lives, life);
    else moveLife(lives, stay++, life);
  }
  if (stay < lives.count) {
    lives.count = stay;
    fillSlots(lives, lives.slots.length);
  }
  for (let third = 0; third < 3; third++) into[third] += dropped[third];
  const all = into[0] + into[1] + into[2];
  for (let third = 0; third < 3; third++) into[third] /= all; // 0 / 0 is NaN
}

function addThirds(lives: TieLives, life: number, sums: Float64Array): void {
  const count = lives.encounters[life];
  const begin = lives.first[life] - lives.origin;
  const span = lives.last[life] - lives.first[life];
  if (count < LEAST_ENCOUNTERS || span < LEAST_TICKS) return;
  let chunk = lives.head[life];
  for (let k = 0; k < count; k++) {
    const place = k % (CHUNK - 1);
    if (k > 0 && place === 0) chunk = lives.chunks[chunk + CHUNK - 1];
    const word = lives.chunks[chunk + place];
    const since = 3 * (Math.floor(word / UNITS) - begin);
    sums[+(since >= span) + +(since >= 2 * span)] += word % UNITS;
  }
}

function freeChunks(lives: TieLives, life: number): void {
  if (lives.head[life] === NONE) return;
  lives.chunks[lives.tail[life] + CHUNK - 1] = lives.freeChunk;
  lives.freeChunk = lives.head[life];
}

function moveLife(lives: TieLives, to: number, from: number): void {
  if (to === from) return;
  lives.lower[to] = lives.lower[from];
  lives.upper[to] = lives.upper[from];
  lives.first[to] = lives.first[from];
  lives.last[to] = lives.last[from];
  lives.encounters[to] = lives.encounters[from];
  lives.head[to] = lives.head[from];
  lives.tail[to] = lives.tail[from];
  lives.followed[to] = lives.followed[from];
}
