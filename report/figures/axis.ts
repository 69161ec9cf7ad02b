import type { ScaleOptions } from "@observablehq/plot";
import type { PlainValue } from "../../sim/index.ts";
import type { Factor } from "../../study/experiment.ts";
import type { ReportData } from "../../study/report-data.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { PANEL } from "./pen.ts";
import { axisLabel, fitted, levelsOf } from "./view.ts";

/** The axis along which a factor is laid out. */
export interface FactorAxis {
  readonly options: ScaleOptions;
  /** what stands for a level there */
  readonly place: (level: PlainValue) => number | string;
  /** whether a line may pass through the level, as it has its place among numbers */
  readonly isNumber: (level: PlainValue) => boolean;
}

/** Levels that are ticks of their own, if they do not come too close. */
const MOST_TICKS = 7;
const LEAST_GAP = 0.09;

/**
 * A measured axis where all levels are numbers; else one on which levels stand at equal distances, in the order of the factor, so
 * that a word such as `never` has its place.
 */
export function factorAxis(data: ReportData, factor: Factor): FactorAxis {
  const levels = levelsOf(data, factor);
  const isNumber = (level: PlainValue) => typeof level === "number" && Number.isFinite(level);
  const label = fitted(axisLabel(factor), 46);
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
      tickFormat: (level: string) => fitted(level, Math.max(3, room)),
    },
    place: levelText,
    isNumber,
  };
}

function ticksOf(levels: readonly number[]): number[] | number {
  const sorted = [...levels].sort((a, b) => a - b);
  const span = sorted[sorted.length - 1] - sorted[0];
  const isClose = sorted.some((level, at) => at > 0 && level - sorted[at - 1] < LEAST_GAP * span);
  return sorted.length > MOST_TICKS || isClose ? 5 : sorted;
}
