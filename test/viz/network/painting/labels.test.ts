import { zoomIdentity } from "d3";
import { describe, expect, test } from "vitest";
import { agentLabeledBelow, claimSpace, showsName } from "../../../../viz/network/painting/draw-labels.ts";
import { isFarther } from "../../../../viz/network/painting/painter.ts";

test("a name takes a space that no other name covers", () => {
  const taken: number[] = [];
  expect(claimSpace(taken, 0, 0, 40, 10)).toBe(true);
  expect(claimSpace(taken, 39, 0, 40, 10)).toBe(false);
  expect(claimSpace(taken, 0, 9, 40, 10)).toBe(false);
  expect(claimSpace(taken, 31, 0, 20, 10)).toBe(true);
  expect(claimSpace(taken, 0, 10, 40, 10)).toBe(true);
  expect(taken).toHaveLength(9);
});

describe("names are drawn", () => {
  const scene = (k: number, more: object = {}) => ({
    labels: true,
    selection: undefined,
    lit: Uint8Array.of(1, 0),
    transform: zoomIdentity.scale(k),
    agents: 200,
    ...more,
  });

  test("of everyone from close by", () => {
    expect([2, 2.3].map((k) => showsName(scene(k), 1, false))).toEqual([false, true]);
  });

  test("of everyone at any zoom if a few people have names from a file", () => {
    expect([60, 61].map((agents) => showsName(scene(0.5, { agents }), 1, true))).toEqual([true, false]);
    expect(showsName(scene(0.5, { agents: 60 }), 1, false)).toBe(false);
  });

  test("of lit agents alone while something is selected", () => {
    const selected = { selection: { agent: 0 } };
    expect([0, 1].map((agent) => showsName(scene(3, selected), agent, true))).toEqual([true, false]);
    expect(showsName(scene(1.1, selected), 0, true)).toBe(false);
  });

  test("of nobody if the reader has turned names off", () => {
    expect(showsName(scene(5, { labels: false }), 0, true)).toBe(false);
  });
});

test("of a selected tie, the agent farther down has its name below", () => {
  const positions = Float32Array.of(0, 10, 0, 20);
  expect(agentLabeledBelow({ lower: 0, upper: 1 }, positions)).toBe(1);
  expect(agentLabeledBelow({ lower: 0, upper: 1 }, Float32Array.of(0, 30, 0, 20))).toBe(0);
  expect(agentLabeledBelow({ agent: 1 }, positions)).toBe(-1);
  expect(agentLabeledBelow(undefined, positions)).toBe(-1);
});

test("agents have moved if one of them is farther away than can be seen, or is new", () => {
  const before = Float32Array.of(0, 0, 10, 10);
  expect(isFarther(before, Float32Array.of(0.1, 0, 10, 9.9), 2, 0.125)).toBe(false);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 9.8), 2, 0.125)).toBe(true);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 9.8), 1, 0.125)).toBe(false);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 10, 5, 5), 3, 0.125)).toBe(true);
});
