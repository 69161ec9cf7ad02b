import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../sim/snapshot/snapshot.ts";
import { legendBlock } from "../../../viz/downloads/pictures/legend-block.ts";
import { pictureLayers } from "../../../viz/downloads/pictures/network-sheet.ts";
import { describeMoment, momentBlocks } from "../../../viz/downloads/pictures/run-moment.ts";
import { SvgContext } from "../../../viz/drawing/svg-context.ts";
import { svgFile } from "../../../viz/drawing/svg-file.ts";
import type { LegendPart } from "../../../viz/network/legend-parts.ts";
import type { Palette } from "../../../viz/network/painting/palette.ts";
import { createScene } from "../../../viz/network/scene.ts";
import { noTies, Stroke } from "../../../viz/network/ties/drawn-ties.ts";

const names = ['<script>alert("1")</script>', "Ann & Bo's \u0000\u0007]]> son", 'a" onload="alert(2)', "Zoë"];

const palette: Palette = {
  ink: "#ink",
  paper: "#paper",
  soft: "#soft",
  rule: "#rule",
  groups: Array.from({ length: 8 }, (_, k) => `#group${k}`),
  trust: Array.from({ length: 7 }, (_, k) => `#trust${k}`),
  amounts: Array.from({ length: 12 }, (_, k) => `#amount${k}`),
  font: "sans-serif",
};

/** Four people in a square, in two circles, with two ties. */
function paintFour(): { name: string; elements: string }[] {
  const snapshot = createSnapshot(4, 0, []);
  snapshot.agents = 4;
  snapshot.present.fill(1);
  snapshot.circle.set([0, 0, 1, 1]);
  const ties = {
    ...noTies,
    count: 2,
    lower: Uint32Array.of(0, 1),
    upper: Uint32Array.of(1, 2),
    strength: Float32Array.of(0.1, 0.8),
    trust: Uint8Array.of(0, 6),
    stroke: Uint8Array.of(Stroke.BRIDGE, Stroke.STRONG),
    change: Uint8Array.of(0, 0),
  };
  const positions = Float32Array.of(50, 50, 250, 50, 250, 250, 50, 250);
  const scene = { ...createScene(), agents: 4, positions, ties, groups: [0, 1], labels: true };
  const nameOf = (agent: number) => names[agent] ?? "";
  return pictureLayers(scene, { snapshot, nameOf, width: 300, height: 300, palette, now: 0 }).map(({ name, draw }) => {
    const context = new SvgContext((text) => 6 * text.length);
    draw(context, 1);
    return { name, elements: context.elements() };
  });
}

/** Elements and texts of a file. @throws Error if it isn't well-formed XML */
function parse(file: string): { tags: string[]; texts: string[] } {
  const [tags, texts]: [string[], string[]] = [[], []];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => tags.push(name));
  parser.on("text", (text) => texts.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(file).close();
  return { tags, texts };
}

describe("the SVG of a picture", () => {
  const layers = paintFour();
  const elementsOf = (layer: string) => layers.find(({ name }) => name === layer)?.elements ?? "";

  test("has a line for each tie on show, in the color of its trust, dashed if it is a local bridge", () => {
    expect(elementsOf("ties").trim().split("\n")).toEqual([
      '<line fill="none" stroke="#trust0" stroke-width="1" stroke-dasharray="4 3" x1="50" y1="50" x2="250" y2="50"/>',
      expect.stringMatching(/^<line fill="none" stroke="#trust6" stroke-width="2\.\d+" x1="250" y1="50" x2="250" y2="250"\/>$/),
    ]);
  });

  test("has a disk for each person, in the color of the circle", () => {
    const colors = [...elementsOf("people").matchAll(/fill="(#group\d)"/g)].map(([, color]) => color);
    expect(colors).toEqual(["#group0", "#group0", "#group1", "#group1"]);
  });

  test("is well-formed and keeps names as text, whatever they are", () => {
    const file = svgFile({ width: 300, height: 300, title: names[0] ?? "", description: names[1] ?? "", layers });
    const { tags, texts } = parse(file);
    for (const name of names) expect(texts).toContain(name.replaceAll("\u0000", "\u{fffd}").replaceAll("\u0007", "\u{fffd}"));
    expect(new Set(tags)).toEqual(new Set(["svg", "title", "desc", "g", "line", "circle", "text"]));
  });
});

describe("the caption of a picture", () => {
  const moment = { title: "My <b>people</b>.csv", about: "people.csv", seed: "a & b", tick: 129, stateHash: "45c9fcb60e598361" };
  const textsOf = (blocks: ReturnType<typeof momentBlocks>) =>
    blocks.map((block) => block.map((item) => item.map((atom) => ("text" in atom ? atom.text : "·")).join("")));

  test("says what run it is, its date, tick, seed and state hash", () => {
    expect(textsOf(momentBlocks(moment, palette))).toEqual([
      ["My <b>people</b>.csv", "year 3, week 25"],
      ["tick 129", "seed a & b", "state hash 45c9fcb60e598361", expect.stringMatching(/^Weak Ties \d/)],
    ]);
    expect(describeMoment(moment)).toContain("year 3, week 25 (tick 129), seed a & b, state hash 45c9fcb60e598361");
  });

  test("has the legend of the page, in the colors of the picture", () => {
    const parts: LegendPart[] = [
      { kind: "circles", circles: [{ group: 1, name: "Club" }] },
      { kind: "scale", label: "Trust, of ties", colors: "trust", ends: ["0.3", "0.7"] },
      { kind: "strokes", hasBands: true, hasMarks: true },
      { kind: "shown", before: "2 of 9 ", after: " shown: all of them." },
    ];
    const block = legendBlock(parts, palette);
    expect(textsOf([block])).toEqual([
      [
        "·Club",
        "Trust, of ties0.3·0.7",
        "·weak",
        "·strong",
        "·local bridge",
        "·between circles",
        "×promise broken this week",
        "○new local bridge",
        "2 of 9 active ties shown: all of them.",
      ],
    ]);
    expect(block[0]?.[0]).toEqual({ dot: "#group1" });
    expect(block[1]?.[2]).toEqual({ steps: palette.trust });
  });
});
