import { signal } from "@preact/signals";
import type { MeasureColumn } from "../../workers/messages.ts";

/** The measures of the run so far, a row a measured tick, ticks ascending. */
export interface Series {
  /** rows in use; a signal, so that charts follow */
  readonly length: { readonly value: number };
  /** a number of row `row`; NaN where the measure is not defined */
  at(row: number, measure: string): number;
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
  return {
    length,
    at(row, measure) {
      const place = places.get(measure);
      return place === undefined ? Number.NaN : numbers[row * columns.length + place];
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
      length.value += rows.length / columns.length;
    },
    clear(measures) {
      columns = measures;
      places = new Map(measures.map(({ name }, at) => [name, at]));
      length.value = 0;
    },
    column: (measure) => columns.find(({ name }) => name === measure),
  };
}
