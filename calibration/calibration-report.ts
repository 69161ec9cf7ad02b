import {
  type Calibration,
  defaultSetting,
  errorOfMean,
  type Finalist,
  type Screened,
  type Setting,
  TARGETS,
} from "./calibration.ts";
import { jackknifeError, mean, standardError } from "./statistics.ts";
import { textTable } from "./text-table.ts";

const SETTING_COLUMNS = ["δ", "λ", "A"];
const LAYER_COLUMNS = ["s ≥ 0.40", "s ≥ 0.20", "s ≥ 0.05"];

/** What was found, for a person. */
export function calibrationReport({ design, coarse, fine, finalists }: Calibration): string {
  const { seeds, screeningSeeds, measuredAt } = design;
  const ofDefault = finalists.find(({ setting }) => setting === defaultSetting) ?? finalists[0];
  return [
    "Contacts an agent at strengths of 0.40, 0.20 and 0.05 or more",
    `targets ${TARGETS.join(", ")}; error: squared log error, summed over the three`,
    `layers: mean over ticks ${measuredAt.join(", ")}; seeds calibration-1 to calibration-${seeds}; ± one standard error over seeds`,
    "",
    `The best of ${coarse.length} settings of the coarse grid (${screeningSeeds} seeds)`,
    "",
    screenedTable(coarse.slice(0, 5)),
    "",
    `The best of ${fine.length} more settings at half the step around the first of these (${screeningSeeds} seeds)`,
    "",
    screenedTable(fine.slice(0, 5)),
    "",
    `The best of each, and the default (${seeds} seeds)`,
    "",
    finalistTable(finalists, ofDefault),
    "",
    "What is missed",
    "",
    missTable([
      { name: "best", of: finalists[0] },
      { name: "default", of: ofDefault },
    ]),
    "",
    `One value of the default changed (${screeningSeeds} seeds)`,
    "",
    screenedTable(oneApart(coarse)),
    "",
    `Layers as ratios: wanted ${ratioText(TARGETS)}; over the coarse grid ${ratioRanges(coarse)}`,
  ].join("\n");
}

/** The coarse settings that differ from the default in one value at most, in the order of the grid. */
function oneApart(coarse: readonly Screened[]): Screened[] {
  const values = ({ halfAfter, protection, budget }: Setting) => [halfAfter, protection, budget];
  const base = values(defaultSetting);
  const changed = ({ setting }: Screened) => values(setting).filter((value, at) => value !== base[at]).length;
  const order = ({ setting }: Screened) => values(setting).findIndex((value, at) => value !== base[at]);
  const place = (one: Screened) => values(one.setting)[order(one)] ?? 0;
  return coarse.filter((one) => changed(one) <= 1).sort((a, b) => order(a) - order(b) || place(a) - place(b));
}

function screenedTable(settings: readonly Screened[]): string {
  return textTable(
    [...SETTING_COLUMNS, ...LAYER_COLUMNS, "error"],
    settings.map(({ setting, layers, error }) => [
      ...settingCells(setting),
      ...layers.map((layer) => layer.toFixed(2)),
      error.toFixed(4),
    ]),
  );
}

function finalistTable(finalists: readonly Finalist[], ofDefault: Finalist): string {
  return textTable(
    [...SETTING_COLUMNS, ...LAYER_COLUMNS, "error", "less default's", ""],
    finalists.map((one) => {
      const { setting, bySeed } = one;
      const isDefault = one === ofDefault;
      return [
        ...settingCells(setting),
        ...TARGETS.map((_, at) => layerCell(bySeed.map((layers) => layers[at]))),
        withError(errorOfMean(bySeed), jackknifeError(bySeed, errorOfMean), 4),
        isDefault ? "" : difference(one, ofDefault),
        isDefault ? "default" : "",
      ];
    }),
  );
}

/** Error less that of another; its standard error is that of pairs, as both have the same seeds. */
function difference({ bySeed }: Finalist, other: Finalist): string {
  const pairs = bySeed.map((layers, at) => ({ layers, others: other.bySeed[at] }));
  const less = (of: readonly (typeof pairs)[number][]) =>
    errorOfMean(of.map(({ layers }) => layers)) - errorOfMean(of.map(({ others }) => others));
  return withError(less(pairs), jackknifeError(pairs, less), 4);
}

function missTable(named: readonly { name: string; of: Finalist }[]): string {
  const miss = ({ bySeed }: Finalist, at: number) => {
    const off = (100 * mean(bySeed.map((layers) => layers[at]))) / TARGETS[at] - 100;
    return `${off < 0 ? "−" : "+"}${Math.abs(off).toFixed(1)} %`;
  };
  return textTable(
    ["", ...SETTING_COLUMNS, ...LAYER_COLUMNS],
    named.map(({ name, of }) => [name, ...settingCells(of.setting), ...TARGETS.map((_, at) => miss(of, at))]),
  );
}

function ratioText(layers: readonly number[]): string {
  return `1 : ${(layers[1] / layers[0]).toFixed(2)} : ${(layers[2] / layers[0]).toFixed(2)}`;
}

function ratioRanges(coarse: readonly Screened[]): string {
  const range = (at: number) => {
    const ratios = coarse.map(({ layers }) => layers[at] / layers[0]);
    return `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  };
  return `1 : ${range(1)} : ${range(2)}`;
}

function settingCells({ halfAfter, protection, budget }: Setting): string[] {
  return [`1/${halfAfter}`, `${protection}`, `${budget}`];
}

function layerCell(bySeed: readonly number[]): string {
  return withError(mean(bySeed), standardError(bySeed), 2);
}

function withError(value: number, error: number, digits: number): string {
  return `${value.toFixed(digits).replace("-", "−")} ± ${error.toFixed(digits)}`;
}
