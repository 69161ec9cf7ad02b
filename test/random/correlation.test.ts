import { expect, test } from "vitest";
import { type Purpose, purposes } from "../../sim/random/purposes.ts";
import { seedKey } from "../../sim/random/seed.ts";
import { bits } from "../helpers/draw-orders.ts";

const DRAWS = 100_000;

/** Correlation of two series of draws, both read as numbers from 0 to 1. */
function correlation(one: (k: number) => number, other: (k: number) => number, draws = DRAWS): number {
  let sum = 0;
  // Uniform draws have mean ½ and variance 1/12.
  for (let k = 0; k < draws; k++) sum += (one(k) * 2 ** -32 - 0.5) * (other(k) * 2 ** -32 - 0.5);
  return (12 * sum) / draws;
}

/** For independent draws it is within 4.42 standard deviations of 1 / √draws, except in 1 of 100,000 cases. */
const bound = (draws = DRAWS) => 4.42 / Math.sqrt(draws);

const key = seedKey("correlation");
const names = Object.keys(purposes) as Purpose[];

const neighbors: [string, (k: number, next: 0 | 1) => number][] = [
  ["an agent and the next", (k, next) => bits(key, 3, k + next, k + next, "need")],
  ["a contact and the next", (k, next) => bits(key, 3, 17, k + next, "asks")],
  ["a doer and the next", (k, next) => bits(key, 3, k + next, 17, "asks")],
  [
    "a pair and the same pair the other way round",
    (k, next) => (next === 0 ? bits(key, 3, k, k + 9, "asks") : bits(key, 3, k + 9, k, "asks")),
  ],
  ["an agent's own event and that with the next agent", (k, next) => bits(key, 3, k, k + next, "asks")],
  ["a tick and the next", (k, next) => bits(key, k + next, 5, 17, "asks")],
  ["a tick and the next, agent after agent", (k, next) => bits(key, 260 + next, k, k, "sharing")],
  ["a count and the next", (k, next) => bits(key, k, 5, 17, "partner", next)],
  ["a purpose and the next", (k, next) => bits(key, 3, k, 17, names[(k % (names.length - 1)) + next])],
  ["a tick and an agent that trade places", (k, next) => (next === 0 ? bits(key, 1, k, k, "need") : bits(key, k, 1, 1, "need"))],
];

test.each(neighbors)("no correlation between %s", (_, at) => {
  const r = correlation(
    (k) => at(k, 0),
    (k) => at(k, 1),
  );
  expect(Math.abs(r)).toBeLessThan(bound());
});

test("no correlation between a seed and the next: run 1, run 2, run 3 …", () => {
  const runs = 20_000;
  const keys = Array.from({ length: runs + 1 }, (_, k) => seedKey(String(k)));
  for (const [tick, agent] of [
    [0, 0],
    [1, 0],
    [0, 199],
    [520, 77],
  ] as const) {
    const r = correlation(
      (k) => bits(keys[k], tick, agent, agent, "sharing"),
      (k) => bits(keys[k + 1], tick, agent, agent, "sharing"),
      runs,
    );
    expect(Math.abs(r), `tick ${tick}, agent ${agent}`).toBeLessThan(bound(runs));
  }
});

test("20,000 consecutive seeds have different keys", () => {
  const keys = new Set(Array.from({ length: 20_000 }, (_, k) => seedKey(String(k)).join()));
  expect(keys.size).toBe(20_000);
});

test("a seed can be any text (empty, blank, long, another script), and each gives a different key", () => {
  const texts = ["", " ", "0", "00", "büro", "bu\u0308ro", "弱い紐帯", "x".repeat(10_000), "x".repeat(10_001)];
  expect(new Set(texts.map((text) => seedKey(text).join())).size).toBe(texts.length);
  expect(seedKey("büro")).toEqual(seedKey("büro"));
});
