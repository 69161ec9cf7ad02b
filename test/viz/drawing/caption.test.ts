import { expect, test } from "vitest";
import { type Block, placeCaption } from "../../../viz/drawing/caption.ts";

/** Every letter is 6 pixels wide. */
const measure = (text: string) => 6 * text.length;
const word = (text: string) => ({ text, color: "black" });

test("items follow each other on a line, 18 pixels apart, and the next block begins below", () => {
  const { atoms, height } = placeCaption([[[word("ten letter")], [word("more")]], [[word("below")]]], 200, measure);
  expect(atoms.map(({ x, y }) => [x, y])).toEqual([
    [12, 21],
    [90, 21], // 12 + 60 + 18
    [12, 42],
  ]);
  expect(height).toBe(63);
});

test("an item that has no room begins a line of its own", () => {
  const { atoms } = placeCaption([[[word("ten letter")], [word("ten letter")]]], 150, measure);
  expect(atoms.map(({ x, y }) => [x, y])).toEqual([
    [12, 21],
    [12, 39],
  ]);
});

test("nothing sticks out, however long a text or a word is, and no letter is lost", () => {
  const long = `${"word ".repeat(40)}${"x".repeat(300)} end`;
  const blocks: Block[] = [
    [[{ dot: "red" }, word(long)], [{ steps: ["a", "b"] }]],
    [[word("short"), { line: "red", width: 1 }, word(long)]],
  ];
  for (const width of [90, 240, 808]) {
    const { atoms } = placeCaption(blocks, width, measure);
    for (const { x, width: wide } of atoms) {
      expect(x).toBeGreaterThanOrEqual(12);
      expect(x + wide).toBeLessThanOrEqual(Math.max(width, 164) - 12); // the steps of a scale are 112 pixels wide
    }
    const letters = atoms.map(({ atom }) => ("text" in atom ? atom.text : "")).join("");
    expect(letters.replaceAll(" ", "")).toBe(`${long}short${long}`.replaceAll(" ", ""));
  }
});

test("no two atoms overlap", () => {
  const block: Block = Array.from({ length: 30 }, (_, k) => [{ dot: "red" }, word("x".repeat(1 + ((k * 7) % 23)))]);
  const { atoms } = placeCaption([block, block], 300, measure);
  for (const [k, one] of atoms.entries())
    for (const other of atoms.slice(k + 1))
      expect(one.y !== other.y || one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true);
});
