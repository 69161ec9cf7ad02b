import { defaultParameters, definitions } from "../sim/index.ts";
import { itemAt } from "../study/item-at.ts";
import type { Runner } from "./measured-run.ts";
import { columnMeans } from "./statistics.ts";

/** What the defaults are calibrated to: contacts per agent at three strengths, and how many weak ties are still active a year later. */
const GOALS = [
  { measure: "layer_strong", target: 5 },
  { measure: "layer_middle", target: 15 },
  { measure: "layer_active", target: 50 },
  { measure: "survival_weak", target: 0.65 },
] as const;

export const TARGETS: readonly number[] = GOALS.map(({ target }) => target);

/** Values of the calibrated parameters. */
export interface Setting {
  /** α */
  readonly gain: number;
  /** δ */
  readonly fading: number;
  /** λ */
  readonly protection: number;
  /** A */
  readonly budget: number;
}

/** The settings to try, and how to run them. */
export interface CalibrationDesign {
  /** the coarse grid is every combination of these values; each list is ascending and evenly spaced; a single value is not refined */
  readonly gain: readonly number[];
  readonly fading: readonly number[];
  readonly protection: readonly number[];
  readonly budget: readonly number[];
  /** number of seeds for the screening, the first of `seeds` */
  readonly screeningSeeds: number;
  /** number of seeds for the finalists */
  readonly seeds: number;
  /** ticks over which levels are averaged */
  readonly measuredAt: readonly number[];
  /** number of finalists from each screening */
  readonly finalists: number;
  /** other parameters that differ from their defaults, by name: another population, or circles of another size */
  readonly others: Readonly<Record<string, number>>;
}

/** The design of docs/calibration.md. */
export const CALIBRATION: CalibrationDesign = {
  gain: [0.28, 0.36, 0.44],
  fading: [0.06, 0.08, 0.1],
  protection: [0.6, 0.7, 0.8],
  budget: [5, 6, 7],
  screeningSeeds: 2,
  seeds: 20,
  measuredAt: [1092, 1144, 1196, 1248, 1300],
  finalists: 4,
  others: {},
};

/** The current defaults. */
export const defaultSetting: Setting = {
  gain: defaultParameters.encounterGain,
  fading: defaultParameters.fadingRate,
  protection: defaultParameters.fadingProtection,
  budget: defaultParameters.budget,
};

export function seedNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `calibration-${at + 1}`);
}

/** Sum over the goals of the squared log error, ln(level / target)²; 0 if every level meets its target. */
export function goalError(levels: readonly number[]): number {
  return TARGETS.reduce((sum, target, at) => {
    const off = Math.log(itemAt(levels, at) / target);
    return sum + off * off;
  }, 0);
}

/** Levels of one setting in the order of the goals, one row per seed. */
type LevelsBySeed = readonly (readonly number[])[];

/** The error of the levels averaged over seeds. */
export function errorOfMean(bySeed: LevelsBySeed): number {
  return goalError(columnMeans(bySeed));
}

/** A setting that ran with few seeds. */
export interface Screened {
  readonly setting: Setting;
  /** scaled to what all seeds would give, judging by the default */
  readonly levels: readonly number[];
  readonly error: number;
}

/** A setting that ran with all seeds. */
export interface Finalist {
  readonly setting: Setting;
  readonly bySeed: LevelsBySeed;
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
 * Finds the setting whose levels are closest to the targets. It screens a coarse grid and then settings half a step and a step away
 * from the best one in one or two values, both with few seeds. Then it runs the best settings of both grids and the default with all seeds.
 */
export async function calibrate(design: CalibrationDesign, run: Runner): Promise<Calibration> {
  const ofDefault = itemAt(await levelsOf([defaultSetting], design.seeds, design, run), 0);
  const coarse = combineAll(design);
  const screen = async (settings: readonly Setting[]) =>
    rank(settings, await levelsOf(settings, design.screeningSeeds, design, run), ofDefault);
  const first = await screen(coarse);
  const second = await screen(around(itemAt(first, 0).setting, design).filter((setting) => !includes(coarse, setting)));
  const best = [first, second]
    .flatMap((screened) => screened.slice(0, design.finalists))
    .map(({ setting }) => setting)
    .filter((setting) => !isEqual(setting, defaultSetting));
  const levelsOfBest = await levelsOf(best, design.seeds, design, run);
  const finals = best.map((setting, at) => ({ setting, bySeed: itemAt(levelsOfBest, at) }));
  const finalists = [...finals, { setting: defaultSetting, bySeed: ofDefault }].sort(
    (a, b) => errorOfMean(a.bySeed) - errorOfMean(b.bySeed),
  );
  return { design, coarse: first, fine: second, finalists };
}

/**
 * Ranks settings that ran with few seeds. All settings share the differences between seeds, so each level is multiplied by the ratio
 * between the default with all seeds and the default with these few.
 */
function rank(settings: readonly Setting[], bySetting: readonly LevelsBySeed[], ofDefault: LevelsBySeed): Screened[] {
  const all = columnMeans(ofDefault);
  return settings
    .map((setting, at) => {
      const bySeed = itemAt(bySetting, at);
      const few = columnMeans(ofDefault.slice(0, bySeed.length));
      const levels = columnMeans(bySeed).map((level, k) => (level * itemAt(all, k)) / itemAt(few, k));
      return { setting, levels, error: goalError(levels) };
    })
    .sort((a, b) => a.error - b.error);
}

/** Levels of each setting with the first seeds, averaged over the measured ticks. */
async function levelsOf(
  settings: readonly Setting[],
  seeds: number,
  { measuredAt, others }: CalibrationDesign,
  run: Runner,
): Promise<LevelsBySeed[]> {
  const names = seedNames(seeds);
  const tasks = settings.flatMap((setting) =>
    names.map((seed) => ({
      parameters: { ...others, ...parametersOf(setting) },
      seed,
      measuredAt,
      measures: GOALS.map(({ measure }) => measure),
    })),
  );
  const results = (await run(tasks)).map(columnMeans);
  return settings.map((_, at) => results.slice(at * seeds, (at + 1) * seeds));
}

export function parametersOf({ gain, fading, protection, budget }: Setting): Record<string, number> {
  return { encounter_gain: gain, fading_rate: fading, fading_protection: protection, budget };
}

type Values = Pick<CalibrationDesign, "gain" | "fading" | "protection" | "budget">;

/** Settings half a step or a step of the coarse grid away from one setting, in one value or two, within the limits of the parameters. */
function around(center: Setting, design: CalibrationDesign): Setting[] {
  const near = (value: number, [first = 0, second = first]: readonly number[], most: number) => {
    const half = (second - first) / 2;
    return half === 0 ? [value] : [-2, -1, 0, 1, 2].map((k) => round(value + k * half)).filter((one) => one > 0 && one <= most);
  };
  const all = combineAll({
    gain: near(center.gain, design.gain, definitions.encounterGain.max),
    fading: near(center.fading, design.fading, definitions.fadingRate.max),
    protection: near(center.protection, design.protection, definitions.fadingProtection.max),
    budget: near(center.budget, design.budget, definitions.budget.max),
  });
  return all.filter((one) => countChanges(one, center) <= 2);
}

function combineAll({ gain, fading, protection, budget }: Values): Setting[] {
  return gain.flatMap((g) =>
    fading.flatMap((f) => protection.flatMap((p) => budget.map((b) => ({ gain: g, fading: f, protection: p, budget: b })))),
  );
}

/** In how many values two settings differ. */
export function countChanges(a: Setting, b: Setting): number {
  return +(a.gain !== b.gain) + +(a.fading !== b.fading) + +(a.protection !== b.protection) + +(a.budget !== b.budget);
}

function isEqual(a: Setting, b: Setting): boolean {
  return countChanges(a, b) === 0;
}

function includes(settings: readonly Setting[], setting: Setting): boolean {
  return settings.some((one) => isEqual(one, setting));
}

/** Removes rounding errors, so that sums of steps such as 0.05 equal the decimal number. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
