import { eventKinds, type PlainValue, type ScenarioName, scenarioNames, type TableName, tableNames } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { burnIn, listOf, oneOf, onOff, readFields, reference, text, ticks, whole } from "./fields.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { readYaml } from "./read-yaml.ts";
import { type FileReference, TableReader, valuesOf } from "./table-reader.ts";

/** What a configuration says about a run. Its scenario or the defaults supply the rest. */
export interface RunConfig {
  readonly scenario?: ScenarioName | undefined;
  readonly seed?: string | undefined;
  readonly ticks?: number | undefined;
  /** length of the burn-in in ticks */
  readonly settled?: number | undefined;
  readonly every?: number | undefined;
  readonly tiesEvery?: number | undefined;
  readonly tiesAt?: readonly number[] | undefined;
  readonly eventKinds?: readonly string[] | undefined;
  readonly events?: boolean | undefined;
  readonly tables?: readonly TableName[] | undefined;
  readonly tableFormat?: "gzip" | "parquet" | undefined;
  readonly network?: FileReference | undefined;
  readonly agents?: FileReference | undefined;
  /** by name; each value is sound, and `checkParameters` checks whether they fit each other */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** replace those of the scenario if given; not yet checked */
  readonly interventions?: ReadInterventions | undefined;
}

const fields = {
  scenario: oneOf(scenarioNames),
  seed: text(),
  ticks: whole(0),
  settled: burnIn(),
  every: whole(1),
  ties_every: whole(1),
  ties_at: ticks(),
  event_kinds: listOf(eventKinds),
  events: onOff(),
  tables: listOf(tableNames),
  table_format: oneOf(["gzip", "parquet"]),
  network: reference("network"),
  agents: reference("agents"),
};

/** Keys that a run adds to its run.json. They are ignored, so that run.json is a configuration too. */
const recordKeys: readonly string[] = ["program", "version", "not_turned", "state_hash"];

/**
 * Reads the configuration of a run, YAML or JSON, such as the run.json of an earlier run. A seed is text: a number is taken as
 * written, so `007` stays `007`.
 *
 * @throws InputError with every fault and its line
 */
export function readConfig(content: string, file: string): RunConfig {
  const faults: Faults = new Faults(file);
  const { table } = readYaml(checkText(content, faults), faults);
  if (table === undefined) faults.stop(1, "must be a table such as seed: 1973");
  const reader = new TableReader(table, faults);
  reader.checkKeys([...Object.keys(fields), "parameters", "interventions"], recordKeys);
  const {
    ties_every: tiesEvery,
    ties_at: tiesAt,
    event_kinds: kinds,
    table_format: tableFormat,
    ...values
  } = readFields(reader, fields);
  const interventions = table.get("interventions");
  const config: RunConfig = {
    ...values,
    tiesEvery,
    tiesAt,
    eventKinds: kinds,
    tableFormat,
    parameters: valuesOf(reader.parameters("parameters")),
    interventions: interventions && listInterventions(interventions, faults),
  };
  faults.throwIfAny();
  return config;
}
