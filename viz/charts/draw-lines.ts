import { type ScaleLinear, scaleLinear } from "d3";
import type { Series } from "../state/series.ts";
import type { Chart, Line } from "./chart-list.ts";
import { lastTick, nextRow, rowAt, valueRange, yearTicks } from "./chart-scales.ts";
import { axisLabel } from "./format-value.ts";
import { colorOf, prepareCanvas } from "./prepare-canvas.ts";

/** Margins in CSS pixels: for the numbers on the left, the years below, and the numbers of changes above. */
const LEFT = 38;
const BELOW = 16;
const ABOVE = 12;
const RIGHT = 2;

/** Width that the number of a change needs beside the one before, in CSS pixels. */
const MARK_WIDTH = 13;

/** Where a chart is drawn, and how ticks and values become pixels. */
interface Plot {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** What is marked in a chart. */
export interface Marked {
  /** interventions; each gets a line with its number */
  readonly changes: readonly Readonly<Record<string, unknown>>[];
  /** the change that the reader looks at, by its place in the list */
  readonly lit: number | undefined;
  /** the row that is read out, marked by a line */
  readonly readRow: number | undefined;
}

/** Draws a chart of the run so far. */
export function drawLines(canvas: HTMLCanvasElement, series: Series, chart: Chart, { changes, lit, readRow }: Marked): void {
  const prepared = prepareCanvas(canvas);
  const rows = series.length.peek();
  if (prepared === undefined || rows === 0) return;
  const { context, width, height } = prepared;
  const plot: Plot = {
    context,
    width,
    height,
    x: timeScale(series, width),
    y: scaleLinear(valueRange(series, chart), [height - BELOW, ABOVE]).nice(3),
  };
  context.font = `11px ${colorOf(canvas, "--sans") || "sans-serif"}`;
  context.lineWidth = 1;
  const soft = colorOf(canvas, "--soft");
  drawAxes(plot, chart, lastTick(series), soft, colorOf(canvas, "--rule"));
  drawChanges(plot, changesOnAxis(changes, lastTick(series)), lit, { soft, strong: colorOf(canvas, "--accent") });
  context.strokeStyle = soft;
  for (const line of chart.lines) drawLine(plot, series, line, colorOf(canvas, line.color));
  if (readRow !== undefined && readRow < rows) {
    const x = plot.x(series.at(readRow, "tick"));
    hairline(context, x, ABOVE, x, height - BELOW);
  }
}

/** The row at a place on the canvas. */
export function rowAtOffset(canvas: HTMLCanvasElement, offset: number, series: Series): number | undefined {
  return series.length.peek() === 0 ? undefined : rowAt(series, timeScale(series, canvas.clientWidth).invert(offset));
}

function timeScale(series: Series, width: number): ScaleLinear<number, number> {
  return scaleLinear([0, lastTick(series)], [LEFT, width - RIGHT]);
}

function drawAxes(
  { context, width, height, x, y }: Plot,
  { format, reference }: Chart,
  end: number,
  ink: string,
  rule: string,
): void {
  context.strokeStyle = rule;
  context.fillStyle = ink;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const value of y.ticks(3)) {
    hairline(context, LEFT, y(value), width, y(value));
    context.fillText(axisLabel(value, format), LEFT - 5, y(value));
  }
  context.textBaseline = "bottom";
  for (const { year, tick } of yearTicks(end)) {
    context.textAlign = year === 0 ? "left" : "center";
    context.fillText(year === 0 ? "start" : `y${year}`, x(tick), height);
  }
  if (reference === undefined) return;
  context.strokeStyle = ink;
  context.setLineDash([2, 3]);
  hairline(context, LEFT, y(reference), width, y(reference));
  context.setLineDash([]);
}

/** The changes that have a place on the axis, with their places in the list. */
function changesOnAxis(changes: Marked["changes"], end: number): { at: number; tick: number }[] {
  return changes.flatMap(({ tick }, at) => (typeof tick === "number" && tick <= end ? [{ at, tick }] : []));
}

/** Marks each change by a dotted line and its number, where there is room for it. */
function drawChanges(
  { context, height, x }: Plot,
  changes: readonly { at: number; tick: number }[],
  lit: number | undefined,
  colors: { readonly soft: string; readonly strong: string },
): void {
  let free = Number.NEGATIVE_INFINITY;
  context.textAlign = "left";
  context.textBaseline = "top";
  for (const { at, tick } of changes) {
    const isLit = at === lit;
    context.strokeStyle = isLit ? colors.strong : colors.soft;
    context.fillStyle = context.strokeStyle;
    context.setLineDash(isLit ? [] : [1, 3]);
    hairline(context, x(tick), 0, x(tick), height - BELOW);
    if (!isLit && x(tick) < free) continue;
    context.fillText(String(at + 1), x(tick) + 3, 0);
    free = x(tick) + MARK_WIDTH;
  }
  context.setLineDash([]);
}

/** Draws one measure, with a gap wherever it is not defined. */
function drawLine({ context, width, x, y }: Plot, series: Series, { measure, dashed }: Line, color: string): void {
  const rows = series.length.peek();
  context.strokeStyle = color;
  context.lineWidth = 1.75;
  context.setLineDash(dashed ? [4, 3] : []);
  context.beginPath();
  let isPenDown = false;
  for (let row: number | undefined = 0; row !== undefined; row = nextRow(row, rows, width)) {
    const value = series.at(row, measure);
    const isDefined = !Number.isNaN(value);
    if (isDefined && isPenDown) context.lineTo(x(series.at(row, "tick")), y(value));
    else if (isDefined) context.moveTo(x(series.at(row, "tick")), y(value));
    isPenDown = isDefined;
  }
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}

/** Half a pixel off, a line one pixel wide is sharp. */
function hairline(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  context.stroke();
}
