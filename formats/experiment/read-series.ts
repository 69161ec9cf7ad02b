import { SERIES_INTERVAL } from "../../sim/index.ts";
import type { Series } from "../../study/experiment.ts";
import { describeNested, schemasOf } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import { measureProblem, measuresOfGroups, measuresOfNetwork } from "./measures.ts";
import { everyField } from "./outcome-fields.ts";
import { listOf, ref, table } from "./schema-parts.ts";

const measuresSchema: Schema = { ...listOf(ref("network_measure")), uniqueItems: true };

/** The keys of a table of series. */
export const seriesFields = {
  every: everyField,
  measures: describeNested("Measures of the network. Default: all.", measuresSchema),
};

export const seriesSchema: Schema = {
  anyOf: [{ enum: ["on", "off", true, false, null] }, measuresSchema, table(schemasOf(seriesFields))],
};

/** Reads `series`: on, off, a list of measures, or a table with every and measures. */
export function readSeries(file: TableReader): Series | undefined {
  const value = file.get("series");
  if (value === undefined || value.scalar === null) return undefined;
  if (value.list !== undefined) return { every: SERIES_INTERVAL, measures: readNames(value, "series", file) };
  if (value.table === undefined) {
    const on = value.scalar === true || value.scalar === "on";
    if (!on && value.scalar !== false && value.scalar !== "off")
      file.fault("series", "on, off, a list of measures, or {every: 13, measures: [weak_ties]}", value);
    return on ? { every: SERIES_INTERVAL, measures: measuresOfNetwork } : undefined;
  }
  const reader = new TableReader(value.table, file.faults, "series");
  reader.checkKeys(Object.keys(seriesFields));
  const measures = reader.get("measures");
  return {
    every: everyField.read(reader, "every") ?? SERIES_INTERVAL,
    measures: measures === undefined ? measuresOfNetwork : readNames(measures, "series.measures", file),
  };
}

function readNames(value: YamlValue, place: string, { faults }: TableReader): string[] {
  const list = value.list ?? [];
  if (list.length === 0) faults.add(value.line, `${place} must be a list of at least one measure, got ${describeValue(value)}`);
  const names: string[] = [];
  for (const item of list) {
    const { scalar, line } = item;
    const problem =
      typeof scalar === "string" ? problemOf(scalar) : `${place} must contain only names of measures, got ${describeValue(item)}`;
    if (problem !== undefined) faults.add(line, problem);
    else if (names.includes(String(scalar))) faults.add(line, `${place} lists ${scalar} twice`);
    else names.push(String(scalar));
  }
  return names;
}

function problemOf(name: string): string | undefined {
  if (!measuresOfNetwork.includes(name) && measuresOfGroups.includes(name))
    return `${name} is a measure of agents, but series hold measures of the network`;
  return measureProblem(name, "network");
}
