import { dirname, isAbsolute, join } from "node:path";
import { type RunConfig, readConfig } from "../../formats/config.ts";
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
import type { RunFlags } from "../run/run-flags.ts";
import type { InputReader } from "./input-reader.ts";
import { type RecordedRun, readRecord } from "./recorded-run.ts";

/** What a run begins with before flags say otherwise: a scenario, or a configuration on top of one. */
export interface Base {
  readonly scenarioName: ScenarioName;
  readonly scenario: Scenario;
  readonly config: RunConfig;
  /** the configuration's path, as messages call it */
  readonly configFile?: string;
  /** where the configuration is a run.json */
  readonly recorded?: RecordedRun;
}

export function readBase(flags: Pick<RunFlags, "scenario" | "config">, reader: InputReader): Base {
  const none: RunConfig = { parameters: {} };
  if (flags.scenario !== undefined && flags.config !== undefined)
    reader.problems.push("--scenario and --config: only one of them can be given; a configuration names its scenario itself");
  const { config: configFile } = flags;
  const input = configFile === undefined ? undefined : reader.read(configFile);
  const config = (input && reader.try(() => readConfig(input.text, input.file))) ?? none;
  const scenarioName = readScenario(flags.scenario, reader) ?? config.scenario ?? "default";
  return { scenarioName, scenario: scenarios[scenarioName], config, configFile, recorded: input && readRecord(input.text) };
}

function readScenario(name: string | undefined, reader: InputReader): ScenarioName | undefined {
  if (name === undefined || isScenario(name)) return name;
  reader.problems.push(
    `--scenario: unknown scenario ${formatValue(name)}${didYouMean(name, scenarioNames)}; \`weakties scenarios\` lists them`,
  );
  return undefined;
}

/** The interventions of the configuration, or, where it has none of its own, of the scenario. */
export function baseInterventions({ scenarioName, config }: Base): ReadInterventions {
  return config.interventions ?? scenarioInterventions(scenarioName);
}

/** A file that a configuration names: its path is meant from where the configuration is. */
export function besideConfig(reference: FileReference | undefined, { configFile }: Base): FileReference | undefined {
  if (reference === undefined || configFile === undefined || isAbsolute(reference.file)) return reference;
  return { ...reference, file: join(dirname(configFile), reference.file) };
}
