import { dirname, isAbsolute, join } from "node:path";
import type { RunConfig } from "../../formats/config-table.ts";
import { type ReadInterventions, scenarioInterventions } from "../../formats/list-interventions.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import {
  didYouMean,
  formatValue,
  isScenario,
  type Scenario,
  type ScenarioName,
  scenarioNames,
  scenarios,
} from "../../sim/index.ts";
import type { InputReader } from "./input-reader.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** What a run is based on before its flags apply: a scenario, or a configuration and its scenario. */
export interface Base {
  readonly scenarioName: ScenarioName;
  readonly scenario: Scenario;
  readonly config: RunConfig;
  /** the path of the configuration, as messages show it */
  readonly configFile?: string;
  /** whether a link takes the place of the configuration */
  readonly isLink?: true;
  /** if the configuration is a run.json, or a link to a known state */
  readonly recorded?: RecordedRun;
}

/** A base without a configuration: a scenario, or the default one. */
export function scenarioBase(name: string | undefined, reader: InputReader): Base {
  return createBase(checkScenario(name, reader), { parameters: {} });
}

/** @param scenario the one that the user chose; otherwise the configuration names it */
export function createBase(scenario: ScenarioName | undefined, config: RunConfig): Base {
  const scenarioName = scenario ?? config.scenario ?? "default";
  return { scenarioName, scenario: scenarios[scenarioName], config };
}

export function checkScenario(name: string | undefined, reader: InputReader): ScenarioName | undefined {
  if (name === undefined || isScenario(name)) return name;
  reader.problems.push(
    `--scenario: unknown scenario ${formatValue(name)}${didYouMean(name, scenarioNames)}; \`weakties scenarios\` lists them`,
  );
  return undefined;
}

/** The interventions of the configuration or, if it has none, of the scenario. */
export function baseInterventions({ scenarioName, config }: Base): ReadInterventions {
  return config.interventions ?? scenarioInterventions(scenarioName);
}

/** Resolves a file that a configuration names. Its path is relative to the configuration. */
export function resolveBesideConfig(reference: FileReference | undefined, { configFile }: Base): FileReference | undefined {
  if (reference === undefined || configFile === undefined || isAbsolute(reference.file)) return reference;
  return { ...reference, file: join(dirname(configFile), reference.file) };
}
