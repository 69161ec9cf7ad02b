import { type AgentSelector, type ScenarioName, scenarioNames, scenarios } from "../../sim/index.ts";
import { checkText } from "../check-text.ts";
import { Faults } from "../faults.ts";
import { plainOf, readYaml } from "../read-yaml.ts";
import { type Located, TableReader, valuesOf } from "../table-reader.ts";
import { checkTogether } from "./check-together.ts";
import type { ExperimentFile, Setting } from "./experiment-file.ts";
import { focalProblems } from "./focal-agents.ts";
import { keptParameters, withoutMinusZero } from "./plain-data.ts";
import { readArms, readInterventionList } from "./read-arms.ts";
import { readDesign } from "./read-design.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { readSeries } from "./read-series.ts";

/** The keys of an experiment file, in the order in which it is written. */
export const experimentKeys = [
  "question",
  "scenario",
  "config",
  "network",
  "agents",
  "ticks",
  "burn_in",
  "seed",
  "replicates",
  "parameters",
  "interventions",
  "focal_agents",
  "vary",
  "design",
  "arms",
  "outcomes",
  "series",
  "run_limit",
] as const;

/** What an experiment.json has beyond that, as a folder of results holds it; passed over, so that it can be run again. */
export const recordKeys: readonly string[] = ["program", "version", "hash", "files", "until_precision", "shard"];

/** The most replicates, and what holds where nothing is said. */
export const MOST_REPLICATES = 100_000;
export const REPLICATES = 10;

/** Seconds: the longest limit of a run, more than eleven days, and what holds where nothing is said. */
export const LONGEST_LIMIT = 1_000_000;
export const RUN_LIMIT = 3600;

/**
 * Reads an experiment file, YAML or JSON; the experiment.json of a folder of results is one. A seed is text: a number is taken as
 * it is written, `007` stays `007`.
 *
 * @returns what it says; `completeExperiment` adds what it leaves to its configuration or scenario
 * @throws InputError with every fault and its line
 */
export function readExperiment(text: string, file: string): ExperimentFile {
  const faults: Faults = new Faults(file);
  const { table } = readYaml(checkText(text, faults), faults);
  if (table === undefined) faults.stop(1, "must be a table such as question: Does gossip help?");
  const reader = new TableReader(table, faults);
  reader.onlyKeys(experimentKeys, recordKeys);
  const { design, factors } = readDesign(reader);
  const names = new Set(factors.map(({ name }) => name));
  const parameters = reader.parameters("parameters");
  const { arms, settings } = readArms(reader, names);
  const read: ExperimentFile = {
    file,
    question: reader.text("question")?.trim(),
    scenario: reader.oneOf("scenario", scenarioNames),
    config: readConfigPath(reader),
    network: reader.reference("network"),
    agents: reader.reference("agents"),
    ticks: located(reader, "ticks", 1),
    burnIn: located(reader, "burn_in", 0),
    seed: reader.text("seed"),
    replicates: reader.whole("replicates", 1, MOST_REPLICATES) ?? REPLICATES,
    parameters: keptParameters(valuesOf(parameters)),
    interventions: table.has("interventions") ? readInterventionList(reader) : undefined,
    focalAgents: readFocalAgents(reader),
    factors,
    design,
    arms,
    outcomes: readOutcomes(reader, names),
    series: readSeries(reader),
    runLimit: reader.positive("run_limit", LONGEST_LIMIT) ?? RUN_LIMIT,
    settings: [
      ...factors.map(({ name, line }): Setting => ({ name, line, place: design.kind === "list" ? "design.points" : "vary" })),
      ...[...parameters].map(([name, { line }]): Setting => ({ name, line, place: "parameters" })),
      ...settings,
    ],
  };
  const files = { network: read.network !== undefined, agents: read.agents !== undefined };
  checkTogether(read, { ticks: ticksSoFar(reader, read), ...files, focal: table.has("focal_agents") }, faults);
  faults.throwIfAny();
  return read;
}

function readConfigPath(reader: TableReader): string | undefined {
  const value = reader.get("config");
  if (value === undefined) return undefined;
  if (reader.get("scenario") !== undefined)
    reader.faults.add(value.line, "config must not stand beside scenario: a configuration names its scenario itself");
  if (typeof value.scalar === "string" && value.scalar !== "") return value.scalar;
  return reader.fault("config", "a path", value);
}

function located(reader: TableReader, key: string, min: number): Located<number> | undefined {
  const value = reader.whole(key, min);
  return value === undefined ? undefined : { value, line: reader.get(key)?.line ?? 0 };
}

function readFocalAgents(reader: TableReader): Located<AgentSelector> | undefined {
  const value = reader.get("focal_agents");
  if (value === undefined) return undefined;
  const selector = withoutMinusZero(plainOf(value));
  const problems = focalProblems(selector);
  for (const problem of problems) reader.faults.add(value.line, problem);
  return problems.length > 0 ? undefined : { value: selector as AgentSelector, line: value.line };
}

/** The length of a run as far as this file alone tells it; undefined where a configuration may, or where it is faulty. */
function ticksSoFar(reader: TableReader, { ticks, scenario }: { ticks?: Located<number>; scenario?: ScenarioName }) {
  if (reader.get("ticks") !== undefined) return ticks?.value;
  if (reader.get("config") !== undefined) return undefined;
  return reader.get("scenario") === undefined ? scenarios.default.ticks : scenario && scenarios[scenario].ticks;
}
