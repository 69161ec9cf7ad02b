import { expect, test } from "vitest";
import { addBroken, addNewBridges } from "../../../../viz/network/painting/tie-events.ts";
import { createScene } from "../../../../viz/network/scene.ts";
import { noTies } from "../../../../viz/network/ties/drawn-ties.ts";

test("a broken promise is marked on its tie if the tie is on show, whoever broke it", () => {
  const scene = { ...createScene(), ties: { ...noTies, count: 1, lower: Uint32Array.of(3), upper: Uint32Array.of(7) } };
  expect(addBroken(scene, Uint32Array.of(7, 3, 1, 2), 50)).toBe(true);
  expect(scene.events).toEqual([{ kind: "broken", lower: 3, upper: 7, at: 50 }]);
  expect(addBroken(scene, Uint32Array.of(1, 2), 60)).toBe(false);
});

test("a new local bridge is marked even if it is not on show", () => {
  const scene = createScene();
  addNewBridges(scene, Uint32Array.of(4, 9), 70);
  expect(scene.events).toEqual([{ kind: "bridge", lower: 4, upper: 9, at: 70 }]);
});
