import { expect, test } from "vitest";
import { orders } from "../helpers/draw-orders.ts";

// Knuth's collision test, with which weak hashes of this kind give themselves away: two draws name one of 2^26 cells.
const POINTS = 2 ** 20;
const CELLS = 2 ** 26;

/** Draws of half-cells that fall where one has fallen before. Their number is near that of a Poisson distribution. */
const EXPECTED = POINTS - CELLS * (1 - (1 - 1 / CELLS) ** POINTS);

test.each(orders.filter(([name]) => ["counts", "purposes", "pairs of 200 agents"].includes(name)))(
  "pairs of draws along %s fall into one cell as often as by chance",
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
