import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DesignPoint } from "../../study/experiment.ts";
import { intervalKey, pointId, runId, runSeed } from "../../study/run-identity.ts";

const value = fc.oneof(fc.boolean(), fc.double({ noNaN: true }), fc.constantFrom("never", "circles", "1", "true"));
const point: fc.Arbitrary<DesignPoint> = fc.dictionary(
  fc.constantFrom("gossip", "blow_off", "focal.openness", "agents", "network"),
  value,
) as fc.Arbitrary<DesignPoint>;
const arm = fc.constantFrom("base", "none", "a", "b", "gossip");
const run = fc.tuple(point, arm, fc.integer({ min: 1, max: 9 }));

/** Everything that identifies a run, independent of the order of its factors. */
const content = ([of, name, replicate]: [DesignPoint, string, number]) =>
  JSON.stringify([
    name,
    replicate,
    ...Object.keys(of).sort(),
    ...Object.keys(of)
      .sort()
      .map((factor) => of[factor]),
  ]);

describe("the id of a run", () => {
  test("is sixteen hexadecimal digits", () => {
    fc.assert(fc.property(run, (one) => /^[\da-f]{16}$/.test(runId(...one))));
  });

  test("does not depend on the order of its factors", () => {
    const backward = (of: DesignPoint) => Object.fromEntries(Object.entries(of).reverse());
    fc.assert(fc.property(run, ([of, name, replicate]) => runId(backward(of), name, replicate) === runId(of, name, replicate)));
    expect(runId({ a: 1, b: 2 }, "base", 1)).toBe(runId({ b: 2, a: 1 }, "base", 1));
    expect(pointId({ a: 1, b: 2 })).toBe(pointId({ b: 2, a: 1 }));
  });

  test("differs if and only if anything in the run differs", () => {
    fc.assert(
      fc.property(run, run, (one, other) => (runId(...one) === runId(...other)) === (content(one) === content(other))),
      { numRuns: 2000 },
    );
  });

  test.each<[string, DesignPoint, string, number]>([
    ["another value", { blow_off: 0.4, gossip: true }, "base", 1],
    ["the same value as a word", { blow_off: "0.3", gossip: true }, "base", 1],
    ["a number for a switch", { blow_off: 0.3, gossip: 1 }, "base", 1],
    ["values that have changed places", { blow_off: true, gossip: 0.3 }, "base", 1],
    ["one factor more", { blow_off: 0.3, gossip: true, noise: 0 }, "base", 1],
    ["one factor less", { blow_off: 0.3 }, "base", 1],
    ["another arm", { blow_off: 0.3, gossip: true }, "none", 1],
    ["another replicate", { blow_off: 0.3, gossip: true }, "base", 11],
    ["the last bit of a value", { blow_off: 0.30000000000000004, gossip: true }, "base", 1],
  ])("changes with %s", (_, of, name, replicate) => {
    expect(runId(of, name, replicate)).not.toBe(runId({ blow_off: 0.3, gossip: true }, "base", 1));
  });

  // Among 200,000 random 64-bit words, the chance that any two are equal is 1 in a billion.
  test("is unique among 200,000 runs that differ only slightly", () => {
    const ids = new Set<string>();
    for (let level = 0; level < 100; level++)
      for (const gossip of [true, false])
        for (const name of ["base", "base2"])
          for (let replicate = 1; replicate <= 500; replicate++) ids.add(runId({ blow_off: level / 100, gossip }, name, replicate));
    expect(ids.size).toBe(200_000);
  });
});

describe("the seed of a run", () => {
  test("is the experiment's seed followed by the replicate", () => {
    expect(runSeed({ seed: "tiny" }, 1)).toBe("tiny-1");
    expect(runSeed({ seed: "007" }, 12)).toBe("007-12");
  });

  test("is unique to its replicate", () => {
    expect(new Set(Array.from({ length: 1000 }, (_, at) => runSeed({ seed: "1" }, at + 1))).size).toBe(1000);
  });
});

describe("the key of an interval", () => {
  const keyOf = (...given: Parameters<typeof intervalKey>) => intervalKey(...given).join();

  test("depends on each of seed, outcome, point and arm", () => {
    const keys = [
      keyOf("s", "trust", { a: 1, b: 2 }, "base"),
      keyOf("t", "trust", { a: 1, b: 2 }, "base"),
      keyOf("s", "ties", { a: 1, b: 2 }, "base"),
      keyOf("s", "trust", { a: 2, b: 1 }, "base"),
      keyOf("s", "trust", { a: 1, b: 2 }, "none"),
    ];
    expect(new Set(keys).size).toBe(5);
  });

  test("does not depend on the order of factors", () => {
    expect(keyOf("s", "trust", { a: 1, b: 2 }, "base")).toBe(keyOf("s", "trust", { b: 2, a: 1 }, "base"));
  });
});
