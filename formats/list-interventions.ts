import { type Scenario, type ScenarioName, scenarios } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { nameProblem } from "./names.ts";
import { describeValue, plainOf, type YamlValue } from "./yaml-value.ts";

/** Interventions of a file as plain data, not yet checked. */
export interface ReadInterventions {
  /** the file's name in messages */
  readonly file: string;
  readonly given: readonly unknown[];
  /** the first line of each */
  readonly lines: readonly number[];
}

/** The entries of a YAML list with their lines; none if the value is empty. */
export function listInterventions(value: YamlValue, faults: Faults): ReadInterventions {
  const list = value.list ?? [];
  if (value.list === undefined && value.scalar !== null)
    faults.add(value.line, `interventions must be a list, got ${describeValue(value)}`);
  for (const { table } of list)
    for (const { scalar, line } of table?.get("names")?.list ?? []) {
      const problem = typeof scalar === "string" ? nameProblem(scalar) : undefined;
      if (problem !== undefined) faults.add(line, `names: ${problem}`);
    }
  return { file: faults.file, given: list.map(plainOf), lines: list.map(({ line }) => line) };
}

/** The interventions of a scenario. */
export function scenarioInterventions(name: ScenarioName): ReadInterventions {
  const { interventions: given = [] }: Scenario = scenarios[name];
  return { file: `scenario ${name}`, given, lines: given.map(() => 0) };
}
