import { describe, expect, test } from "vitest";
import { pick } from "../../../../viz/network/gestures/pick.ts";
import { type DrawnTies, noTies, TieChange } from "../../../../viz/network/ties/drawn-ties.ts";

/** Ties between pairs of agents; `change` by tie. */
function tiesOf(pairs: readonly (readonly [number, number])[], change: readonly number[] = []): DrawnTies {
  return {
    ...noTies,
    count: pairs.length,
    lower: Uint32Array.from(pairs, ([lower]) => lower),
    upper: Uint32Array.from(pairs, ([, upper]) => upper),
    change: Uint8Array.from(pairs, (_, tie) => change[tie] ?? TieChange.NONE),
  };
}

/** Three agents on a line, 100 apart, and one far below. */
const positions = Float32Array.of(0, 0, 100, 0, 200, 0, 100, 300);
const everyone = new Uint8Array(4).fill(1);
const scene = (ties: DrawnTies = noTies, agents = 4) => ({ positions, agents, ties });

describe("an agent is picked", () => {
  test("if it is within reach, and the nearest one if several are", () => {
    expect(pick(scene(), everyone, { x: 6, y: 6 }, 10)).toEqual({ agent: 0 });
    expect(pick(scene(), everyone, { x: 8, y: 8 }, 10)).toBeUndefined();
    expect(pick(scene(), everyone, { x: 60, y: 0 }, 90)).toEqual({ agent: 1 });
  });

  test("before a tie that is nearer", () => {
    expect(pick(scene(tiesOf([[0, 1]])), everyone, { x: 9, y: 0 }, 10)).toEqual({ agent: 0 });
  });

  test("only if it is there and has a position", () => {
    expect(pick(scene(), Uint8Array.of(0, 1, 1, 1), { x: 0, y: 0 }, 10)).toBeUndefined();
    expect(pick(scene(noTies, 3), everyone, { x: 100, y: 300 }, 10)).toBeUndefined();
  });
});

describe("a tie is picked", () => {
  const ties = tiesOf([
    [0, 1],
    [1, 2],
    [1, 3],
  ]);

  test("if its line is near, nearer than an agent has to be", () => {
    expect(pick(scene(ties), everyone, { x: 50, y: 5.9 }, 10)).toEqual({ lower: 0, upper: 1 });
    expect(pick(scene(ties), everyone, { x: 50, y: 6.1 }, 10)).toBeUndefined();
    expect(pick(scene(ties), everyone, { x: 104, y: 150 }, 10)).toEqual({ lower: 1, upper: 3 });
  });

  test("nowhere beyond its two agents", () => {
    expect(pick(scene(tiesOf([[0, 1]])), Uint8Array.of(0, 0, 1, 1), { x: 110, y: 0 }, 10)).toBeUndefined();
    expect(pick(scene(tiesOf([[0, 1]])), Uint8Array.of(0, 0, 1, 1), { x: 105, y: 0 }, 10)).toEqual({ lower: 0, upper: 1 });
  });

  test("not while it disappears, nor before both agents have a position", () => {
    const going = tiesOf([[0, 1]], [TieChange.DISAPPEARS]);
    expect(pick(scene(going), everyone, { x: 50, y: 0 }, 10)).toBeUndefined();
    expect(pick(scene(ties, 3), everyone, { x: 100, y: 150 }, 10)).toBeUndefined();
  });

  test("even if its two agents are at one place", () => {
    const heap = { positions: Float32Array.of(5, 5, 5, 5), agents: 2, ties: tiesOf([[0, 1]]) };
    expect(pick(heap, new Uint8Array(2), { x: 5, y: 6 }, 10)).toEqual({ lower: 0, upper: 1 });
  });
});
