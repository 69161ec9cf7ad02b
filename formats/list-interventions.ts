import { type Scenario, type ScenarioName, scenarios } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { plainOf, shownValue, type YamlValue } from "./read-yaml.ts";

/** Interventions as a file has them, plain data that nobody has checked yet. */
export interface ReadInterventions {
  /** the file, as the messages call it */
  readonly file: string;
  readonly given: readonly unknown[];
  /** the line in which each begins */
  readonly lines: readonly number[];
}

/** The entries of a YAML list with their lines; nothing where the value is left empty. */
export function listInterventions(value: YamlValue, faults: Faults): ReadInterventions {
  const list = value.list ?? [];
  if (value.list === undefined && value.scalar !== null)
    faults.add(value.line, `interventions must be a list, got ${shownValue(value)}`);
  return { file: faults.file, given: list.map(plainOf), lines: list.map(({ line }) => line) };
}

/** What a scenario has done to its runs. */
export function scenarioInterventions(name: ScenarioName): ReadInterventions {
  const { interventions: given = [] }: Scenario = scenarios[name];
  return { file: `scenario ${name}`, given, lines: given.map(() => 0) };
}
