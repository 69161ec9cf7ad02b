import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { networkKeys } from "../../../viz/help/keys.ts";
import { actionOf } from "../../../viz/network/gestures/keyboard.ts";

/** What each entry of the list stands for, as keys of the keyboard. */
const pressed: Readonly<Record<string, readonly string[]>> = {
  "Arrow keys": ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  Enter: ["Enter"],
  T: ["t"],
  P: ["p"],
  "+ and −": ["+", "=", "-"],
  "0": ["0"],
  "Shift and an arrow key": [],
};

test("the help panel lists every key of the network, and no other", () => {
  expect(networkKeys.map(({ keys }) => keys).sort()).toEqual(Object.keys(pressed).sort());
  const targets = {
    world: { selection: signal({ agent: 1 }), hovered: signal(undefined), snapshot: () => undefined },
    stage: { scene: { lit: new Uint8Array(3) } },
    panZoom: { zoomBy: () => undefined, panBy: () => undefined, fit: () => undefined },
    pins: { toggle: () => undefined },
  } as unknown as Parameters<typeof actionOf>[1];
  const listed = new Set([...Object.values(pressed).flat(), "Escape"]);
  const all = [
    ..."abcdefghijklmnopqrstuvwxyz0123456789+-=.,/",
    "Enter",
    "Escape",
    "Home",
    "End",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
  ];
  for (const key of all) expect(actionOf({ key, shiftKey: false }, targets) !== undefined, key).toBe(listed.has(key));
});
