import { describe, expect, test } from "vitest";
import { createScene, includesAgent, lightSelection, radiusOf } from "../../../viz/network/scene.ts";
import { noTies } from "../../../viz/network/ties/drawn-ties.ts";

describe("a selection lights", () => {
  const ties = { ...noTies, count: 2, lower: Uint32Array.of(0, 1, 1), upper: Uint32Array.of(2, 2, 4) };
  const litBy = (selection: Parameters<typeof includesAgent>[0], lit = new Uint8Array(0)) => {
    const scene = { ...createScene(), agents: 5, ties, selection, lit };
    lightSelection(scene);
    return [...scene.lit.keys()].filter((agent) => scene.lit[agent] === 1);
  };

  test("an agent and its contacts by ties on show", () => {
    expect(litBy({ agent: 2 })).toEqual([0, 1, 2]);
    expect(litBy({ agent: 1 })).toEqual([1, 2]);
    expect(litBy({ agent: 3 })).toEqual([3]);
  });

  test("the two agents of a tie, and nobody who was lit before", () => {
    expect(litBy({ lower: 0, upper: 4 }, new Uint8Array(5).fill(1))).toEqual([0, 4]);
    expect(litBy(undefined, new Uint8Array(5).fill(1))).toEqual([]);
  });
});

test("a selection includes its agent, or the two agents of its tie", () => {
  expect([0, 1, 2].map((agent) => includesAgent({ agent: 1 }, agent))).toEqual([false, true, false]);
  expect([0, 1, 2].map((agent) => includesAgent({ lower: 0, upper: 2 }, agent))).toEqual([true, false, true]);
  expect(includesAgent(undefined, 0)).toBe(false);
});

test("an agent's area grows with its amount, and its radius no longer shrinks from far away", () => {
  expect(radiusOf(undefined, 1)).toBe(5);
  expect([0, 0.25, 1].map((amount) => radiusOf(amount, 1))).toEqual([2.5, 5.75, 9]);
  expect(radiusOf(undefined, 0.16) * 0.16).toBeCloseTo(radiusOf(undefined, 0.08) * 0.08, 12);
  expect(radiusOf(undefined, 0.32)).toBe(5);
});
