import { describe, expect, test } from "vitest";
import { chooseNames } from "../../../../viz/network/painting/choose-names.ts";
import { agentLabeledBelow, type Box, placeName } from "../../../../viz/network/painting/draw-labels.ts";
import { isFarther } from "../../../../viz/network/painting/painter.ts";

describe("a name", () => {
  const canvas = { width: 400, height: 300, space: 14, isBelow: false };

  test("stands above its agent, else below, else nowhere", () => {
    const taken: Box[] = [];
    const placed = [1, 2, 3].map(() => placeName(taken, { ...canvas, x: 100, y: 100 }, 60));
    expect(placed.map((box) => box?.y)).toEqual([86, 114, undefined]);
    expect(taken).toHaveLength(2);
  });

  test("stands below if asked to", () => {
    expect(placeName([], { ...canvas, x: 100, y: 100, isBelow: true }, 60)?.y).toBe(114);
  });

  test("stays within the picture", () => {
    expect(placeName([], { ...canvas, x: 2, y: 1 }, 60)).toEqual({ x: 30, y: 7.5, width: 60 });
    expect(placeName([], { ...canvas, x: 399, y: 299 }, 60)).toMatchObject({ x: 370, y: 285 });
  });

  test("never covers another, however close agents are", () => {
    const taken: Box[] = [];
    for (let k = 0; k < 500; k++) placeName(taken, { ...canvas, x: (k * 37) % 400, y: (k * 61) % 300 }, 30 + (k % 40));
    expect(taken.length).toBeGreaterThan(20);
    for (const [k, one] of taken.entries())
      for (const other of taken.slice(k + 1)) {
        const isApart = Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= 12;
        expect(isApart, JSON.stringify([one, other])).toBe(true);
      }
  });
});

describe("the picture names", () => {
  /** 30 agents in three circles, the later ones more trusted; the last one is judged by nobody. */
  const people = {
    agents: 30,
    isSeen: () => true,
    circle: Uint32Array.from({ length: 30 }, (_, agent) => agent % 3),
    trustReceived: Float32Array.from({ length: 30 }, (_, agent) => (agent === 29 ? Number.NaN : agent / 30)),
    lit: undefined,
  };

  test("the three most trusted of each circle if there is no room for everyone", () => {
    expect(chooseNames(people, 200_000)).toEqual([27, 28, 26, 24, 25, 23, 21, 22, 20]);
    expect(chooseNames(people, 25_000)).toEqual([27, 28, 26]);
  });

  test("everyone in sight if there is room, the most trusted first", () => {
    const chosen = chooseNames(people, 30 * 9000);
    expect(new Set(chosen).size).toBe(30);
    expect(chosen.slice(0, 3)).toEqual([27, 28, 26]);
    expect(chosen.at(-1)).toBe(29);
    expect(chooseNames({ ...people, isSeen: (agent) => agent < 4 }, 40_000)).toEqual([3, 1, 2, 0]);
  });

  test("lit agents alone while something is selected", () => {
    const lit = Uint8Array.from({ length: 30 }, (_, agent) => +(agent < 2));
    expect(chooseNames({ ...people, lit }, 1e6)).toEqual([0, 1]);
  });
});

test("of a selected tie, the agent farther down has its name below", () => {
  const positions = Float32Array.of(0, 10, 0, 20);
  expect(agentLabeledBelow({ selection: { lower: 0, upper: 1 }, positions })).toBe(1);
  expect(agentLabeledBelow({ selection: { lower: 0, upper: 1 }, positions: Float32Array.of(0, 30, 0, 20) })).toBe(0);
  expect(agentLabeledBelow({ selection: { agent: 1 }, positions })).toBe(-1);
  expect(agentLabeledBelow({ selection: undefined, positions })).toBe(-1);
});

test("agents have moved if one of them is farther away than can be seen, or is new", () => {
  const before = Float32Array.of(0, 0, 10, 10);
  expect(isFarther(before, Float32Array.of(0.1, 0, 10, 9.9), 2, 0.125)).toBe(false);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 9.8), 2, 0.125)).toBe(true);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 9.8), 1, 0.125)).toBe(false);
  expect(isFarther(before, Float32Array.of(0, 0, 10, 10, 5, 5), 3, 0.125)).toBe(true);
});
