import type { Atom, Block, Item } from "../../drawing/caption.ts";
import { BAND, type LegendPart } from "../../network/legend-parts.ts";
import type { Palette } from "../../network/painting/palette.ts";

/** The legend of the picture as a part of a caption. */
export function legendBlock(parts: readonly LegendPart[], palette: Palette): Block {
  return parts.flatMap((part) => itemsOf(part, palette));
}

function itemsOf(part: LegendPart, palette: Palette): Item[] {
  const { ink, soft, trust, amounts, groups } = palette;
  const text = (words: string, color = ink): Atom => ({ text: words, color });
  switch (part.kind) {
    case "circles":
      return part.circles.map(({ group, name }) => [{ dot: groups[group] ?? ink }, text(name)]);
    case "scale":
      return [
        [
          text(part.label),
          text(part.ends[0], soft),
          { steps: part.colors === "trust" ? trust : amounts },
          text(part.ends[1], soft),
        ],
      ];
    case "text":
      return [[text(part.text, part.isSoft ? soft : ink)]];
    case "shown":
      return [[text(`${part.before}active ties${part.after}`, soft)]];
    case "strokes": {
      const strokes: Item[] = [
        [{ line: ink, width: 1 }, text("weak")],
        [{ line: ink, width: 2.5 }, text("strong")],
        [{ line: ink, width: 1, dashes: [4, 3] }, text("local bridge")],
      ];
      const bands: Item[] = [[{ line: trust[3] ?? ink, width: 6 }, text(BAND)]];
      const marks: Item[] = [
        [text("×", trust[0]), text("promise broken this week")],
        [text("○"), text("new local bridge")],
      ];
      return [...strokes, ...(part.hasBands ? bands : []), ...(part.hasMarks ? marks : [])];
    }
  }
}
