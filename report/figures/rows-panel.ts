import type { Markish } from "@observablehq/plot";
import { intervalText, numberText } from "../number-text.ts";
import type { MarkStyle } from "./arm-style.ts";
import type { Pen } from "./pen.ts";
import { type Estimate, fitted } from "./view.ts";

/** A name with one estimate or several beneath it. */
export interface Row {
  readonly name: string;
  readonly estimates: readonly RowEstimate[];
}

export interface RowEstimate extends Estimate {
  /** what it is of */
  readonly of: string;
  readonly style: MarkStyle;
}

interface RowsOptions {
  readonly label: string;
  readonly decimals: number;
  /** draws the line of no difference, and has it on the axis */
  readonly zero: boolean;
  /** at the axis */
  readonly axisLabel?: string;
}

/** Heights in pixels: of a name, of an estimate beneath it, and between two rows. */
const NAME = 17;
const ESTIMATE = 13;
const BETWEEN = 9;

/** Characters of a name that a panel has room for. */
const NAME_LENGTH = 48;

/** Means as marks on their 95% intervals, in rows; names stand above them, so that long ones have the whole width. */
export function rowsPanel(pen: Pen, rows: readonly Row[], { label, decimals, zero, axisLabel }: RowsOptions) {
  const { plot } = pen;
  let height = 0;
  const names: { name: string; at: number }[] = [];
  const placed: (RowEstimate & { at: number })[] = [];
  for (const { name, estimates } of rows) {
    names.push({ name: fitted(name, NAME_LENGTH), at: height + NAME / 2 });
    height += NAME;
    for (const estimate of estimates) {
      placed.push({ ...estimate, at: height + ESTIMATE / 2 });
      height += ESTIMATE;
    }
    height += BETWEEN;
  }
  // Without a number there is no scale, and a plot that is asked for one throws.
  const isDefined = placed.some(({ mean }) => !Number.isNaN(mean));
  const marks: Markish[] = isDefined ? [plot.gridX({ ticks: 5 })] : [];
  if (zero) marks.push(plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.7 }));
  marks.push(
    plot.text(names, {
      y: "at",
      text: "name",
      frameAnchor: "left",
      textAnchor: "start",
      // Clear of the line of no difference, where that is on the left.
      dx: zero ? 6 : 0,
      stroke: "var(--paper)",
      strokeWidth: 4,
      fill: "currentColor",
    }),
  );
  for (const estimate of placed) marks.push(...estimateMarks(pen, estimate, decimals));
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
