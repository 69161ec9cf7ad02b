/** The kinds of events, in the order of their numbers. */
// biome-ignore format: a table
export const eventKinds = [
  "encounter", "refused", "promise_made", "promise_kept", "promise_broken", "thanks", "gossip", "introduction", "declined",
  "tie_formed", "tie_forgotten", "news_offered", "news_used",
] as const;

// biome-ignore format: a table
export const ENCOUNTER = 0, REFUSED = 1, PROMISE_MADE = 2, PROMISE_KEPT = 3, PROMISE_BROKEN = 4, THANKS = 5, GOSSIP = 6,
  INTRODUCTION = 7, DECLINED = 8, TIE_FORMED = 9, TIE_FORGOTTEN = 10, NEWS_OFFERED = 11, NEWS_USED = 12;

/** What an event is not about. */
export const NOBODY = -1;

/**
 * What happened: always as counts, and one by one while somebody listens. The step writes here and never reads it, so that
 * listening changes nothing.
 */
export interface EventLog {
  /** by kind: how often since the start */
  readonly counts: Float64Array;
  /** 1 while events are kept one by one */
  listening: number;
  /** events kept since the log was last cleared */
  kept: number;
  kind: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
  /** a third agent, or an item of news; NOBODY where there is none */
  about: Float64Array;
  /** NaN where there is none */
  value: Float64Array;
}

export function createEventLog(): EventLog {
  return {
    counts: new Float64Array(eventKinds.length),
    listening: 0,
    kept: 0,
    ...columns(0),
  };
}

function columns(capacity: number) {
  return {
    kind: new Uint8Array(capacity),
    from: new Uint32Array(capacity),
    to: new Uint32Array(capacity),
    about: new Float64Array(capacity),
    value: new Float64Array(capacity),
  };
}

export function noteEvent(log: EventLog, kind: number, from: number, to: number, about: number, value: number): void {
  log.counts[kind]++;
  if (log.listening === 1) keepEvent(log, kind, from, to, about, value);
}

function keepEvent(log: EventLog, kind: number, from: number, to: number, about: number, value: number): void {
  if (log.kept === log.kind.length) grow(log);
  const at = log.kept++;
  log.kind[at] = kind;
  log.from[at] = from;
  log.to[at] = to;
  log.about[at] = about;
  log.value[at] = value;
}

function grow(log: EventLog): void {
  const larger = columns(Math.max(1024, log.kind.length * 2));
  larger.kind.set(log.kind);
  larger.from.set(log.from);
  larger.to.set(log.to);
  larger.about.set(log.about);
  larger.value.set(log.value);
  Object.assign(log, larger);
}
