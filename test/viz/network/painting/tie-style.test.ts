import { describe, expect, test } from "vitest";
import { countBridges, fadeProgress, styleKey, tieOpacity, tieWidth } from "../../../../viz/network/painting/tie-style.ts";
import { Stroke, TieChange } from "../../../../viz/network/ties/drawn-ties.ts";

const strokes = Object.values(Stroke);
const changes = Object.values(TieChange);

test("every style has its own key", () => {
  const keys = strokes.flatMap((stroke) =>
    changes.flatMap((change) => [false, true].map((isOwn) => styleKey(stroke, change, isOwn))),
  );
  expect(new Set(keys).size).toBe(24);
});

describe("a tie's opacity", () => {
  test("fades in when it appears and out when it disappears", () => {
    const at = (change: number, progress: number) => tieOpacity(Stroke.STRONG, change, true, false, progress, 0);
    expect([0, 0.5, 1].map((progress) => at(TieChange.APPEARS, progress))).toEqual([0, 0.425, 0.85]);
    expect([0, 0.5, 1].map((progress) => at(TieChange.DISAPPEARS, progress))).toEqual([0.85, 0.425, 0]);
    expect([0, 0.5, 1].map((progress) => at(TieChange.NONE, progress))).toEqual([0.85, 0.85, 0.85]);
  });

  test("grows from faint to weak to strong", () => {
    const [faint, weak, , strong] = [Stroke.FAINT, Stroke.WEAK, Stroke.BRIDGE, Stroke.STRONG].map((stroke) =>
      tieOpacity(stroke, TieChange.NONE, true, false, 1, 0),
    );
    expect(faint).toBeLessThan(weak);
    expect(weak).toBeLessThan(strong);
  });

  test("is high for the selection, and low for all else, whatever the stroke", () => {
    for (const stroke of strokes) {
      expect(tieOpacity(stroke, TieChange.NONE, true, true, 1, 5000)).toBe(0.9);
      expect(tieOpacity(stroke, TieChange.NONE, false, true, 1, 5000)).toBe(0.07);
    }
  });

  test("is lower the more local bridges there are, down to a floor", () => {
    const among = (bridges: number) => tieOpacity(Stroke.BRIDGE, TieChange.NONE, true, false, 1, bridges) / 0.85;
    expect([0, 300, 600, 5000].map(among)).toEqual([1, 1, 0.5, 0.35].map((one) => expect.closeTo(one, 12)));
    expect(tieOpacity(Stroke.STRONG, TieChange.NONE, true, false, 1, 5000)).toBe(0.85);
  });
});

test("fading takes 300 milliseconds, and no time at all for a reader who prefers reduced motion", () => {
  expect([1000, 1150, 1300, 9000].map((now) => fadeProgress(1000, now))).toEqual([0, 0.5, 1, 1]);
  expect(fadeProgress(Number.NEGATIVE_INFINITY, 0)).toBe(1);
  expect(fadeProgress(1000, Number.POSITIVE_INFINITY)).toBe(1);
});

test("a line is wider the stronger the tie, and finer seen from far away", () => {
  const widths = (zoom: number) => [0, 0.5, 1].map((strength) => tieWidth(strength, zoom));
  const close = (all: readonly number[]) => all.map((one) => expect.closeTo(one, 12));
  expect(widths(1)).toEqual(close([0.6, 2.3, 4]));
  expect(widths(5)).toEqual(close([0.6, 2.3, 4]));
  expect(widths(0.4)).toEqual(close([0.5, 0.92, 1.6]));
});

test("local bridges are counted among sorted strokes, up to the ones in use", () => {
  expect(countBridges(Uint8Array.of(0, 1, 1, 2, 2, 3, 2), 6)).toBe(2);
  expect(countBridges(Uint8Array.of(2, 2, 2), 2)).toBe(2);
  expect(countBridges(new Uint8Array(0), 0)).toBe(0);
});
