import { growColumns } from "./grow-columns.ts";

/** The kinds of events. A kind's number is its position in this list. */
// biome-ignore format: a table
export const eventKinds = [
  "encounter", "refused", "promise_made", "promise_kept", "promise_broken", "thanks", "gossip", "introduction", "declined",
  "tie_formed", "tie_forgotten", "news_offered", "news_used", "agent_replaced", "agents_swapped", "news_born",
] as const;

// biome-ignore format: a table
export const ENCOUNTER = 0, REFUSED = 1, PROMISE_MADE = 2, PROMISE_KEPT = 3, PROMISE_BROKEN = 4, THANKS = 5, GOSSIP = 6,
  INTRODUCTION = 7, DECLINED = 8, TIE_FORMED = 9, TIE_FORGOTTEN = 10, NEWS_OFFERED = 11, NEWS_USED = 12, AGENT_REPLACED = 13, AGENTS_SWAPPED = 14,
  NEWS_BORN = 15;

/** In the column `about`: the event is about no third agent and no item. */
export const NOBODY = -1;

/**
 * What happened. Events are always counted, and stored one by one only while someone listens. The step writes to the log and
 * never reads it, so listening doesn't change results.
 */
export interface EventLog {
  /** by kind: events since the start */
  readonly counts: Float64Array;
  /** 1 while events are stored one by one, else 0 */
  listening: number;
  /** events stored since the log was last cleared */
  kept: number;
  kind: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
  /** a third agent or an item of news, or NOBODY */
  about: Float64Array;
  /** a number that depends on the kind (docs/files.md), or NaN */
  value: Float64Array;
  /** by event, MOVES numbers that it moved, before and after; NaN where it moved none */
  moved: Float64Array;
}

/** Numbers in `moved` of an event, by position: a trust share or the strength of the tie, before and after. */
export const MOVES = 6;
// biome-ignore format: a table
export const FROM_BEFORE = 0, FROM_AFTER = 1, TO_BEFORE = 2, TO_AFTER = 3, STRENGTH_BEFORE = 4, STRENGTH_AFTER = 5;

export function createEventLog(): EventLog {
  return {
    counts: new Float64Array(eventKinds.length),
    listening: 0,
    kept: 0,
    ...createColumns(0),
  };
}

function createColumns(capacity: number) {
  return {
    kind: new Uint8Array(capacity),
    from: new Uint32Array(capacity),
    to: new Uint32Array(capacity),
    about: new Float64Array(capacity),
    value: new Float64Array(capacity),
    moved: new Float64Array(capacity * MOVES),
  };
}

/** Counts an event, and stores it if someone listens. */
export function noteEvent(log: EventLog, kind: number, from: number, to: number, about: number, value: number): void {
  log.counts[kind]++;
  if (log.listening === 1) keepEvent(log, kind, from, to, about, value);
}

/** Drops the events stored one by one. Their counts stay. */
export function clearEvents(log: EventLog): void {
  log.kept = 0;
}

function keepEvent(log: EventLog, kind: number, from: number, to: number, about: number, value: number): void {
  if (log.kept === log.kind.length) growColumns(log, createColumns(Math.max(1024, log.kind.length * 2)));
  const at = log.kept++;
  log.kind[at] = kind;
  log.from[at] = from;
  log.to[at] = to;
  log.about[at] = about;
  log.value[at] = value;
  for (let k = 0; k < MOVES; k++) log.moved[at * MOVES + k] = Number.NaN;
}

/**
 * Adds to the event that was stored last how it moved the trust of the agent in `to`: in the agent in `from`, or, after gossip, in the
 * agent in `about`. Does nothing unless someone listens, as the next two functions.
 */
export function noteTrustOfTo(log: EventLog, before: number, after: number): void {
  if (log.listening === 0) return;
  const at = (log.kept - 1) * MOVES;
  log.moved[at + TO_BEFORE] = before;
  log.moved[at + TO_AFTER] = after;
}

/** Adds how the event moved the trust of the agents in `from` and `to` in each other. */
export function noteBothTrusts(log: EventLog, fromBefore: number, fromAfter: number, toBefore: number, toAfter: number): void {
  if (log.listening === 0) return;
  const at = (log.kept - 1) * MOVES;
  log.moved[at + FROM_BEFORE] = fromBefore;
  log.moved[at + FROM_AFTER] = fromAfter;
  log.moved[at + TO_BEFORE] = toBefore;
  log.moved[at + TO_AFTER] = toAfter;
}

/** Adds how the event moved the strength of the tie between the two. */
export function noteStrength(log: EventLog, before: number, after: number): void {
  if (log.listening === 0) return;
  const at = (log.kept - 1) * MOVES;
  log.moved[at + STRENGTH_BEFORE] = before;
  log.moved[at + STRENGTH_AFTER] = after;
}
