import { type ScaleLinear, scaleLinear } from "d3";
import type { DrawingContext } from "../drawing/drawing-context.ts";
import type { Series } from "../state/series.ts";
import { yearTicks } from "../text/year-ticks.ts";
import type { Chart } from "./chart-list.ts";
import { firstShown, lastTick, rowAt, valueRange } from "./chart-scales.ts";
import type { Worlds } from "./compare.ts";
import { drawMarks, drawText, type Mark } from "./draw-marks.ts";
import { drawSeries } from "./draw-series.ts";
import { axisLabel } from "./format-value.ts";
import { type EndLabel, spreadLabels } from "./place-labels.ts";
import type { Surface } from "./prepare-canvas.ts";

/** Margins in CSS pixels: for the numbers on the left, the years below, and what was changed above. */
const LEFT = 38;
const BELOW = 16;
const ABOVE = 18;
const RIGHT = 2;

/** The most years that the axis names, and the share of the axis in which a name may begin. */
const MOST_YEARS = 5;
const YEAR_ROOM = 0.9;

/** Height of a line's label. */
const LABEL = 13;

/** Where a chart is drawn, and how ticks and values become pixels. */
interface Plot extends Surface {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** the first tick that the chart shows */
  readonly from: number;
}

/** What is marked in a chart. */
export interface Marked {
  readonly changes: readonly Mark[];
  /** the change that the reader looks at, by its place in the list */
  readonly lit: number | undefined;
  /** the row that is read out, marked by a line */
  readonly readRow: number | undefined;
  /** ticks that the world has settled before the start */
  readonly settled: number;
}

/** Draws a chart of the run so far, over that of the unchanged world. */
export function drawLines(surface: Surface, worlds: Worlds, chart: Chart, marked: Marked): void {
  const { series } = worlds;
  const rows = series.length.peek();
  if (rows === 0) return;
  const { context, width, height, styleOf } = surface;
  const other = worlds.unchanged.series();
  const from = firstShown(chart, marked.settled);
  const range = valueRange(other === undefined ? [series] : [series, other], chart, from);
  const y = scaleLinear(range, [height - BELOW, ABOVE]).nice(4);
  const plot: Plot = { ...surface, x: timeScale(series, width), y, from };
  context.font = `11px ${styleOf("--sans") || "sans-serif"}`;
  context.lineWidth = 1;
  drawAxes(plot, chart, lastTick(series));
  const [soft, strong] = [styleOf("--soft"), styleOf("--accent")];
  const onAxis = marked.changes.filter(({ tick }) => tick <= lastTick(series));
  drawMarks(context, plot.x, onAxis, marked.lit, {
    soft,
    strong,
    paper: styleOf("--paper"),
    height: height - BELOW,
    left: LEFT,
    right: width,
  });
  drawWorlds(plot, chart, series, other);
  if (marked.readRow !== undefined && marked.readRow < rows && marked.readRow >= 0) {
    context.strokeStyle = soft;
    const x = plot.x(series.at(marked.readRow, "tick"));
    hairline(context, x, ABOVE, x, height - BELOW);
  }
}

/** The measured tick at a place on the canvas. */
export function tickAtOffset(canvas: HTMLCanvasElement, offset: number, series: Series): number | undefined {
  const row = rowAt(series, timeScale(series, canvas.clientWidth).invert(offset));
  return row === undefined ? undefined : series.at(row, "tick");
}

function timeScale(series: Series, width: number): ScaleLinear<number, number> {
  return scaleLinear([0, lastTick(series)], [LEFT, width - RIGHT]);
}

function drawAxes({ styleOf, context, width, height, x, y }: Plot, { format, reference }: Chart, end: number): void {
  context.strokeStyle = styleOf("--rule");
  context.fillStyle = styleOf("--soft");
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const value of y.ticks(4)) {
    hairline(context, LEFT, y(value), width, y(value));
    context.fillText(axisLabel(value, format), LEFT - 5, y(value));
  }
  context.textBaseline = "bottom";
  context.textAlign = "left";
  for (const { year, tick } of yearTicks(end, MOST_YEARS, YEAR_ROOM)) {
    if (year > 1) hairline(context, x(tick), height - BELOW, x(tick), height - BELOW + 4);
    context.fillText(`year ${year}`, x(tick) + (year > 1 ? 3 : 0), height);
  }
  if (reference === undefined) return;
  context.strokeStyle = styleOf("--soft");
  context.setLineDash([2, 3]);
  hairline(context, LEFT, y(reference), width, y(reference));
  context.setLineDash([]);
}

/** Draws the lines of both worlds, and names each at its end. */
function drawWorlds(
  { styleOf, context, width, x, y, from }: Plot,
  { lines }: Chart,
  series: Series,
  other: Series | undefined,
): void {
  const pen = { from, points: width };
  const gray = styleOf("--unchanged");
  const labels: EndLabel[] = [];
  for (const { measure } of other === undefined ? [] : lines) {
    drawSeries(context, other as Series, measure, x, y, { ...pen, color: gray, width: 1.5 });
    labels.push({ text: "unchanged", color: gray, ...endOf(other as Series, measure) });
  }
  for (const { measure, label, color, dashed } of lines) {
    const ink = styleOf(color);
    drawSeries(context, series, measure, x, y, { ...pen, color: ink, width: 1.75, dashed: dashed === true });
    labels.push({ text: label, color: ink, ...endOf(series, measure) });
  }
  context.textBaseline = "bottom";
  const paper = styleOf("--paper");
  for (const { text, color, tick, y: foot } of spreadLabels(labels, y, ABOVE + LABEL, LABEL)) {
    const isNearEnd = x(tick) + context.measureText(text).width > width - RIGHT;
    context.textAlign = isNearEnd ? "right" : "left";
    context.fillStyle = color;
    drawText(context, text, isNearEnd ? width - RIGHT : x(tick), foot, paper);
  }
}

function endOf(series: Series, measure: string): { readonly tick: number; readonly value: number } {
  const last = series.length.peek() - 1;
  return { tick: series.at(last, "tick"), value: series.at(last, measure) };
}

/** Half a pixel off, a line one pixel wide is sharp. */
function hairline(context: DrawingContext, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  context.stroke();
}
