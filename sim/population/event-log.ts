import { growColumns } from "./grow-columns.ts";

/** The kinds of events. A kind's number is its position in this list. */
// biome-ignore format: a table
export const eventKinds = [
  "encounter", "refused", "promise_made", "promise_kept", "promise_broken", "thanks", "gossip", "introduction", "declined",
  "tie_formed", "tie_forgotten", "news_offered", "news_used", "agent_replaced", "agents_swapped",
] as const;

// biome-ignore format: a table
export const ENCOUNTER = 0, REFUSED = 1, PROMISE_MADE = 2, PROMISE_KEPT = 3, PROMISE_BROKEN = 4, THANKS = 5, GOSSIP = 6,
  INTRODUCTION = 7, DECLINED = 8, TIE_FORMED = 9, TIE_FORGOTTEN = 10, NEWS_OFFERED = 11, NEWS_USED = 12, AGENT_REPLACED = 13, AGENTS_SWAPPED = 14;

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
}

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
}
