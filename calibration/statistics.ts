import { itemAt } from "../study/item-at.ts";
import { meanOf } from "../study/statistics/describe.ts";

/** Means of the columns of a table. */
export function columnMeans(rows: readonly (readonly number[])[]): number[] {
  return itemAt(rows, 0).map((_, column) => meanOfColumn(rows, column));
}

/** @returns NaN for a table without rows */
export function meanOfColumn(rows: readonly (readonly number[])[], column: number): number {
  return meanOf(rows.map((row) => itemAt(row, column)));
}
