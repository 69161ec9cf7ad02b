import { checkText } from "./check-text.ts";
import { configKeys, type RunConfig, readConfigTable } from "./config-table.ts";
import { Faults } from "./faults.ts";
import { readYaml } from "./read-yaml.ts";
import { TableReader } from "./table-reader.ts";

/** Keys that a run adds to its run.json. They are ignored, so that run.json is a configuration too. */
const recordKeys: readonly string[] = ["program", "version", "not_turned", "state_hash", "made_by"];

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
  reader.checkKeys(configKeys, recordKeys);
  const config = readConfigTable(reader);
  faults.throwIfAny();
  return config;
}
