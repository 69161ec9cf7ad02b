import fc from "fast-check";
import { expect, test } from "vitest";
import { selectNth } from "../../../study/statistics/select-nth.ts";

test("the value at a place is the one that sorting puts there, with none larger before and none smaller behind", () => {
  const values = fc.array(fc.double({ noNaN: true, min: -5, max: 5 }), { minLength: 1, maxLength: 60 });
  const withTies = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(values, withTies), fc.nat(), (given, place) => {
      const at = place % given.length;
      const reordered = Float64Array.from(given);
      const found = selectNth(reordered, at);
      expect(found).toBe(Float64Array.from(given).sort()[at]);
      expect(Math.max(Number.NEGATIVE_INFINITY, ...reordered.subarray(0, at))).toBeLessThanOrEqual(found);
      expect(Math.min(Number.POSITIVE_INFINITY, ...reordered.subarray(at))).toBeGreaterThanOrEqual(found);
    }),
  );
});
