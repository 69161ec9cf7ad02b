import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../../sim/snapshot/snapshot.ts";
import { pick } from "../../../../viz/network/gestures/pick.ts";
import { createBundles, pointOn } from "../../../../viz/network/painting/bundles.ts";
import { createScene } from "../../../../viz/network/scene.ts";
import { noTies } from "../../../../viz/network/ties/drawn-ties.ts";

/** Two circles of two agents each, 1000 apart. */
function twoCircles(isBundled: boolean) {
  const snapshot = createSnapshot(4, 0, []);
  snapshot.agents = 4;
  snapshot.present.fill(1);
  snapshot.circle.set([0, 0, 1, 1]);
  const ties = { ...noTies, isBundled, count: 1, lower: Uint32Array.of(0), upper: Uint32Array.of(2) };
  const scene = { ...createScene(), agents: 4, positions: Float32Array.of(0, -100, 0, 100, 1000, -100, 1000, 100), ties };
  return { scene, snapshot };
}

describe("ties between circles", () => {
  test("run together between the middles of their circles", () => {
    const { scene, snapshot } = twoCircles(true);
    const bundles = createBundles(scene, snapshot);
    expect(bundles.bendOf(0, 2)).toEqual({ x1: 300, y1: 0, x2: 700, y2: 0 });
    expect(bundles.bendOf(3, 0)).toEqual({ x1: 700, y1: 0, x2: 300, y2: 0 });
    const bend = bundles.bendOf(0, 2);
    const half = bend && pointOn(bend, { x: 0, y: -100 }, { x: 1000, y: -100 }, 0.5);
    expect(half).toEqual({ x: expect.closeTo(500, 9), y: expect.closeTo(-25, 9) });
  });

  test("are straight within a circle, and if there are few", () => {
    const { scene, snapshot } = twoCircles(true);
    expect(createBundles(scene, snapshot).bendOf(0, 1)).toBeUndefined();
    const few = twoCircles(false);
    expect(createBundles(few.scene, few.snapshot).bendOf(0, 2)).toBeUndefined();
  });

  test("are picked where they are drawn", () => {
    const { scene, snapshot } = twoCircles(true);
    const at = (y: number) => pick(scene, snapshot.present, { x: 500, y }, 10, createBundles(scene, snapshot));
    expect(at(-25)).toEqual({ lower: 0, upper: 2 });
    expect(at(-100)).toBeUndefined();
  });
});
