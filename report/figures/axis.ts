import type { ScaleOptions } from "@observablehq/plot";
import type { PlainValue } from "../../sim/index.ts";
import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { extentOf } from "./extent.ts";
import { PANEL } from "./pen.ts";
import { axisLabel, levelsOf, shorten } from "./view.ts";

/** The axis of a factor. */
export interface FactorAxis {
  readonly options: ScaleOptions;
  /** the position of a level on the axis */
  readonly place: (level: PlainValue) => number | string;
  /** whether a line can pass through the level: words have no position among numbers */
  readonly isNumber: (level: PlainValue) => boolean;
}

/** Up to this many levels, each is a tick, unless two are closer than this share of the axis. */
const MOST_TICKS = 7;
const LEAST_GAP = 0.09;

/**
 * A linear axis if all levels are numbers. If some are words, such as `never`, all levels are evenly spaced in the order of the
 * factor.
 */
export function factorAxis(data: ReportData, factor: Factor): FactorAxis {
  const levels = levelsOf(data, factor);
  const isNumber = (level: PlainValue) => typeof level === "number" && Number.isFinite(level);
  const label = shorten(axisLabel(factor), 46);
  if (levels.every(isNumber)) {
    return {
      options: { type: "linear", label, labelArrow: "none", ticks: ticksOf(levels.map(Number)) },
      place: Number,
      isNumber,
    };
  }
  const room = Math.floor((PANEL - 60) / levels.length / 7);
  return {
    options: {
      type: "point",
      padding: 0.4,
      domain: levels.map(levelText),
      label,
      labelArrow: "none",
      tickFormat: (level: string) => shorten(level, Math.max(3, room)),
    },
    place: levelText,
    isNumber,
  };
}

function ticksOf(levels: readonly number[]): number[] | number {
  const sorted = [...levels].sort((a, b) => a - b);
  const [least, most] = extentOf(levels);
  const span = most - least;
  const isClose = sorted.some((level, at) => at > 0 && level - itemAt(sorted, at - 1) < LEAST_GAP * span);
  return sorted.length > MOST_TICKS || isClose ? 5 : sorted;
}
