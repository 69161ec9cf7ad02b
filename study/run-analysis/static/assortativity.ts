import type { Ties } from "../network.ts";

/**
 * Assortativity: the correlation of a value at the two ends of ties. Above 0, agents with high values have ties to each other.
 *
 * @param lower by tie: its lower agent
 * @param own the numbers of the ties that count
 * @param value by agent
 * @returns −1 to 1; NaN if the value is the same at all ends
 * @see Newman 2003, Physical Review E 67, 026126
 */
export function assortativity({ contacts }: Ties, lower: Uint32Array, own: Uint32Array, value: ArrayLike<number>): number {
  const count = own.length;
  // Each tie counts in both directions, so both ends have the same mean and variance.
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const tie = own[at] ?? 0;
    sum += (value[lower[tie] ?? 0] ?? 0) + (value[contacts[tie] ?? 0] ?? 0);
  }
  const mean = sum / (2 * count);
  let products = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const tie = own[at] ?? 0;
    const a = (value[lower[tie] ?? 0] ?? 0) - mean;
    const b = (value[contacts[tie] ?? 0] ?? 0) - mean;
    products += a * b;
    squares += (a * a + b * b) / 2;
  }
  // Rounding leaves a tiny variance of equal values.
  return squares < 1e-20 * count ? Number.NaN : products / squares;
}
