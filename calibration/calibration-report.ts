import { itemAt } from "../study/item-at.ts";
import { meanOf } from "../study/statistics/describe.ts";
import { jackknifeError, standardError } from "../study/statistics/student-interval.ts";
import {
  type Calibration,
  countChanges,
  defaultSetting,
  errorOfMean,
  type Finalist,
  type Screened,
  type Setting,
  TARGETS,
} from "./calibration.ts";
import { meanOfColumn } from "./statistics.ts";
import { formatTable } from "./text-table.ts";

const SETTING_COLUMNS = ["α", "δ", "λ", "A"];
const LEVEL_COLUMNS = ["s ≥ 0.40", "s ≥ 0.20", "s ≥ 0.05", "survival"];

/** The results of the calibration as text tables. */
export function calibrationReport({ design, coarse, fine, finalists }: Calibration): string {
  const { seeds, screeningSeeds, measuredAt } = design;
  const best = itemAt(finalists, 0);
  const ofDefault = finalists.find(({ setting }) => setting === defaultSetting) ?? best;
  return [
    "Contacts per agent at a strength of at least 0.40, 0.20 and 0.05, and yearly survival of weak ties",
    `targets ${TARGETS.join(", ")}; error: sum of the four squared log errors`,
    `levels: mean over ticks ${measuredAt.join(", ")}; seeds calibration-1 to calibration-${seeds}; ± one standard error over seeds`,
    "",
    `The best of the ${coarse.length} settings of the coarse grid (${screeningSeeds} seeds)`,
    "",
    screenedTable(coarse.slice(0, 5)),
    "",
    `The best of the ${fine.length} settings around the best coarse setting (${screeningSeeds} seeds)`,
    "",
    screenedTable(fine.slice(0, 5)),
    "",
    `The best settings of both screenings, and the default (${seeds} seeds)`,
    "",
    finalistTable(finalists, ofDefault),
    "",
    "Difference from the targets",
    "",
    missTable([
      { name: "best", of: best },
      { name: "default", of: ofDefault },
    ]),
    "",
    `The default with one value changed (${screeningSeeds} seeds)`,
    "",
    screenedTable(oneApart(coarse)),
    "",
    `Gain against fading, with the other values at their defaults (${screeningSeeds} seeds)`,
    "",
    screenedTable(ridge(coarse)),
    "",
    `Ratios of the layers: target ${formatRatio(TARGETS)}; on the coarse grid ${formatRatioRanges(coarse)}`,
  ].join("\n");
}

/** The coarse settings that differ from the default in at most one value, in the order of the grid. */
function oneApart(coarse: readonly Screened[]): Screened[] {
  const values = ({ gain, fading, protection, budget }: Setting) => [gain, fading, protection, budget];
  const base = values(defaultSetting);
  const order = ({ setting }: Screened) => values(setting).findIndex((value, at) => value !== base[at]);
  const place = (one: Screened) => values(one.setting)[order(one)] ?? 0;
  return coarse
    .filter(({ setting }) => countChanges(setting, defaultSetting) <= 1)
    .sort((a, b) => order(a) - order(b) || place(a) - place(b));
}

/** The coarse settings on the ridge: those that differ from the default in gain and fading only. */
function ridge(coarse: readonly Screened[]): Screened[] {
  const { protection, budget } = defaultSetting;
  return coarse
    .filter(({ setting }) => setting.protection === protection && setting.budget === budget)
    .sort((a, b) => a.setting.gain - b.setting.gain || a.setting.fading - b.setting.fading);
}

function screenedTable(settings: readonly Screened[]): string {
  return formatTable(
    [...SETTING_COLUMNS, ...LEVEL_COLUMNS, "error"],
    settings.map(({ setting, levels, error }) => [
      ...settingCells(setting),
      ...levels.map((level) => level.toFixed(2)),
      error.toFixed(4),
    ]),
  );
}

function finalistTable(finalists: readonly Finalist[], ofDefault: Finalist): string {
  return formatTable(
    [...SETTING_COLUMNS, ...LEVEL_COLUMNS, "error", "minus default", ""],
    finalists.map((one) => {
      const { setting, bySeed } = one;
      const isDefault = one === ofDefault;
      return [
        ...settingCells(setting),
        ...TARGETS.map((_, at) => levelCell(bySeed.map((levels) => itemAt(levels, at)))),
        withError(errorOfMean(bySeed), jackknifeError(bySeed, errorOfMean), 4),
        isDefault ? "" : difference(one, ofDefault),
        isDefault ? "default" : "",
      ];
    }),
  );
}

/** The difference between two errors. Its standard error is paired, since both settings have the same seeds. */
function difference({ bySeed }: Finalist, other: Finalist): string {
  const pairs = bySeed.map((levels, at) => ({ levels, others: itemAt(other.bySeed, at) }));
  const subtract = (of: readonly (typeof pairs)[number][]) =>
    errorOfMean(of.map(({ levels }) => levels)) - errorOfMean(of.map(({ others }) => others));
  return withError(subtract(pairs), jackknifeError(pairs, subtract), 4);
}

function missTable(named: readonly { name: string; of: Finalist }[]): string {
  const miss = ({ bySeed }: Finalist, at: number) => {
    const off = (100 * meanOfColumn(bySeed, at)) / itemAt(TARGETS, at) - 100;
    return `${off < 0 ? "−" : "+"}${Math.abs(off).toFixed(1)}%`;
  };
  return formatTable(
    ["", ...SETTING_COLUMNS, ...LEVEL_COLUMNS],
    named.map(({ name, of }) => [name, ...settingCells(of.setting), ...TARGETS.map((_, at) => miss(of, at))]),
  );
}

function formatRatio(layers: readonly number[]): string {
  return `1 : ${ratioToInner(layers, 1).toFixed(2)} : ${ratioToInner(layers, 2).toFixed(2)}`;
}

function formatRatioRanges(coarse: readonly Screened[]): string {
  const range = (at: number) => {
    const ratios = coarse.map(({ levels }) => ratioToInner(levels, at));
    return `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  };
  return `1 : ${range(1)} : ${range(2)}`;
}

/** Contacts in a layer for each contact in the inner layer. */
function ratioToInner(layers: readonly number[], at: number): number {
  return itemAt(layers, at) / itemAt(layers, 0);
}

function settingCells({ gain, fading, protection, budget }: Setting): string[] {
  return [`${gain}`, `${fading}`, `${protection}`, `${budget}`];
}

function levelCell(bySeed: readonly number[]): string {
  return withError(meanOf(bySeed), standardError(bySeed), 2);
}

function withError(value: number, error: number, digits: number): string {
  return `${value.toFixed(digits).replace("-", "−")} ± ${error.toFixed(digits)}`;
}
