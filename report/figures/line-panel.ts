import type { Markish } from "@observablehq/plot";
import type { PlainValue } from "../../sim/index.ts";
import { intervalText, numberText } from "../../study/tables/number-text.ts";
import type { MarkStyle } from "./arm-style.ts";
import type { FactorAxis } from "./axis.ts";
import type { Pen } from "./pen.ts";
import type { Estimate } from "./view.ts";

export interface LinePoint extends Estimate {
  readonly level: PlainValue;
  /** the level as a tooltip shows it: `blow_off 0.3` */
  readonly levelText: string;
}

/** The line of one arm. */
export interface Line {
  readonly name: string;
  readonly style: MarkStyle;
  readonly points: readonly LinePoint[];
  /** the values whose means the line shows, as dots behind it */
  readonly cloud?: readonly { readonly level: PlainValue; readonly value: number }[];
}

interface LineOptions {
  readonly label: string;
  readonly axis: FactorAxis;
  readonly decimals: number;
  /** draws the line of no difference */
  readonly zero: boolean;
  /** range of the values, if several panels share it */
  readonly domain?: readonly [number, number] | undefined;
}

/** A line with more points has no marks. */
const MOST_MARKS = 30;

/** Lines with bands for their 95% intervals. A level that is a word has a separate mark with a bar. */
export function linePanel(pen: Pen, lines: readonly Line[], { label, axis, decimals, zero, domain }: LineOptions) {
  const { plot } = pen;
  const marks: Markish[] = [plot.gridY({ ticks: 5 })];
  if (zero) marks.push(plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.7 }));
  for (const [at, line] of lines.entries()) marks.push(...drawBehind(pen, line, axis, shiftOf(at, lines.length)));
  for (const [at, line] of lines.entries()) marks.push(...drawInFront(pen, line, axis, decimals, shiftOf(at, lines.length)));
  const options = {
    height: 250,
    marginLeft: 52,
    marginRight: 14,
    marginTop: 12,
    marginBottom: 40,
    x: axis.options,
    y: { nice: true, label: null, ticks: 5, zero, ...(domain === undefined ? {} : { domain: [...domain] }) },
  };
  return pen.draw(label, options, marks);
}

/** Pixels by which to shift the marks of a line at a word, so that they do not cover those of other lines. */
function shiftOf(line: number, lines: number): number {
  return (line - (lines - 1) / 2) * Math.min(8, 40 / lines);
}

function drawBehind({ plot }: Pen, { style, points, cloud }: Line, axis: FactorAxis, shift: number): Markish[] {
  const x = ({ level }: { level: PlainValue }) => axis.place(level);
  const ranged = points.filter(({ low }) => !Number.isNaN(low));
  const onLine = ranged.filter(({ level }) => axis.isNumber(level));
  const marks: Markish[] = [];
  if (cloud !== undefined)
    marks.push(plot.dot(cloud, { x, y: "value", r: 1.8, fill: style.color, fillOpacity: 0.45, stroke: "none" }));
  if (onLine.length > 1) marks.push(plot.areaY(onLine, { x, y1: "low", y2: "high", fill: style.color, fillOpacity: 0.18 }));
  const bar = { x, y1: "low", y2: "high", stroke: style.color, strokeWidth: 2 };
  marks.push(
    plot.ruleX(
      ranged.filter(({ level }) => !axis.isNumber(level)),
      { ...bar, dx: shift },
    ),
  );
  if (onLine.length === 1) marks.push(plot.ruleX(onLine, bar));
  return marks;
}

function drawInFront({ plot }: Pen, { name, style, points }: Line, axis: FactorAxis, decimals: number, shift: number): Markish[] {
  const x = ({ level }: LinePoint) => axis.place(level);
  const defined = points.filter(({ mean }) => !Number.isNaN(mean));
  const onLine = defined.filter(({ level }) => axis.isNumber(level));
  const marks: Markish[] = [plot.lineY(onLine, { x, y: "mean", stroke: style.color, strokeWidth: 2, strokeDasharray: style.dash })];
  if (defined.length <= MOST_MARKS) {
    const title = ({ levelText, mean, low, high }: LinePoint) =>
      `${name}, ${levelText}: ${numberText(mean, decimals)} (${intervalText({ low, high }, decimals)})`;
    const dot = { x, y: "mean", title, symbol: style.symbol, r: 3.2, fill: style.color, stroke: "var(--paper)", strokeWidth: 0.8 };
    marks.push(plot.dot(onLine, dot));
    marks.push(
      plot.dot(
        defined.filter(({ level }) => !axis.isNumber(level)),
        { ...dot, dx: shift },
      ),
    );
  }
  return marks;
}
