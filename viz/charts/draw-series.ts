import type { DrawingContext } from "../drawing/drawing-context.ts";
import type { Series } from "../state/series.ts";
import { nextRow, rowAt } from "./chart-scales.ts";

/** How a line is drawn. */
export interface Pen {
  readonly color: string;
  readonly width: number;
  readonly dashed?: boolean;
  /** the first tick to draw */
  readonly from: number;
  /** the most points to draw */
  readonly points: number;
}

/** Draws one measure, with a gap wherever it is not defined. */
export function drawSeries(
  context: DrawingContext,
  series: Series,
  measure: string,
  x: (tick: number) => number,
  y: (value: number) => number,
  { color, width, dashed = false, from, points }: Pen,
): void {
  const rows = series.length.peek();
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dashed ? [4, 3] : []);
  context.beginPath();
  let isPenDown = false;
  for (let row = rowAt(series, from); row !== undefined; row = nextRow(row, rows, points)) {
    const [tick, value] = [series.at(row, "tick"), series.at(row, measure)];
    const isDefined = !Number.isNaN(value) && tick >= from;
    if (isDefined && isPenDown) context.lineTo(x(tick), y(value));
    else if (isDefined) context.moveTo(x(tick), y(value));
    isPenDown = isDefined;
  }
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}
