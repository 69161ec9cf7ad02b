/**
 * Puts the values in such an order that place `at` holds what it would hold if all were sorted, with none larger before it and
 * none smaller behind it: Hoare's quickselect. Faster than sorting where two order statistics are all that is asked for.
 *
 * @param values reordered; no NaN among them
 * @param at a place, 0 to length − 1
 * @returns the value there
 */
export function selectNth(values: Float64Array, at: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[at];
    let low = left;
    let high = right;
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      const swapped = values[low];
      values[low++] = values[high];
      values[high--] = swapped;
    }
    if (high < at) left = low;
    if (low > at) right = high;
  }
  return values[at];
}
