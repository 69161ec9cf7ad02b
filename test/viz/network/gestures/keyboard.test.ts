import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../../sim/snapshot/snapshot.ts";
import { actionOf } from "../../../../viz/network/gestures/keyboard.ts";
import { isSameSelection } from "../../../../viz/network/gestures/pointer.ts";
import { nextAgent, tieBetween } from "../../../../viz/network/gestures/walk.ts";
import { createScene } from "../../../../viz/network/scene.ts";
import type { Selection } from "../../../../viz/state/focus.ts";

/** Six agents, of whom 2 has left. */
const present = Uint8Array.of(1, 1, 0, 1, 1, 1);

function walkable(lit: readonly number[] = []) {
  return { agents: 6, present, lit: Uint8Array.from({ length: 6 }, (_, agent) => +lit.includes(agent)) };
}

describe("an arrow key leads", () => {
  test("to the next agent who is there, and around the end", () => {
    expect(nextAgent(walkable(), undefined, { agent: 1 }, 1)).toBe(3);
    expect(nextAgent(walkable(), undefined, { agent: 3 }, -1)).toBe(1);
    expect(nextAgent(walkable(), undefined, { agent: 5 }, 1)).toBe(0);
    expect(nextAgent(walkable(), undefined, { agent: 0 }, -1)).toBe(5);
  });

  test("to the first or the last agent from nowhere, and from a tie", () => {
    expect(nextAgent(walkable(), undefined, undefined, 1)).toBe(0);
    expect(nextAgent(walkable(), undefined, undefined, -1)).toBe(5);
    expect(nextAgent(walkable(), undefined, { lower: 3, upper: 4 }, 1)).toBe(0);
  });

  test("along the contacts of the selected agent, which is not one of them", () => {
    expect(nextAgent(walkable([1, 3, 5]), { agent: 3 }, undefined, 1)).toBe(1);
    expect(nextAgent(walkable([1, 3, 5]), { agent: 3 }, { agent: 1 }, 1)).toBe(5);
    expect(nextAgent(walkable([1, 3, 5]), { agent: 3 }, { agent: 5 }, 1)).toBe(1);
    expect(nextAgent(walkable([3]), { agent: 3 }, undefined, 1)).toBeUndefined();
  });
});

test("a tie lies between two agents, lower first", () => {
  expect(tieBetween({ agent: 4 }, { agent: 1 })).toEqual({ lower: 1, upper: 4 });
  expect(tieBetween({ agent: 4 }, { agent: 4 })).toBeUndefined();
  expect(tieBetween({ agent: 4 }, undefined)).toBeUndefined();
  expect(tieBetween({ lower: 1, upper: 4 }, { agent: 1 })).toBeUndefined();
});

test("selections are the same if they name the same agent or tie", () => {
  expect(isSameSelection(undefined, undefined)).toBe(true);
  expect(isSameSelection({ agent: 1 }, undefined)).toBe(false);
  expect(isSameSelection({ agent: 1 }, { agent: 1 })).toBe(true);
  expect(isSameSelection({ agent: 1 }, { agent: 2 })).toBe(false);
  expect(isSameSelection({ lower: 1, upper: 2 }, { agent: 1 })).toBe(false);
  expect(isSameSelection({ lower: 1, upper: 2 }, { lower: 1, upper: 2 })).toBe(true);
  expect(isSameSelection({ lower: 1, upper: 2 }, { lower: 1, upper: 3 })).toBe(false);
});

/** A picture that notes what keys do to it. */
function openPicture() {
  const done: string[] = [];
  const snapshot = createSnapshot(6, 0, []);
  snapshot.agents = 6;
  snapshot.present.set(present);
  const selection = signal<Selection | undefined>(undefined);
  const hovered = signal<Selection | undefined>(undefined);
  const targets = {
    world: { selection, hovered, snapshot: () => snapshot },
    stage: { scene: { ...createScene(), lit: Uint8Array.of(1, 1, 0, 0, 1, 0) } },
    panZoom: {
      zoomBy: (factor: number) => void done.push(`zoom ${factor.toFixed(2)}`),
      panBy: (x: number, y: number) => void done.push(`pan ${x} ${y}`),
      fit: () => void done.push("fit"),
    },
    pins: { toggle: (agent: number) => void done.push(`pin ${agent}`) },
  };
  /** presses a key; whether it does anything */
  function press(key: string, shiftKey = false): boolean {
    const act = actionOf({ key, shiftKey }, targets);
    act?.();
    return act !== undefined;
  }
  return { press, done, selection, hovered };
}

describe("keys", () => {
  test("zoom, and move the picture with Shift", () => {
    const { press, done } = openPicture();
    for (const key of ["+", "=", "-", "0"]) expect(press(key)).toBe(true);
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) expect(press(key, true)).toBe(true);
    expect(done).toEqual(["zoom 1.40", "zoom 1.40", "zoom 0.71", "fit", "pan 40 0", "pan -40 0", "pan 0 40", "pan 0 -40"]);
  });

  test("walk from person to person, select, walk along contacts, and select a tie", () => {
    const { press, selection, hovered } = openPicture();
    press("ArrowRight");
    press("ArrowDown");
    press("ArrowLeft");
    expect(hovered.value).toEqual({ agent: 0 });
    press("Enter");
    expect(selection.value).toEqual({ agent: 0 });
    press("ArrowRight");
    expect(hovered.value).toEqual({ agent: 1 });
    press("ArrowRight");
    expect(hovered.value).toEqual({ agent: 4 });
    press("t");
    expect(selection.value).toEqual({ lower: 0, upper: 4 });
    press("Escape");
    expect([selection.value, hovered.value]).toEqual([undefined, undefined]);
  });

  test("that mean nothing here are left to the browser", () => {
    const { press, done } = openPicture();
    for (const key of ["p", "Tab", "a", "F5"]) expect(press(key)).toBe(false);
    expect(done).toEqual([]);
  });

  test("pin the selected agent, and change no selection for nothing", () => {
    const { press, done, selection } = openPicture();
    selection.value = { agent: 4 };
    press("t");
    press("Enter");
    expect(selection.value).toEqual({ agent: 4 });
    expect(press("p")).toBe(true);
    expect(press("P", true)).toBe(true);
    expect(done).toEqual(["pin 4", "pin 4"]);
  });
});
