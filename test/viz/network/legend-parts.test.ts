import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../sim/snapshot/snapshot.ts";
import { type Explained, legendParts } from "../../../viz/network/legend-parts.ts";

/** Four people in two circles. */
function explained(changes: Partial<Explained> = {}): Explained {
  const snapshot = createSnapshot(4, 0, []);
  snapshot.agents = 4;
  snapshot.present.fill(1);
  snapshot.circle.set([0, 0, 1, 1]);
  snapshot.reach.set([1, 7, 0, 2]);
  return {
    colorBy: "circle",
    sizeBy: "none",
    filter: "all",
    ties: { drawn: 1200, summed: 0, active: 3400 },
    hasMarks: false,
    snapshot,
    circleName: (circle) => `Club ${circle}`,
    ripple: undefined,
    ...changes,
  };
}

const partOf = (kind: string, changes?: Partial<Explained>) => legendParts(explained(changes)).filter((part) => part.kind === kind);

describe("the legend", () => {
  test("names circles by their colors", () => {
    const circles = [
      { group: 0, name: "Club 0" },
      { group: 1, name: "Club 1" },
    ];
    expect(partOf("circles")).toEqual([{ kind: "circles", circles }]);
  });

  test("gives the ends of the scales in use", () => {
    const scales = [
      { kind: "scale", label: "Reach, last year", colors: "amounts", ends: ["0", "7 items"] },
      { kind: "scale", label: "Trust, of ties", colors: "trust", ends: ["0.3", "0.7"] },
    ];
    expect(partOf("scale", { colorBy: "reach" })).toEqual(scales);
    expect(partOf("scale", { colorBy: "trust" })).toEqual([{ ...scales[1], label: "Trust, of ties and received" }]);
    expect(partOf("text", { sizeBy: "reach" })).toEqual([
      { kind: "text", text: "Size: Reach, last year, 0 to 7 items", isSoft: false },
    ]);
  });

  test("counts the ties that have a line, and those in bands", () => {
    expect(partOf("shown")).toEqual([{ kind: "shown", before: "1,200 of 3,400 ", after: " shown: all of them." }]);
    const [part] = partOf("shown", { ties: { drawn: 1200, summed: 900, active: 3400 } });
    expect(part).toMatchObject({
      before: "Lines: 1,200 of 3,400 ",
      after: expect.stringContaining("Bands: the 900 between circles."),
    });
  });

  test("explains bands and marks only where there are some", () => {
    expect(partOf("strokes")).toEqual([{ kind: "strokes", hasBands: false, hasMarks: false }]);
    const ties = { drawn: 1, summed: 1, active: 2 };
    expect(partOf("strokes", { ties, hasMarks: true })).toEqual([{ kind: "strokes", hasBands: true, hasMarks: true }]);
  });

  test("of a ripple counts whom it has reached by its week", () => {
    const ripple = {
      week: 3,
      lastReached: 9,
      since: Uint16Array.of(1, 3, 4, 0),
      via: new Int32Array(4),
      noticed: Uint8Array.of(0, 1, 0, 0),
      sources: [0],
    };
    const texts = legendParts(explained({ ripple })).map((part) => ("text" in part ? part.text : part.kind));
    expect(texts).toContain("Week 3 of the ripple: it has reached 2 people; 1 person differs noticeably.");
    expect(texts).not.toContain("circles");
  });
});
