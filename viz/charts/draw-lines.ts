import { scaleLinear } from "d3";
import type { Series } from "../state/series.ts";
import type { Chart, Line } from "./chart-list.ts";
import { formatValue } from "./format-value.ts";
import { colorOf, prepareCanvas } from "./prepare-canvas.ts";

/** Room for the numbers at the left, the years below, and half a line above. */
const LEFT = 38;
const BELOW = 16;
const ABOVE = 6;

/** Draws a chart anew: at most one point a pixel, however long the run. */
export function drawLines(
  canvas: HTMLCanvasElement,
  series: Series,
  chart: Chart,
  interventions: readonly Readonly<Record<string, unknown>>[],
  readRow: number | undefined,
): void {
  const prepared = prepareCanvas(canvas);
  if (prepared === undefined) return;
  const { context, width, height } = prepared;
  const rows = series.length.value;
  if (rows === 0) return;
  const x = scaleLinear([0, lastTick(series)], [LEFT, width - 2]);
  const y = scaleLinear(extentOf(series, chart), [height - BELOW, ABOVE]).nice(3);
  context.font = `11px ${colorOf(canvas, "--sans") || "sans-serif"}`;
  const soft = colorOf(canvas, "--soft");
  const rule = colorOf(canvas, "--rule");

  context.strokeStyle = rule;
  context.fillStyle = soft;
  context.lineWidth = 1;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const value of y.ticks(3)) {
    hairline(context, LEFT, y(value), width, y(value));
    context.fillText(shortLabel(value, chart), LEFT - 5, y(value));
  }
  context.textBaseline = "bottom";
  for (const year of yearsToShow(lastTick(series))) {
    context.textAlign = year === 0 ? "left" : "center";
    context.fillText(year === 0 ? "start" : `y${year}`, x(year * 52), height);
  }
  if (chart.reference !== undefined) {
    context.setLineDash([2, 3]);
    context.strokeStyle = soft;
    hairline(context, LEFT, y(chart.reference.value), width, y(chart.reference.value));
    context.setLineDash([]);
  }
  context.strokeStyle = soft;
  for (const { tick } of interventions)
    if ((tick as number) <= lastTick(series))
      hairline(context, x(tick as number), height - BELOW - 5, x(tick as number), height - BELOW);
  for (const line of chart.lines) drawLine(context, series, line, x, y, width, colorOf(canvas, line.color));
  if (readRow !== undefined && readRow < rows)
    hairline(context, x(series.at(readRow, "tick")), ABOVE, x(series.at(readRow, "tick")), height - BELOW);
}

/** The row whose tick is nearest to a place on the canvas. */
export function tickAt(canvas: HTMLCanvasElement, offset: number, series: Series): number | undefined {
  const rows = series.length.value;
  if (rows === 0) return undefined;
  const tick = scaleLinear([LEFT, canvas.clientWidth - 2], [0, lastTick(series)])(offset);
  let low = 0;
  let high = rows - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series.at(middle, "tick") < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawLine(
  context: CanvasRenderingContext2D,
  series: Series,
  { measure, dashed }: Line,
  x: (tick: number) => number,
  y: (value: number) => number,
  width: number,
  color: string,
): void {
  const rows = series.length.value;
  const stride = Math.max(1, Math.ceil(rows / width));
  context.strokeStyle = color;
  context.lineWidth = 1.75;
  context.setLineDash(dashed ? [4, 3] : []);
  context.beginPath();
  let drawing = false;
  for (let row = 0; row < rows; row = row === rows - 1 ? rows : Math.min(row + stride, rows - 1)) {
    const value = series.at(row, measure);
    if (Number.isNaN(value)) drawing = false;
    else if (drawing) context.lineTo(x(series.at(row, "tick")), y(value));
    else {
      context.moveTo(x(series.at(row, "tick")), y(value));
      drawing = true;
    }
  }
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}

function hairline(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  context.stroke();
}

/** A year at least, so that the first weeks do not race across the chart. */
function lastTick(series: Series): number {
  return Math.max(52, series.at(series.length.value - 1, "tick"));
}

function yearsToShow(tick: number): number[] {
  const years = Math.floor(tick / 52);
  const step = Math.max(1, Math.ceil(years / 5));
  return Array.from({ length: Math.floor(years / step) + 1 }, (_, k) => k * step).filter(
    (year) => year * 52 < tick * 0.96 || year === 0,
  );
}

/** Counts and shares are shown from 0; a score by its own range. */
function extentOf(series: Series, chart: Chart): [number, number] {
  let low = chart.reference === undefined ? 0 : chart.reference.value;
  let high = chart.reference === undefined ? 0 : chart.reference.value;
  for (const { measure } of chart.lines) {
    const [least, greatest] = series.range(measure);
    low = Math.min(low, least);
    high = Math.max(high, greatest);
  }
  return high > low ? [low, high] : [low, low + 1];
}

function shortLabel(value: number, chart: Chart): string {
  if (chart.format === "percent") return `${Math.round(value * 1000) / 10} %`;
  if (value >= 1000) return `${value / 1000}k`;
  return chart.format === "count" ? formatValue(value, "count") : String(Math.round(value * 100) / 100);
}
