import { describe, expect, test } from "vitest";
import { draw } from "../../sim/random/keyed-draws.ts";
import { chiSquare } from "../helpers/chi-square.ts";
import { orders } from "../helpers/draw-orders.ts";

const DRAWS = 1 << 17;

/** Critical values of chi-square at 1 in 100,000, for 1 and for 255 degrees of freedom. */
const OF_TWO = 19.51;
const OF_256 = 362.99;

describe.each(orders)("draws along %s", (_, bitsAt) => {
  const drawn = Uint32Array.from({ length: DRAWS }, (_, k) => bitsAt(k));

  test("each of the 32 bits is set in half of the draws", () => {
    for (let bit = 0; bit < 32; bit++) {
      let set = 0;
      for (const value of drawn) set += (value >>> bit) & 1;
      expect(chiSquare([set, DRAWS - set]), `bit ${bit}`).toBeLessThan(OF_TWO);
    }
  });

  test("each of the four bytes has every value equally often", () => {
    for (const shift of [0, 8, 16, 24]) {
      const counts = new Array<number>(256).fill(0);
      for (const value of drawn) counts[(value >>> shift) & 255]++;
      expect(chiSquare(counts), `byte at ${shift}`).toBeLessThan(OF_256);
    }
  });

  test("a draw does not predict the next: each pair of high or low half-bytes is equally frequent", () => {
    for (const shift of [0, 28]) {
      const counts = new Array<number>(256).fill(0);
      for (let k = 1; k < DRAWS; k++) counts[((drawn[k - 1] >>> shift) & 15) * 16 + ((drawn[k] >>> shift) & 15)]++;
      expect(chiSquare(counts), `half-byte at ${shift}`).toBeLessThan(OF_256);
    }
  });

  test("neighboring draws share each bit only as often as expected by chance", () => {
    for (let bit = 0; bit < 32; bit++) {
      let same = 0;
      for (let k = 1; k < DRAWS; k++) same += ~((drawn[k - 1] ^ drawn[k]) >>> bit) & 1;
      expect(chiSquare([same, DRAWS - 1 - same]), `bit ${bit}`).toBeLessThan(OF_TWO);
    }
  });
});

test("a draw is a multiple of 2^-32, at least 0 and below 1", () => {
  for (let number = 0; number < 10_000; number++) {
    const u = draw(number * 7, 12345, number);
    expect(u >= 0 && u < 1 && Number.isInteger(u * 2 ** 32)).toBe(true);
  }
});
