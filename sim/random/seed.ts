import alea from "seedrandom/lib/alea.js";

/**
 * Computes the key of a run from the text of its seed: two words of 32 bits. Only this file uses seedrandom. It uses the Alea
 * generator, because similar seeds give independent keys. Called once per run.
 *
 * @param seed any text
 * @returns length 2
 */
export function seedKey(seed: string): Int32Array {
  const generator = alea(seed);
  return Int32Array.of(generator.int32(), generator.int32());
}
