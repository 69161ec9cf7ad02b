import { WEEKS_A_YEAR } from "../text/format-tick.ts";

/** Planned changes further away than this share of the run don't stretch the timeline, or the run so far would be squeezed. */
const FARTHEST = 2;

/** The least years that a planned change may be away without being too far. */
const YEARS_AHEAD = 5;

type Interventions = readonly Readonly<Record<string, unknown>>[];

/** The last tick of the timeline: the run so far, what is planned soon, and a year at least. */
export function timelineEnd(present: number, interventions: Interventions): number {
  const most = Math.max(FARTHEST * present, YEARS_AHEAD * WEEKS_A_YEAR);
  const planned = interventions.map(({ tick, until }) => Number(until ?? tick)).filter((tick) => tick <= most);
  return Math.max(WEEKS_A_YEAR, present, ...planned);
}

/** A mark on the timeline: the changes of a tick, or one that lasts. */
export interface TimelineMark {
  /** the places of the changes in the list */
  readonly at: readonly number[];
  readonly tick: number;
  /** the last tick of a change that passes */
  readonly until?: number;
}

/** The marks up to the end of the timeline. Changes of one tick share a mark; those that last have their own. */
export function timelineMarks(interventions: Interventions, end: number): TimelineMark[] {
  const marks = new Map<string, { at: number[]; tick: number; until?: number }>();
  for (const [at, { tick, until }] of interventions.entries()) {
    const first = Number(tick);
    if (first > end) continue;
    const key = until === undefined ? String(first) : `${first} ${at}`;
    const known = marks.get(key);
    if (known !== undefined) known.at.push(at);
    else marks.set(key, { at: [at], tick: first, ...(until !== undefined && { until: Math.min(end, Number(until)) }) });
  }
  return [...marks.values()];
}

/** The nearest tick to a place on the timeline, within the run so far. */
export function tickAtPlace(place: number, width: number, end: number, present: number): number {
  return Math.max(0, Math.min(present, Math.round((place / Math.max(1, width)) * end)));
}

/** Where a key moves the cursor of the timeline; undefined if it does nothing. */
export function tickAfterKey(key: string, tick: number, present: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: tick - 1,
    ArrowDown: tick - 1,
    ArrowRight: tick + 1,
    ArrowUp: tick + 1,
    PageUp: tick + WEEKS_A_YEAR,
    PageDown: tick - WEEKS_A_YEAR,
    Home: 0,
    End: present,
  };
  const next = moves[key];
  return next === undefined ? undefined : Math.max(0, Math.min(present, next));
}

/**
 * How far handles move to the right of their places so that each has room, in pixels.
 *
 * @param places in pixels, ascending
 * @param least from one handle to the next
 */
export function spreadHandles(places: readonly number[], least: number): number[] {
  let before = Number.NEGATIVE_INFINITY;
  return places.map((place) => {
    before = Math.max(place, before + least);
    return before - place;
  });
}
