import type { Markish } from "@observablehq/plot";
import type { PlainValue } from "../../sim/index.ts";
import { itemAt } from "../../study/item-at.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { intervalText, numberText } from "../../study/tables/number-text.ts";
import type { Panel } from "./figure.ts";
import { PANEL, type Pen } from "./pen.ts";
import type { Ramp } from "./ramp.ts";
import { type Estimate, shorten } from "./view.ts";

/** The estimate at a pair of levels. */
export interface HeatCell extends Estimate {
  readonly x: PlainValue;
  readonly y: PlainValue;
}

interface HeatMapOptions {
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xLevels: readonly PlainValue[];
  readonly yLevels: readonly PlainValue[];
  readonly decimals: number;
  /** whether 0 has the middle color, and cells whose interval excludes 0 are marked */
  readonly isDifference: boolean;
  /** range of the means in all panels that share the colors */
  readonly domain: readonly [number, number];
}

const LEFT = 52;
const RIGHT = 8;
const TOP = 26;
const BOTTOM = 42;

/** A cell shows its value if it has this height and, for each character, this width. In pixels. */
const TEXT_HEIGHT = 15;
const CHARACTER = 7;
/** Width of a character of an interval, in pixels. */
const SMALL_CHARACTER = 5;

/** One cell per pair of levels, colored by the mean. A cell shows its value if it has room for it. */
export function heatMapPanel(pen: Pen, cells: readonly HeatCell[], options: HeatMapOptions): Pick<Panel, "picture" | "ramp"> {
  const { plot } = pen;
  const { label, xLabel, yLabel, xLevels, yLevels, decimals, isDifference, domain } = options;
  const width = (PANEL - LEFT - RIGHT) / xLevels.length;
  const height = Math.min(44, Math.max(6, Math.min(280 / yLevels.length, width)));
  const color = colorOf(pen, options);
  const x = ({ x }: HeatCell) => levelText(x);
  const y = ({ y }: HeatCell) => levelText(y);
  const title = (cell: HeatCell) =>
    `${xLabel} ${x(cell)}, ${yLabel} ${y(cell)}: ${numberText(cell.mean, decimals)} (${intervalText(cell, decimals)})`;
  const defined = cells.filter(({ mean }) => !Number.isNaN(mean));
  const marks: Markish[] = [plot.cell(defined, { x, y, title, inset: 0.5, fill: ({ mean }: HeatCell) => color(mean) })];
  const text = ({ mean }: HeatCell) => numberText(mean, decimals);
  const longest = Math.max(1, ...cells.map((cell) => text(cell).length));
  if (height >= TEXT_HEIGHT && width >= longest * CHARACTER + 4) {
    const fill = ({ mean }: HeatCell) => (Number.isNaN(mean) ? "currentColor" : inkOn(color(mean)));
    const fontWeight = (cell: HeatCell) => (isDifference && excludesZero(cell) ? 700 : 400);
    const interval = (cell: HeatCell) => (Number.isNaN(cell.low) ? "" : intervalText(cell, decimals));
    const longestInterval = Math.max(1, ...cells.map((cell) => interval(cell).length));
    const hasRoom = height >= 2 * TEXT_HEIGHT && width >= longestInterval * SMALL_CHARACTER + 4;
    for (const cell of cells) {
      marks.push(plot.text([cell], { x, y, text, fill, fontWeight: fontWeight(cell), dy: hasRoom ? -6 : 0 }));
      if (hasRoom) marks.push(plot.text([cell], { x, y, text: interval, fill, fontSize: 8.5, dy: 8 }));
    }
  } else if (isDifference) {
    marks.push(
      plot.dot(defined.filter(excludesZero), { x, y, r: 1.8, fill: ({ mean }: HeatCell) => inkOn(color(mean)), stroke: "none" }),
    );
  }
  const thin = (levels: readonly PlainValue[], room: number) => {
    const step = Math.ceil(22 / room);
    return levels.filter((_, at) => at % step === 0).map(levelText);
  };
  const picture = pen.draw(
    label,
    {
      height: Math.round(TOP + BOTTOM + height * yLevels.length),
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: BOTTOM,
      color: { type: "identity" },
      x: {
        type: "band",
        padding: 0,
        domain: xLevels.map(levelText),
        ticks: thin(xLevels, width),
        tickSize: 0,
        tickFormat: (level: string) => shorten(level, Math.max(4, Math.floor(width / CHARACTER))),
        label: shorten(xLabel, 40),
        labelArrow: "none",
        labelAnchor: "center",
      },
      y: {
        type: "band",
        padding: 0,
        domain: yLevels.map(levelText).reverse(),
        ticks: thin(yLevels, 2 * height),
        tickSize: 0,
        tickFormat: (level: string) => shorten(level, 6),
        label: shorten(yLabel, 40),
        labelArrow: "none",
        labelAnchor: "top",
      },
    },
    marks,
  );
  return { picture, ramp: rampOf(color, domain, decimals) };
}

/** Whether the interval excludes 0. */
function excludesZero({ low, high }: Estimate): boolean {
  return low > 0 || high < 0;
}

function colorOf(pen: Pen, { isDifference, domain }: HeatMapOptions): (value: number) => string {
  const [low, high] = domain;
  // A single value has no range for the colors.
  if (!(high > low)) return pen.colorScale("cividis", [low - 1, low + 1]);
  return pen.colorScale(isDifference ? "puor" : "cividis", domain);
}

/** Black or white, whichever has more contrast on a color such as `rgb(0, 32, 76)` or `#00204c`. */
function inkOn(color: string): string {
  const parts = color.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : (color.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (part: number) => {
    const share = itemAt(parts, part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
  // Black and white have equal WCAG contrast where (L + 0.05)² = 1.05 × 0.05.
  return luminance > 0.179 ? "#000" : "#fff";
}

const STEPS = 40;

/** The scale of colors with its two ends. */
function rampOf(color: (value: number) => string, [low, high]: readonly [number, number], decimals: number): Ramp {
  const colors = Array.from({ length: STEPS }, (_, step) => color(low + ((step + 0.5) / STEPS) * (high - low)));
  return { low: numberText(low, decimals), high: numberText(high, decimals), colors };
}
