import fc from "fast-check";
import { expect, test } from "vitest";
import { misfitOfDegrees } from "../../sim/parameters/degrees.ts";
import { anyCases } from "../helpers/any-parameters.ts";

/** Whether a network has these degrees, by construction: tie the agent with the most ties to those with the next most (Havel 1955). */
function canBeBuilt(degrees: readonly number[]): boolean {
  const left = degrees.toSorted((a, b) => b - a);
  const [most = 0, ...rest] = left;
  if (most === 0) return true;
  if (most > rest.length || (rest[most - 1] as number) === 0) return false;
  return canBeBuilt(rest.map((degree, at) => degree - Number(at < most)));
}

test("a list of degrees fits exactly if a network with them can be built", () => {
  let fits = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 8 }), (list) => {
      const isFit = misfitOfDegrees(list, list.length) === undefined;
      expect(isFit).toBe(list.every((degree) => degree < list.length) && canBeBuilt(list));
      fits += Number(isFit);
    }),
    { ...anyCases(17), numRuns: 4000 },
  );
  expect(fits).toBeGreaterThan(300);
});
