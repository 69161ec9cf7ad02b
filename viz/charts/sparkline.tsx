import type { ReadonlySignal } from "@preact/signals";
import { scaleLinear } from "d3";
import { useRef } from "preact/hooks";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";
import type { Chart } from "./chart-list.ts";
import { firstShown, lastTick, rowAt, rowUntil, valueRange } from "./chart-scales.ts";
import { comparedTick, lastPair, pairAt, type Worlds } from "./compare.ts";
import { drawSeries } from "./draw-series.ts";
import { formatValue } from "./format-value.ts";
import { prepareCanvas } from "./prepare-canvas.ts";
import { useDrawing } from "./use-drawing.ts";
import { useReadTick } from "./use-read-tick.ts";

/** Points of a small line: one for two pixels. */
const POINTS = 60;

/** Pixels around the line, so that its ends are not cut off. */
const MARGIN = 3;

interface Props {
  readonly world: World;
  readonly unchanged: Unchanged;
  /** changes when it is time to draw again */
  readonly beat: ReadonlySignal<number>;
  readonly chart: Chart;
}

/** A small chart of one measure, with its first and its last value, and that of the unchanged world. */
export function Sparkline({ world, unchanged, beat, chart }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [line] = chart.lines;
  const { series, settled } = world;
  const readTick = useReadTick(world);
  useDrawing(
    canvas,
    () => void [beat.value, readTick.value],
    (element) => drawSpark(element, { series, unchanged }, chart, settled.peek(), readTick.peek()),
  );

  void beat.value;
  const from = firstShown(chart, settled.value);
  const worlds = { series, unchanged };
  const row = readTick.value === undefined ? undefined : rowUntil(series, readTick.value);
  const read = row === undefined ? undefined : series.at(row, "tick");
  const { value, unchanged: other } = read === undefined ? lastPair(worlds, line.measure) : pairAt(worlds, line.measure, read);
  const first = rowAt(series, from);
  const isShown = first !== undefined && series.at(first, "tick") >= from;
  const format = (one: number) => formatValue(isShown ? one : Number.NaN, chart.format);
  return (
    <span class="spark small">
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: this canvas takes no focus; the numbers beside it say what it shows */}
      <canvas ref={canvas} aria-hidden="true" />
      <span class="number soft">{format(first === undefined ? Number.NaN : series.at(first, line.measure))}</span>
      <span class="soft" aria-hidden="true">
        →
      </span>
      <span class="spoken"> to </span>
      <strong class="number">{format(value)}</strong>
      {other !== undefined && comparedTick(worlds) !== undefined && <span class="number unchanged">unchanged {format(other)}</span>}
    </span>
  );
}

function drawSpark(
  canvas: HTMLCanvasElement,
  { series, unchanged }: Worlds,
  chart: Chart,
  settled: number,
  readTick: number | undefined,
): void {
  const prepared = prepareCanvas(canvas);
  if (prepared === undefined || series.length.peek() === 0) return;
  const { context, width, height, styleOf } = prepared;
  const [line] = chart.lines;
  const other = unchanged.series();
  const from = firstShown(chart, settled);
  const range = valueRange(other === undefined ? [series] : [series, other], { ...chart, lines: [line] }, from);
  const x = scaleLinear([0, lastTick(series)], [MARGIN, width - MARGIN]);
  const y = scaleLinear(range, [height - MARGIN, MARGIN]);
  const pen = { from, points: POINTS };
  if (other !== undefined) drawSeries(context, other, line.measure, x, y, { ...pen, color: styleOf("--unchanged"), width: 1.5 });
  const color = styleOf(line.color);
  drawSeries(context, series, line.measure, x, y, { ...pen, color, width: 1.5 });
  const last = readTick === undefined ? series.length.peek() - 1 : rowUntil(series, readTick);
  if (readTick !== undefined && last >= 0) {
    const place = Math.round(x(series.at(last, "tick"))) + 0.5;
    context.strokeStyle = styleOf("--soft");
    context.beginPath();
    context.moveTo(place, 0);
    context.lineTo(place, height);
    context.stroke();
  }
  const value = series.at(last, line.measure);
  if (Number.isNaN(value) || series.at(last, "tick") < from) return;
  context.fillStyle = color;
  context.beginPath();
  context.arc(x(series.at(last, "tick")), y(value), 2.5, 0, 2 * Math.PI);
  context.fill();
}
