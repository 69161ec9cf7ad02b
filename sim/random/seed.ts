import seedrandom from "seedrandom";

/**
 * The key of a run, from the text of its seed: two words of 32 bits. The only place that knows seedrandom. Alea, as its
 * neighboring seeds are independent; called once a run.
 *
 * @param seed any text
 * @returns length 2
 */
export function seedKey(seed: string): Int32Array {
  const alea = seedrandom.alea(seed);
  return Int32Array.of(alea.int32(), alea.int32());
}
