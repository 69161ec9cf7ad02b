import type { ScaleLinear } from "d3";
import type { DrawingContext } from "../drawing/drawing-context.ts";

/** A change, as a chart marks it. */
export interface Mark {
  /** its place in the list of changes */
  readonly at: number;
  readonly tick: number;
  readonly text: string;
}

/** Where the text of a mark stands, in CSS pixels. */
export interface PlacedText {
  readonly mark: Mark;
  readonly text: string;
  readonly x: number;
}

/** Room between a mark and its text, and between two texts. */
const GAP = 3;
const BETWEEN = 6;

/** The row for the texts, in CSS pixels. */
interface Row {
  /** the place of a tick */
  readonly x: (tick: number) => number;
  readonly left: number;
  readonly right: number;
  /** the width of a text */
  readonly measure: (text: string) => number;
}

/**
 * Places the texts of marks in one row: the lit mark first, then the latest. A text stands beside its mark, or across it near the ends of
 * the row. One that has no room beside the others is shortened to its number, or left out.
 */
export function placeTexts(marks: readonly Mark[], lit: number | undefined, { x, left, right, measure }: Row): PlacedText[] {
  const taken: [from: number, to: number][] = [];
  const inOrder = [...marks].sort((a, b) => Number(b.at === lit) - Number(a.at === lit) || b.at - a.at);
  return inOrder.flatMap((mark) => {
    for (const text of [mark.text, String(mark.at + 1)]) {
      const width = measure(text);
      const [after, before] = [x(mark.tick) + GAP, x(mark.tick) - GAP - width];
      for (const from of [after, before, Math.max(left, Math.min(after, right - width))]) {
        const to = from + width;
        const isFree = taken.every(([a, b]) => to + BETWEEN <= a || from >= b + BETWEEN);
        if (from < left || to > right || !isFree) continue;
        taken.push([from, to]);
        return [{ mark, text, x: from }];
      }
    }
    return [];
  });
}

/** What marks are drawn with. */
interface Pens {
  readonly soft: string;
  readonly strong: string;
  readonly paper: string;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** Marks each change by a dotted line, and says what was done where there is room. */
export function drawMarks(
  context: DrawingContext,
  x: ScaleLinear<number, number>,
  marks: readonly Mark[],
  lit: number | undefined,
  { soft, strong, paper, height, left, right }: Pens,
): void {
  for (const { at, tick } of marks) {
    context.strokeStyle = at === lit ? strong : soft;
    context.setLineDash(at === lit ? [] : [1, 3]);
    const place = Math.round(x(tick)) + 0.5;
    context.beginPath();
    context.moveTo(place, 0);
    context.lineTo(place, height);
    context.stroke();
  }
  context.setLineDash([]);
  context.textBaseline = "top";
  const measure = (text: string) => context.measureText(text).width;
  for (const placed of placeTexts(marks, lit, { x, left, right, measure })) {
    context.fillStyle = placed.mark.at === lit ? strong : soft;
    context.textAlign = "left";
    drawText(context, placed.text, placed.x, 0, paper);
  }
}

/** Draws a text on a border of paper, so that it can be read on lines. */
export function drawText(context: DrawingContext, text: string, x: number, y: number, paper: string): void {
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
  context.lineWidth = 1;
}
