import { eventKinds, type PlainValue, type ScenarioName, scenarioNames, type TableName, tableNames } from "../sim/index.ts";
import { burnIn, listOf, oneOf, onOff, readFields, reference, text, ticks, whole } from "./fields.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { type FileReference, type TableReader, valuesOf } from "./table-reader.ts";

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
  /** a kind of ties, not yet checked */
  readonly tiesWhere?: string | undefined;
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
  ties_where: text(),
  event_kinds: listOf(eventKinds),
  events: onOff(),
  tables: listOf(tableNames),
  table_format: oneOf(["gzip", "parquet"]),
  network: reference("network"),
  agents: reference("agents"),
};

/** The keys of a configuration. */
export const configKeys: readonly string[] = [...Object.keys(fields), "parameters", "interventions"];

/** Reads what a table says about a run. Its keys are not checked, and its faults are collected in the table's reader. */
export function readConfigTable(reader: TableReader): RunConfig {
  const {
    ties_every: tiesEvery,
    ties_at: tiesAt,
    ties_where: tiesWhere,
    event_kinds: kinds,
    table_format: tableFormat,
    ...values
  } = readFields(reader, fields);
  const interventions = reader.get("interventions");
  return {
    ...values,
    tiesEvery,
    tiesAt,
    tiesWhere,
    eventKinds: kinds,
    tableFormat,
    parameters: valuesOf(reader.parameters("parameters")),
    interventions: interventions && listInterventions(interventions, reader.faults),
  };
}
