import { describe, expect, test } from "vitest";
import { createScene, includesAgent, lightSelection, radiusOf } from "../../../viz/network/scene.ts";
import { noTies } from "../../../viz/network/ties/drawn-ties.ts";
import { Transform } from "../../../viz/network/transform.ts";

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

describe("a dot", () => {
  const at = (k: number, spacing = 10) => ({ spacing, transform: new Transform(k) });

  test("grows with its amount", () => {
    const whole = radiusOf(undefined, at(1));
    expect([0, 0.25, 1].map((amount) => radiusOf(amount, at(1)) / whole)).toEqual(
      [0.5, 1.15, 1.8].map((one) => expect.closeTo(one, 12)),
    );
  });

  test("leaves a gap to its neighbor, but for those that would be too small to see", () => {
    for (const k of [0.5, 1, 2, 5, 12]) expect(2 * radiusOf(undefined, at(k))).toBeLessThan(0.8 * Math.max(k * 10, 5));
    expect(radiusOf(undefined, at(0.01))).toBe(1.75);
  });

  test("spreads rather than grows from close by: four times the room, twice the radius", () => {
    expect(radiusOf(undefined, at(8)) / radiusOf(undefined, at(2))).toBeCloseTo(2, 12);
    expect(radiusOf(undefined, at(0.8)) / radiusOf(undefined, at(0.6))).toBeCloseTo(0.8 / 0.6, 12);
  });
});
