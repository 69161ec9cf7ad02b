import type { Markish } from "@observablehq/plot";
import { intervalText, numberText } from "../../study/tables/number-text.ts";
import type { MarkStyle } from "./arm-style.ts";
import type { Pen } from "./pen.ts";
import { type Estimate, shorten } from "./view.ts";

/** A name with one or more estimates below it. */
export interface Row {
  readonly name: string;
  readonly estimates: readonly RowEstimate[];
}

export interface RowEstimate extends Estimate {
  /** what is estimated, for the tooltip */
  readonly of: string;
  readonly style: MarkStyle;
}

interface RowsOptions {
  readonly label: string;
  readonly decimals: number;
  /** includes 0 in the axis and draws a line there */
  readonly zero: boolean;
  /** draws a bar from 0 to each mean */
  readonly bars?: boolean;
  /** label of the x axis */
  readonly axisLabel?: string;
}

/** Heights in pixels: of a name, of an estimate below it, and of the gap between two rows. */
const NAME = 17;
const ESTIMATE = 13;
const BETWEEN = 9;

/** The most characters of a name that fit in a panel. */
const NAME_LENGTH = 48;

/** Rows of means with bars for their 95% intervals. Names stand above, so that long ones have the whole width. */
export function rowsPanel(pen: Pen, rows: readonly Row[], { label, decimals, zero, bars = false, axisLabel }: RowsOptions) {
  const { plot } = pen;
  let height = 0;
  const names: { name: string; at: number }[] = [];
  const drawn: (RowEstimate & { at: number })[] = [];
  for (const { name, estimates } of rows) {
    names.push({ name: shorten(name, NAME_LENGTH), at: height + NAME / 2 });
    height += NAME;
    for (const estimate of estimates) {
      drawn.push({ ...estimate, at: height + ESTIMATE / 2 });
      height += ESTIMATE;
    }
    height += BETWEEN;
  }
  // Without any number there is no scale, and Plot throws if an axis needs one.
  const isDefined = drawn.some(({ mean }) => !Number.isNaN(mean));
  const marks: Markish[] = isDefined ? [plot.gridX({ ticks: 5 })] : [];
  if (zero) marks.push(plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.7 }));
  marks.push(
    plot.text(names, {
      y: "at",
      text: "name",
      frameAnchor: "left",
      textAnchor: "start",
      // Keeps clear of the line at 0, which may be at the left edge.
      dx: zero ? 6 : 0,
      stroke: "var(--paper)",
      strokeWidth: 4,
      fill: "currentColor",
    }),
  );
  if (bars)
    for (const estimate of drawn.filter(({ mean }) => !Number.isNaN(mean)))
      marks.push(
        plot.ruleY([estimate], { y: "at", x1: 0, x2: "mean", stroke: estimate.style.color, strokeWidth: 9, strokeOpacity: 0.3 }),
      );
  for (const estimate of drawn) marks.push(...estimateMarks(pen, estimate, decimals));
  const margins = { marginLeft: 14, marginRight: 14, marginTop: 4, marginBottom: axisLabel === undefined ? 26 : 40 };
  const options = {
    ...margins,
    height: height + margins.marginTop + margins.marginBottom,
    x: isDefined
      ? { ticks: 5, label: axisLabel ?? null, labelArrow: "none" as const, nice: true, zero }
      : { axis: null, domain: [0, 1] },
    y: { type: "linear" as const, axis: null, domain: [0, height], range: [margins.marginTop, margins.marginTop + height] },
  };
  return pen.draw(label, options, marks);
}

function estimateMarks({ plot }: Pen, estimate: RowEstimate & { at: number }, decimals: number): Markish[] {
  const { of, style, mean, low, high } = estimate;
  if (Number.isNaN(mean))
    return [plot.text([estimate], { y: "at", text: () => "– not defined", frameAnchor: "left", textAnchor: "start" })];
  const title = () => `${of}: ${numberText(mean, decimals)} (${intervalText({ low, high }, decimals)})`;
  const fill = style.hollow ? "var(--paper)" : style.color;
  const marks: Markish[] = [];
  if (!Number.isNaN(low))
    marks.push(plot.ruleY([estimate], { y: "at", x1: "low", x2: "high", stroke: style.color, strokeWidth: 2 }));
  marks.push(
    plot.dot([estimate], { x: "mean", y: "at", title, symbol: style.symbol, r: 4, fill, stroke: style.color, strokeWidth: 1.5 }),
  );
  return marks;
}
