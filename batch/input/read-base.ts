import { readConfig } from "../../formats/config.ts";
import { type Base, checkScenario, createBase, scenarioBase } from "./base.ts";
import type { InputReader } from "./input-reader.ts";
import { readRecordedRun } from "./recorded-run.ts";

/** Reads what a run is based on. */
export function readBase(
  { scenario, config: file }: { readonly scenario: string | undefined; readonly config: string | undefined },
  reader: InputReader,
): Base {
  if (file === undefined) return scenarioBase(scenario, reader);
  if (scenario !== undefined)
    reader.problems.push("--scenario and --config cannot be combined: a configuration names its own scenario");
  const input = reader.read(file);
  const config = input && reader.try(() => readConfig(input.text, input.file));
  const recorded = input && readRecordedRun(input.text);
  return {
    ...createBase(checkScenario(scenario, reader), config ?? { parameters: {} }),
    configFile: file,
    ...(recorded && { recorded }),
  };
}
