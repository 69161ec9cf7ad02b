import { isEventKind } from "../charts/event-forms.ts";

type Change = Readonly<Record<string, unknown>>;

/** The changes among some, by place in the list, that can move to another week. A turned event is one of its week, so it can't. */
export function movableAt(changes: readonly Change[], at: readonly number[]): number[] {
  return at.filter((place) => !Object.keys(changes[place] ?? {}).some(isEventKind));
}

/** The list with some changes moved by a number of weeks. One that passes lasts as long as before. */
export function moveChanges(changes: readonly Change[], at: readonly number[], weeks: number): Change[] {
  return changes.map((change, place) => {
    if (!at.includes(place)) return change;
    const { tick, until } = change;
    return { ...change, tick: Number(tick) + weeks, ...(until !== undefined && { until: Number(until) + weeks }) };
  });
}

/** Weeks that a key moves a mark; undefined if it doesn't. */
export function weeksOfKey(key: string, weeksAYear: number): number | undefined {
  const weeks: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -weeksAYear,
    PageUp: weeksAYear,
  };
  return weeks[key];
}
