import { type PlainValue, type ScenarioName, scenarioNames } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { readYaml } from "./read-yaml.ts";
import { type FileReference, TableReader, valuesOf } from "./table-reader.ts";

/** What a configuration says of a run; what it does not say is left to its scenario or to the defaults. */
export interface RunConfig {
  readonly scenario?: ScenarioName;
  readonly seed?: string;
  readonly ticks?: number;
  readonly every?: number;
  readonly tiesEvery?: number;
  readonly events?: boolean;
  readonly network?: FileReference;
  readonly agents?: FileReference;
  /** by name; each is sound, but whether they fit each other is for `checkParameters` to say */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** in place of the scenario's, where they are given; not yet checked */
  readonly interventions?: ReadInterventions;
}

const configKeys = [
  "scenario",
  "seed",
  "ticks",
  "every",
  "ties_every",
  "events",
  "network",
  "agents",
  "parameters",
  "interventions",
];

/** What a run.json has beyond a configuration, as a run writes it about itself; passed over, so that it can be run again. */
const recordKeys: readonly string[] = ["program", "version", "state_hash"];

/**
 * Reads the configuration of a run, YAML or JSON; the run.json of a run is one. A seed is text: a number is taken as it is
 * written, `007` stays `007`.
 *
 * @throws InputError with every fault and its line
 */
export function readConfig(text: string, file: string): RunConfig {
  const faults: Faults = new Faults(file);
  const { table } = readYaml(checkText(text, faults), faults);
  if (table === undefined) faults.stop(1, "must be a table such as seed: 1973");
  const reader = new TableReader(table, faults);
  reader.onlyKeys(configKeys, recordKeys);
  const interventions = table.get("interventions");
  const config: RunConfig = {
    scenario: reader.oneOf("scenario", scenarioNames),
    seed: reader.text("seed"),
    ticks: reader.whole("ticks", 0),
    every: reader.whole("every", 1),
    tiesEvery: reader.whole("ties_every", 1),
    events: reader.onOff("events"),
    network: reader.reference("network"),
    agents: reader.reference("agents"),
    parameters: valuesOf(reader.parameters("parameters")),
    interventions: interventions && listInterventions(interventions, faults),
  };
  faults.throwIfAny();
  return config;
}
