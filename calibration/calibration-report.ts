import { itemAt } from "../study/item-at.ts";
import { meanOf } from "../study/statistics/describe.ts";
import { jackknifeError, standardError } from "../study/statistics/student-interval.ts";
import {
  type Calibration,
  defaultSetting,
  errorOfMean,
  type Finalist,
  type Screened,
  type Setting,
  TARGETS,
} from "./calibration.ts";
import { meanOfColumn } from "./statistics.ts";
import { formatTable } from "./text-table.ts";

const SETTING_COLUMNS = ["δ", "λ", "A"];
const LAYER_COLUMNS = ["s ≥ 0.40", "s ≥ 0.20", "s ≥ 0.05"];

/** The results of the calibration as text tables. */
export function calibrationReport({ design, coarse, fine, finalists }: Calibration): string {
  const { seeds, screeningSeeds, measuredAt } = design;
  const best = itemAt(finalists, 0);
  const ofDefault = finalists.find(({ setting }) => setting === defaultSetting) ?? best;
  return [
    "Contacts per agent at a strength of at least 0.40, 0.20 and 0.05",
    `targets ${TARGETS.join(", ")}; error: sum of the three squared log errors`,
    `layers: mean over ticks ${measuredAt.join(", ")}; seeds calibration-1 to calibration-${seeds}; ± one standard error over seeds`,
    "",
    `The best of the ${coarse.length} settings of the coarse grid (${screeningSeeds} seeds)`,
    "",
    screenedTable(coarse.slice(0, 5)),
    "",
    `The best of the ${fine.length} other settings of the fine grid around the best coarse setting (${screeningSeeds} seeds)`,
    "",
    screenedTable(fine.slice(0, 5)),
    "",
    `The best settings of both grids, and the default (${seeds} seeds)`,
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
    `Ratios of the layers: target ${formatRatio(TARGETS)}; on the coarse grid ${formatRatioRanges(coarse)}`,
  ].join("\n");
}

/** The coarse settings that differ from the default in at most one value, in the order of the grid. */
function oneApart(coarse: readonly Screened[]): Screened[] {
  const values = ({ halfAfter, protection, budget }: Setting) => [halfAfter, protection, budget];
  const base = values(defaultSetting);
  const changed = ({ setting }: Screened) => values(setting).filter((value, at) => value !== base[at]).length;
  const order = ({ setting }: Screened) => values(setting).findIndex((value, at) => value !== base[at]);
  const place = (one: Screened) => values(one.setting)[order(one)] ?? 0;
  return coarse.filter((one) => changed(one) <= 1).sort((a, b) => order(a) - order(b) || place(a) - place(b));
}

function screenedTable(settings: readonly Screened[]): string {
  return formatTable(
    [...SETTING_COLUMNS, ...LAYER_COLUMNS, "error"],
    settings.map(({ setting, layers, error }) => [
      ...settingCells(setting),
      ...layers.map((layer) => layer.toFixed(2)),
      error.toFixed(4),
    ]),
  );
}

function finalistTable(finalists: readonly Finalist[], ofDefault: Finalist): string {
  return formatTable(
    [...SETTING_COLUMNS, ...LAYER_COLUMNS, "error", "minus default", ""],
    finalists.map((one) => {
      const { setting, bySeed } = one;
      const isDefault = one === ofDefault;
      return [
        ...settingCells(setting),
        ...TARGETS.map((_, at) => layerCell(bySeed.map((layers) => itemAt(layers, at)))),
        withError(errorOfMean(bySeed), jackknifeError(bySeed, errorOfMean), 4),
        isDefault ? "" : difference(one, ofDefault),
        isDefault ? "default" : "",
      ];
    }),
  );
}

/** The difference between two errors. Its standard error is paired, since both settings have the same seeds. */
function difference({ bySeed }: Finalist, other: Finalist): string {
  const pairs = bySeed.map((layers, at) => ({ layers, others: itemAt(other.bySeed, at) }));
  const subtract = (of: readonly (typeof pairs)[number][]) =>
    errorOfMean(of.map(({ layers }) => layers)) - errorOfMean(of.map(({ others }) => others));
  return withError(subtract(pairs), jackknifeError(pairs, subtract), 4);
}

function missTable(named: readonly { name: string; of: Finalist }[]): string {
  const miss = ({ bySeed }: Finalist, at: number) => {
    const off = (100 * meanOfColumn(bySeed, at)) / itemAt(TARGETS, at) - 100;
    return `${off < 0 ? "−" : "+"}${Math.abs(off).toFixed(1)}%`;
  };
  return formatTable(
    ["", ...SETTING_COLUMNS, ...LAYER_COLUMNS],
    named.map(({ name, of }) => [name, ...settingCells(of.setting), ...TARGETS.map((_, at) => miss(of, at))]),
  );
}

function formatRatio(layers: readonly number[]): string {
  return `1 : ${ratioToInner(layers, 1).toFixed(2)} : ${ratioToInner(layers, 2).toFixed(2)}`;
}

function formatRatioRanges(coarse: readonly Screened[]): string {
  const range = (at: number) => {
    const ratios = coarse.map(({ layers }) => ratioToInner(layers, at));
    return `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  };
  return `1 : ${range(1)} : ${range(2)}`;
}

/** Contacts in a layer for each contact in the inner layer. */
function ratioToInner(layers: readonly number[], at: number): number {
  return itemAt(layers, at) / itemAt(layers, 0);
}

function settingCells({ halfAfter, protection, budget }: Setting): string[] {
  return [`1/${halfAfter}`, `${protection}`, `${budget}`];
}

function layerCell(bySeed: readonly number[]): string {
  return withError(meanOf(bySeed), standardError(bySeed), 2);
}

function withError(value: number, error: number, digits: number): string {
  return `${value.toFixed(digits).replace("-", "−")} ± ${error.toFixed(digits)}`;
}
