import { listDecidedParameters } from "../formats/decided-parameters.ts";
import {
  didYouMean,
  formatNumber,
  formatValue,
  type ImportedTies,
  isScenario,
  isTable,
  MOST_SETTLE_TICKS,
  mergeParameters,
  type People,
  type PlainValue,
  type Scenario,
  type ScenarioName,
  scenarioNames,
  scenarios,
  settleTicks,
} from "../sim/index.ts";
import type { Intervention } from "./change.ts";
import type { ParameterSettings } from "./parameter-types.ts";

/** What a run starts from. Everything can be left out. */
export interface RunOptions {
  /** default: `default`, which has the default parameters */
  readonly scenario?: ScenarioName;
  /** by name, on top of those of the scenario */
  readonly parameters?: ParameterSettings;
  /** determines every random draw; default: the scenario's */
  readonly seed?: string | number;
  /** lets the world settle before tick 0: true for the usual 1,040 ticks, or how many; default: false */
  readonly settle?: boolean | number;
  /** in place of those of the scenario */
  readonly interventions?: readonly Intervention[];
  /** ticks between two rows of the series; default: 13 */
  readonly every?: number;
  /** real people, from `readPeople` of `weakties/formats` */
  readonly people?: RealPeople;
}

/** What files say about real people. */
export interface RealPeople {
  readonly people?: People;
  readonly imported?: ImportedTies;
}

/** The options as they may come from a program without types. */
export type GivenOptions = { readonly [K in keyof RunOptions]?: unknown };

const optionNames = ["scenario", "parameters", "seed", "settle", "interventions", "every", "people"] satisfies (keyof RunOptions)[];

/** Problems of options that createRun doesn't have. */
export function unknownOptions(options: object): string[] {
  return Object.keys(options).flatMap((name) =>
    (optionNames as readonly string[]).includes(name)
      ? []
      : `createRun: unknown option ${formatValue(name)}${didYouMean(name, optionNames)}; parameters such as blow_off belong into parameters`,
  );
}

export function readScenario(given: unknown, problems: string[]): Scenario {
  const name = given ?? "default";
  if (typeof name === "string" && isScenario(name)) return scenarios[name];
  problems.push(
    `scenario must be one of ${scenarioNames.join(", ")}, got ${formatValue(name)}${didYouMean(String(name), scenarioNames)}`,
  );
  return scenarios.default;
}

export function readWhole(name: string, given: unknown, min: number, max: number, problems: string[]): number {
  if (Number.isSafeInteger(given) && Number(given) >= min && Number(given) <= max) return Number(given);
  const rule =
    max === Number.MAX_SAFE_INTEGER ? `, ${formatNumber(min)} or more` : ` from ${formatNumber(min)} to ${formatNumber(max)}`;
  problems.push(`${name} must be a whole number${rule}, got ${formatValue(given)}`);
  return min;
}

export function readSettle(given: unknown, problems: string[]): number {
  if (given === undefined || typeof given === "boolean") return settleTicks(given ?? false);
  return readWhole("settle", given, 0, MOST_SETTLE_TICKS, problems);
}

export function readSeed(given: unknown, problems: string[]): string {
  if (typeof given === "string" || (typeof given === "number" && Number.isFinite(given))) return String(given);
  problems.push(`seed must be text or a number, got ${formatValue(given)}`);
  return "";
}

export function readRealPeople(given: unknown, problems: string[]): RealPeople {
  if (given === undefined) return {};
  const found = given as RealPeople;
  if (isTable(given) && Array.isArray(found.people?.names)) return found;
  problems.push(`people must be what readPeople of weakties/formats returns, got ${formatValue(given)}`);
  return {};
}

export function readParameters(given: unknown, { parameters }: Scenario, { people, imported }: RealPeople, problems: string[]) {
  if (given !== undefined && !isTable(given))
    problems.push(`parameters must be a table such as {blow_off: 0.5}, got ${formatValue(given)}`);
  const values = (isTable(given) ? given : {}) as Readonly<Record<string, PlainValue>>;
  for (const name of listDecidedParameters(imported !== undefined, people !== undefined))
    if (name in values) problems.push(`parameters: ${name} cannot be set, because people gives it; leave it out`);
  const ofScenario = { place: "scenario", values: parameters };
  const files = people && { agents: people.names.length, ties: imported !== undefined };
  const merged = mergeParameters([ofScenario, { place: "parameters", values }], files);
  problems.push(...merged.problems);
  return merged;
}
