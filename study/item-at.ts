/**
 * The item at a place in a list.
 *
 * @throws RangeError past the ends of the list: a mistake in the program, not in its input
 */
export function itemAt<T>(list: ArrayLike<T>, at: number): T {
  if (!(at >= 0 && at < list.length)) throw new RangeError(`a list of ${list.length} has no place ${at}`);
  return list[at] as T;
}

/**
 * The number at a place, for inner loops: a check that throws would double their time.
 *
 * @returns NaN past the ends
 */
export function numberAt(values: Float64Array, at: number): number {
  return values[at] ?? Number.NaN;
}

/** A value by outcome, design point and arm; or by outcome, arm and factor. */
export type Cube<T> = readonly (readonly (readonly T[])[])[];

/** @throws RangeError past the ends */
export function cellAt<T>(cube: Cube<T>, first: number, second: number, third: number): T {
  return itemAt(itemAt(itemAt(cube, first), second), third);
}
