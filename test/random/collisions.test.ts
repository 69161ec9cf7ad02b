import { expect, test } from "vitest";
import { orders } from "../helpers/draw-orders.ts";

// Knuth's collision test, which exposes weak hashes of this kind: two draws select one of 2^26 cells.
const POINTS = 2 ** 20;
const CELLS = 2 ** 26;

/** Draws that select a cell already taken. Their number is close to Poisson distributed. */
const EXPECTED = POINTS - CELLS * (1 - (1 - 1 / CELLS) ** POINTS);

test.each(orders.filter(([name]) => ["counts", "purposes", "pairs of 200 agents"].includes(name)))(
  "pairs of draws along %s collide as often as expected by chance",
  (_, bitsAt) => {
    for (const shift of [0, 19]) {
      const taken = new Uint32Array(CELLS / 32);
      let collisions = 0;
      for (let point = 0; point < POINTS; point++) {
        const half = (bitsAt(2 * point) >>> shift) & 8191;
        const cell = half * 8192 + ((bitsAt(2 * point + 1) >>> shift) & 8191);
        const bit = 1 << (cell & 31);
        if ((taken[cell >>> 5] & bit) !== 0) collisions++;
        taken[cell >>> 5] |= bit;
      }
      // 4.42 standard deviations: 1 in 100,000
      expect(Math.abs(collisions - EXPECTED), `bits from ${shift}`).toBeLessThan(4.42 * Math.sqrt(EXPECTED));
    }
  },
);
