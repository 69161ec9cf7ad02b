import { defaultParameters, definitions } from "../sim/index.ts";
import type { Rows, Runner } from "./measured-run.ts";
import { mean } from "./statistics.ts";

/** Contacts an agent at a strength of 0.40, 0.20 and 0.05 or more. Dunbar's layers are 5, 15 and 50; these are what model.md asks. */
export const TARGETS = [5, 12, 34] as const;

const LAYER_MEASURES = ["layer_strong", "layer_middle", "layer_active"];

/** One setting of what is calibrated. */
export interface Setting {
  /** 1/δ: silent ticks after which a tie without protection is at half its strength */
  readonly halfAfter: number;
  /** λ */
  readonly protection: number;
  /** A */
  readonly budget: number;
}

/** What is tried, and how. */
export interface CalibrationDesign {
  /** the coarse grid: all values with all others; ascending, evenly spaced, two or more each */
  readonly halfAfter: readonly number[];
  readonly protection: readonly number[];
  readonly budget: readonly number[];
  /** seeds of a screening, the first of `seeds` */
  readonly screeningSeeds: number;
  /** seeds of the settings that are looked at closely */
  readonly seeds: number;
  /** ticks over which layers are averaged */
  readonly measuredAt: readonly number[];
  /** how many settings of each grid are looked at closely */
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

/** What the definitions have now. */
export const defaultSetting: Setting = {
  halfAfter: round(1 / defaultParameters.fadingRate),
  protection: defaultParameters.fadingProtection,
  budget: defaultParameters.budget,
};

export function seedNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `calibration-${at + 1}`);
}

/** Squared log error: the squares of ln(layer / target), summed over the three layers. 0 where all are met. */
export function layerError(layers: readonly number[]): number {
  return TARGETS.reduce((sum, target, at) => {
    const off = Math.log(layers[at] / target);
    return sum + off * off;
  }, 0);
}

/** Layers of one setting, a row a seed. */
type LayersBySeed = readonly (readonly number[])[];

/** The error of what the layers are on average over seeds. */
export function errorOfMean(bySeed: LayersBySeed): number {
  return layerError(meanLayers(bySeed));
}

function meanLayers(bySeed: LayersBySeed): number[] {
  return TARGETS.map((_, at) => mean(bySeed.map((layers) => layers[at])));
}

/** A setting that ran with few seeds. */
export interface Screened {
  readonly setting: Setting;
  /** as they would be with all seeds, as far as the default tells */
  readonly layers: readonly number[];
  readonly error: number;
}

/** A setting that ran with all seeds. */
export interface Finalist {
  readonly setting: Setting;
  readonly bySeed: LayersBySeed;
}

/** What was found; every list has its best first. */
export interface Calibration {
  readonly design: CalibrationDesign;
  readonly coarse: readonly Screened[];
  readonly fine: readonly Screened[];
  /** the default among them */
  readonly finalists: readonly Finalist[];
}

/**
 * Looks for the setting whose layers are nearest to the targets: a coarse grid, then one of half the step around its best
 * setting, both with few seeds; then the best of each and the default with all seeds.
 */
export async function calibrate(design: CalibrationDesign, run: Runner): Promise<Calibration> {
  const ofDefault = (await layersOf([defaultSetting], design.seeds, design, run))[0];
  const coarse = crossed(design.halfAfter, design.protection, design.budget);
  const screen = async (settings: readonly Setting[]) =>
    screened(settings, await layersOf(settings, design.screeningSeeds, design, run), ofDefault);
  const first = await screen(coarse);
  const second = await screen(around(first[0].setting, design).filter((setting) => !includes(coarse, setting)));
  const best = [first, second]
    .flatMap((screened) => screened.slice(0, design.finalists))
    .map(({ setting }) => setting)
    .filter((setting) => !same(setting, defaultSetting));
  const finals = (await layersOf(best, design.seeds, design, run)).map((bySeed, at) => ({ setting: best[at], bySeed }));
  const finalists = [...finals, { setting: defaultSetting, bySeed: ofDefault }].sort(
    (a, b) => errorOfMean(a.bySeed) - errorOfMean(b.bySeed),
  );
  return { design, coarse: first, fine: second, finalists };
}

/**
 * Ranks settings that ran with few seeds. Seeds differ in ways that all settings share, so each layer is scaled by what the
 * default has over all seeds against these few.
 */
function screened(settings: readonly Setting[], bySetting: readonly LayersBySeed[], ofDefault: LayersBySeed): Screened[] {
  const all = meanLayers(ofDefault);
  return settings
    .map((setting, at) => {
      const few = meanLayers(ofDefault.slice(0, bySetting[at].length));
      const layers = meanLayers(bySetting[at]).map((layer, k) => (layer * all[k]) / few[k]);
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
  const results = (await run(tasks)).map(meanRow);
  return settings.map((_, at) => results.slice(at * seeds, (at + 1) * seeds));
}

function meanRow(rows: Rows): number[] {
  return rows[0].map((_, column) => mean(rows.map((row) => row[column])));
}

export function parametersOf({ halfAfter, protection, budget }: Setting): Record<string, number> {
  return { fading_rate: 1 / halfAfter, fading_protection: protection, budget };
}

/** All settings of half a coarse step around one, up to a whole step away, as far as the parameters may go. */
function around(center: Setting, design: CalibrationDesign): Setting[] {
  const half = (values: readonly number[]) => (values[1] - values[0]) / 2;
  const near = (value: number, step: number) => [-2, -1, 0, 1, 2].map((k) => round(value + k * step));
  return crossed(
    near(center.halfAfter, half(design.halfAfter)),
    near(center.protection, half(design.protection)).filter((value) => value <= definitions.fadingProtection.max),
    near(center.budget, half(design.budget)),
  );
}

function crossed(halfAfter: readonly number[], protection: readonly number[], budget: readonly number[]): Setting[] {
  return halfAfter.flatMap((h) => protection.flatMap((p) => budget.map((b) => ({ halfAfter: h, protection: p, budget: b }))));
}

function same(a: Setting, b: Setting): boolean {
  return a.halfAfter === b.halfAfter && a.protection === b.protection && a.budget === b.budget;
}

function includes(settings: readonly Setting[], setting: Setting): boolean {
  return settings.some((one) => same(one, setting));
}

/** Steps of 0.05 add up to what is typed. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
