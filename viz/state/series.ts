import { type ReadonlySignal, signal } from "@preact/signals";
import type { MeasureColumn } from "../../workers/messages.ts";

/** Numbers for which a new store has room. */
const FIRST_ROOM = 1 << 15;

/** The network measures of the run so far: one row per measured tick, in order of ticks. */
export interface Series {
  /** the number of rows; a signal, so that charts follow */
  readonly length: ReadonlySignal<number>;
  /** a measure in a row; NaN if it is not defined there, or if the row or the measure doesn't exist */
  at(row: number, measure: string): number;
  /** the least and the greatest value of a measure so far; Infinity and −Infinity if it was never defined */
  range(measure: string): readonly [low: number, high: number];
  /** adds the rows of a frame, one after the other in one array */
  add(rows: Float64Array): void;
  /** drops the rows after a tick; the ranges stay as wide as they were */
  cutAfter(tick: number): void;
  /** empties the store for a run with these measures */
  clear(measures: readonly MeasureColumn[]): void;
  /** the label and meaning of a measure */
  column(measure: string): MeasureColumn | undefined;
}

export function createSeries(): Series {
  const length = signal(0);
  let columns: readonly MeasureColumn[] = [];
  let places = new Map<string, number>();
  let numbers = new Float64Array(FIRST_ROOM);
  let lows = new Float64Array(0);
  let highs = new Float64Array(0);

  function reserve(room: number, used: number): void {
    if (room <= numbers.length) return;
    const larger = new Float64Array(Math.max(numbers.length * 2, room));
    larger.set(numbers.subarray(0, used));
    numbers = larger;
  }

  return {
    length,
    at(row, measure) {
      const place = places.get(measure);
      if (place === undefined || row < 0 || row >= length.peek()) return Number.NaN;
      return numbers[row * columns.length + place] ?? Number.NaN;
    },
    range(measure) {
      const place = places.get(measure) ?? -1;
      return [lows[place] ?? Number.POSITIVE_INFINITY, highs[place] ?? Number.NEGATIVE_INFINITY];
    },
    add(rows) {
      if (columns.length === 0) return;
      const used = length.value * columns.length;
      reserve(used + rows.length, used);
      numbers.set(rows, used);
      for (const [k, value] of rows.entries()) {
        const place = k % columns.length;
        // Comparisons with NaN are false, so an undefined value changes neither.
        if (value < (lows[place] ?? Number.NaN)) lows[place] = value;
        if (value > (highs[place] ?? Number.NaN)) highs[place] = value;
      }
      length.value += rows.length / columns.length;
    },
    cutAfter(tick) {
      const place = places.get("tick");
      if (place === undefined) return;
      let rows = length.value;
      while (rows > 0 && (numbers[(rows - 1) * columns.length + place] as number) > tick) rows--;
      length.value = rows;
    },
    clear(measures) {
      columns = measures;
      places = new Map(measures.map(({ name }, at) => [name, at]));
      lows = new Float64Array(measures.length).fill(Number.POSITIVE_INFINITY);
      highs = new Float64Array(measures.length).fill(Number.NEGATIVE_INFINITY);
      length.value = 0;
    },
    column: (measure) => columns.find(({ name }) => name === measure),
  };
}
