import { defaultParameters, definitions } from "../sim/index.ts";
import { itemAt } from "../study/item-at.ts";
import type { Runner } from "./measured-run.ts";
import { columnMeans } from "./statistics.ts";

/** Target contacts per agent at a strength of at least 0.40, 0.20 and 0.05. Dunbar's layers are 5, 15 and 50. */
export const TARGETS = [5, 12, 34] as const;

const LAYER_MEASURES = ["layer_strong", "layer_middle", "layer_active"];

/** Values of the calibrated parameters. */
export interface Setting {
  /** 1/δ: silent ticks after which an unprotected tie has half its strength */
  readonly halfAfter: number;
  /** λ */
  readonly protection: number;
  /** A */
  readonly budget: number;
}

/** The settings to try, and how to run them. */
export interface CalibrationDesign {
  /** the coarse grid is every combination of these values; each list is ascending and evenly spaced; a single value is not refined */
  readonly halfAfter: readonly number[];
  readonly protection: readonly number[];
  readonly budget: readonly number[];
  /** number of seeds for the screening, the first of `seeds` */
  readonly screeningSeeds: number;
  /** number of seeds for the finalists */
  readonly seeds: number;
  /** ticks over which layers are averaged */
  readonly measuredAt: readonly number[];
  /** number of finalists from each grid */
  readonly finalists: number;
}

/** The design of docs/calibration.md. */
export const CALIBRATION: CalibrationDesign = {
  halfAfter: [18, 20, 22, 24, 26, 28, 30],
  protection: [0.6, 0.7, 0.8, 0.9],
  budget: [2.5, 3, 3.5, 4, 4.5],
  screeningSeeds: 2,
  seeds: 20,
  measuredAt: [312, 364, 416, 468, 520],
  finalists: 6,
};

/** The current defaults. */
export const defaultSetting: Setting = {
  halfAfter: round(1 / defaultParameters.fadingRate),
  protection: defaultParameters.fadingProtection,
  budget: defaultParameters.budget,
};

export function seedNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `calibration-${at + 1}`);
}

/** Sum over the three layers of the squared log error, ln(layer / target)²; 0 if every layer meets its target. */
export function layerError(layers: readonly number[]): number {
  return TARGETS.reduce((sum, target, at) => {
    const off = Math.log(itemAt(layers, at) / target);
    return sum + off * off;
  }, 0);
}

/** Layers of one setting, one row per seed. */
type LayersBySeed = readonly (readonly number[])[];

/** The error of the layers averaged over seeds. */
export function errorOfMean(bySeed: LayersBySeed): number {
  return layerError(columnMeans(bySeed));
}

/** A setting that ran with few seeds. */
export interface Screened {
  readonly setting: Setting;
  /** scaled to what all seeds would give, judging by the default */
  readonly layers: readonly number[];
  readonly error: number;
}

/** A setting that ran with all seeds. */
export interface Finalist {
  readonly setting: Setting;
  readonly bySeed: LayersBySeed;
}

/** The results. Every list starts with the best setting. */
export interface Calibration {
  readonly design: CalibrationDesign;
  readonly coarse: readonly Screened[];
  readonly fine: readonly Screened[];
  /** includes the default */
  readonly finalists: readonly Finalist[];
}

/**
 * Finds the setting whose layers are closest to the targets. It screens a coarse grid and then a grid with half the step around the
 * best setting, both with few seeds. Then it runs the best settings of both grids and the default with all seeds.
 */
export async function calibrate(design: CalibrationDesign, run: Runner): Promise<Calibration> {
  const ofDefault = itemAt(await layersOf([defaultSetting], design.seeds, design, run), 0);
  const coarse = combineAll(design.halfAfter, design.protection, design.budget);
  const screen = async (settings: readonly Setting[]) =>
    rank(settings, await layersOf(settings, design.screeningSeeds, design, run), ofDefault);
  const first = await screen(coarse);
  const second = await screen(around(itemAt(first, 0).setting, design).filter((setting) => !includes(coarse, setting)));
  const best = [first, second]
    .flatMap((screened) => screened.slice(0, design.finalists))
    .map(({ setting }) => setting)
    .filter((setting) => !isEqual(setting, defaultSetting));
  const layersOfBest = await layersOf(best, design.seeds, design, run);
  const finals = best.map((setting, at) => ({ setting, bySeed: itemAt(layersOfBest, at) }));
  const finalists = [...finals, { setting: defaultSetting, bySeed: ofDefault }].sort(
    (a, b) => errorOfMean(a.bySeed) - errorOfMean(b.bySeed),
  );
  return { design, coarse: first, fine: second, finalists };
}

/**
 * Ranks settings that ran with few seeds. All settings share the differences between seeds, so each layer is multiplied by the ratio
 * between the default with all seeds and the default with these few.
 */
function rank(settings: readonly Setting[], bySetting: readonly LayersBySeed[], ofDefault: LayersBySeed): Screened[] {
  const all = columnMeans(ofDefault);
  return settings
    .map((setting, at) => {
      const bySeed = itemAt(bySetting, at);
      const few = columnMeans(ofDefault.slice(0, bySeed.length));
      const layers = columnMeans(bySeed).map((layer, k) => (layer * itemAt(all, k)) / itemAt(few, k));
      return { setting, layers, error: layerError(layers) };
    })
    .sort((a, b) => a.error - b.error);
}

/** Layers of each setting with the first seeds, averaged over the measured ticks. */
async function layersOf(
  settings: readonly Setting[],
  seeds: number,
  { measuredAt }: CalibrationDesign,
  run: Runner,
): Promise<LayersBySeed[]> {
  const names = seedNames(seeds);
  const tasks = settings.flatMap((setting) =>
    names.map((seed) => ({ parameters: parametersOf(setting), seed, measuredAt, measures: LAYER_MEASURES })),
  );
  const results = (await run(tasks)).map(columnMeans);
  return settings.map((_, at) => results.slice(at * seeds, (at + 1) * seeds));
}

export function parametersOf({ halfAfter, protection, budget }: Setting): Record<string, number> {
  return { fading_rate: 1 / halfAfter, fading_protection: protection, budget };
}

/** All settings in half steps of the coarse grid around one setting, up to one whole step away, within the limits of the parameters. */
function around(center: Setting, design: CalibrationDesign): Setting[] {
  const half = ([first = 0, second = first]: readonly number[]) => (second - first) / 2;
  const near = (value: number, step: number) => (step === 0 ? [value] : [-2, -1, 0, 1, 2].map((k) => round(value + k * step)));
  return combineAll(
    near(center.halfAfter, half(design.halfAfter)),
    near(center.protection, half(design.protection)).filter((value) => value <= definitions.fadingProtection.max),
    near(center.budget, half(design.budget)),
  );
}

function combineAll(halfAfter: readonly number[], protection: readonly number[], budget: readonly number[]): Setting[] {
  return halfAfter.flatMap((h) => protection.flatMap((p) => budget.map((b) => ({ halfAfter: h, protection: p, budget: b }))));
}

function isEqual(a: Setting, b: Setting): boolean {
  return a.halfAfter === b.halfAfter && a.protection === b.protection && a.budget === b.budget;
}

function includes(settings: readonly Setting[], setting: Setting): boolean {
  return settings.some((one) => isEqual(one, setting));
}

/** Removes rounding errors, so that sums of steps such as 0.05 equal the decimal number. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
