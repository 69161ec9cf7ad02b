import {
  eventKinds,
  FROM_AFTER,
  FROM_BEFORE,
  MOVES,
  NOBODY,
  STRENGTH_AFTER,
  STRENGTH_BEFORE,
  TO_AFTER,
  TO_BEFORE,
} from "../../sim/population/event-log.ts";
import type { Population } from "../../sim/population/population.ts";

/** A number before and after an event; undefined where there was none. */
export type Move = readonly [before: number | undefined, after: number | undefined];

/** An event, as docs/files.md describes the columns of events.csv. */
export interface ReferenceEvent {
  readonly kind: (typeof eventKinds)[number];
  readonly from: number;
  readonly to: number;
  readonly about?: number | undefined;
  readonly value?: number;
  /** trust share of `from` in `to` */
  readonly fromTrust?: Move;
  /** trust share of `to` in `from`, or, in gossip, in `about` */
  readonly toTrust?: Move;
  readonly strength?: Move;
}

/** Events of a tick as texts with all digits. The description doesn't say in which order ties are forgotten, so these are sorted. */
export function eventTexts(events: readonly ReferenceEvent[]): string[] {
  const forgotten = events.filter(({ kind }) => kind === "tie_forgotten").sort((a, b) => a.from - b.from || a.to - b.to);
  return [...events.filter(({ kind }) => kind !== "tie_forgotten"), ...forgotten].map(
    ({ kind, from, to, about, value, fromTrust = [], toTrust = [], strength = [] }) =>
      [kind, from, to, about, value, ...pair(fromTrust), ...pair(toTrust), ...pair(strength)].join(" "),
  );
}

const pair = ([before, after]: Move | readonly []): readonly (number | undefined)[] => [before, after];

/** The events that the engine has stored. Clears its log. */
export function takeEvents({ events }: Population): ReferenceEvent[] {
  const defined = (value: number) => (Number.isNaN(value) ? undefined : value);
  const stored = Array.from({ length: events.kept }, (_, at): ReferenceEvent => {
    const moved = (which: number) => defined(events.moved[at * MOVES + which]);
    return {
      kind: eventKinds[events.kind[at]],
      from: events.from[at],
      to: events.to[at],
      about: events.about[at] === NOBODY ? undefined : events.about[at],
      ...(Number.isNaN(events.value[at]) ? {} : { value: events.value[at] }),
      fromTrust: [moved(FROM_BEFORE), moved(FROM_AFTER)],
      toTrust: [moved(TO_BEFORE), moved(TO_AFTER)],
      strength: [moved(STRENGTH_BEFORE), moved(STRENGTH_AFTER)],
    };
  });
  events.kept = 0;
  return stored;
}
