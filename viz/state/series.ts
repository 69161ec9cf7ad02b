import { type ReadonlySignal, signal } from "@preact/signals";
import type { MeasureColumn } from "../../workers/messages.ts";

/** The measures of the run so far, a row a measured tick, ticks ascending. */
export interface Series {
  /** rows in use; a signal, so that charts follow */
  readonly length: ReadonlySignal<number>;
  /** a number of row `row`; NaN where the measure is not defined */
  at(row: number, measure: string): number;
  /** the least and the greatest number of a measure so far; Infinity and −Infinity where it was never defined */
  range(measure: string): readonly [low: number, high: number];
  /** adds rows as a frame brings them, one after the other */
  add(rows: Float64Array): void;
  /** another run begins, with rows of these measures */
  clear(measures: readonly MeasureColumn[]): void;
  /** what a measure is called and means */
  column(measure: string): MeasureColumn | undefined;
}

export function createSeries(): Series {
  const length = signal(0);
  let columns: readonly MeasureColumn[] = [];
  let places = new Map<string, number>();
  let numbers = new Float64Array(1 << 15);
  let lows = new Float64Array(0);
  let highs = new Float64Array(0);
  return {
    length,
    at(row, measure) {
      const place = places.get(measure);
      return place === undefined ? Number.NaN : numbers[row * columns.length + place];
    },
    range(measure) {
      const place = places.get(measure) ?? -1;
      return [lows[place] ?? Number.POSITIVE_INFINITY, highs[place] ?? Number.NEGATIVE_INFINITY];
    },
    add(rows) {
      if (columns.length === 0) return;
      const used = length.value * columns.length;
      if (used + rows.length > numbers.length) {
        const larger = new Float64Array(Math.max(numbers.length * 2, used + rows.length));
        larger.set(numbers.subarray(0, used));
        numbers = larger;
      }
      numbers.set(rows, used);
      for (let k = 0; k < rows.length; k++) {
        const place = k % columns.length;
        // written so that NaN moves neither
        if (rows[k] < lows[place]) lows[place] = rows[k];
        if (rows[k] > highs[place]) highs[place] = rows[k];
      }
      length.value += rows.length / columns.length;
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
