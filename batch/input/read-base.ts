import { readConfig } from "../../formats/config.ts";
import { type Base, checkScenario, createBase, scenarioBase } from "./base.ts";
import type { InputReader } from "./input-reader.ts";
import { readLinkBase } from "./link-base.ts";
import { readRecordedRun } from "./recorded-run.ts";

/** What a run can be based on; one of the three at most. */
interface Basis {
  readonly scenario: string | undefined;
  readonly config: string | undefined;
  readonly link?: string | undefined;
}

/** Reads what a run is based on. */
export function readBase({ scenario, config: file, link }: Basis, reader: InputReader): Base {
  if (link !== undefined) {
    for (const [flag, value] of Object.entries({ scenario, config: file }))
      if (value !== undefined) reader.problems.push(`--${flag} and --link cannot be combined: a link names the whole run`);
    return readLinkBase(link, reader);
  }
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
