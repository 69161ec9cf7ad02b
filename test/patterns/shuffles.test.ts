import { describe, expect, test } from "vitest";
import { shuffleWithinCircles, type TieInCircle } from "../../patterns/shuffles.ts";

/** Ties of two circles, with strengths and overlaps by place. */
function tiesOf(strength: (place: number, circle: number) => number, overlap: (place: number, circle: number) => number) {
  return [0, 1].flatMap((circle) =>
    Array.from(
      { length: 40 },
      (_, place): TieInCircle => ({
        circle,
        strength: strength(place, circle),
        overlap: overlap(place, circle),
      }),
    ),
  );
}

describe("shuffles within circles", () => {
  test("lose a correlation tie by tie", () => {
    const ties = tiesOf(
      (place) => place,
      (place) => place * place,
    );
    const { correlation, highest } = shuffleWithinCircles(ties, 100, "tie by tie");
    expect(correlation).toBeCloseTo(1, 12);
    expect(highest).toBeLessThan(0.5);
    expect(highest).toBeGreaterThan(0);
  });

  test("keep a correlation that comes from differences between circles", () => {
    const ties = tiesOf(
      (place, circle) => 100 * circle + place,
      (place, circle) => 100 * circle + ((place * 17) % 40),
    );
    const { correlation, highest } = shuffleWithinCircles(ties, 20, "between circles");
    expect(correlation).toBeGreaterThan(0.7);
    expect(highest).toBeGreaterThan(0.7);
  });

  test("are the same for the same seed, and others for another", () => {
    const ties = tiesOf(
      (place) => (place * 7) % 40,
      (place) => place,
    );
    const highest = (seed: string) => shuffleWithinCircles(ties, 10, seed).highest;
    expect(highest("a")).toBe(highest("a"));
    expect(highest("a")).not.toBe(highest("b"));
  });

  test("give equal values the mean of their ranks", () => {
    // ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: r = 4.5 / √(4.5 · 5)
    const ties = [1, 2, 2, 3].map((strength, at) => ({ circle: 0, strength, overlap: at }));
    expect(shuffleWithinCircles(ties, 1, "").correlation).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });
});
