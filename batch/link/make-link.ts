import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../formats/config.ts";
import { writeLink } from "../../formats/link/write-link.ts";
import { scenarioInterventions } from "../../formats/list-interventions.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import { InputError, VERSION } from "../../sim/index.ts";
import { folderOfName, openExperiment } from "../experiment/folder/open-results.ts";
import { runConfiguration } from "../experiment/status/run-configuration.ts";
import { FlagReader } from "../flags/flag-reader.ts";
import { type Base, createBase, resolveBesideConfig } from "../input/base.ts";
import { InputReader } from "../input/input-reader.ts";
import { readBase } from "../input/read-base.ts";
import { readRecordedRun } from "../input/recorded-run.ts";
import { planRun } from "../run/plan-run.ts";
import { readRunFlags } from "../run/run-flags.ts";

/**
 * The link to a run, as the part of an address after `#`: that of a configuration, of a finished run by its folder, or of one run of an
 * experiment.
 *
 * @param id of the run, if `name` is the folder of an experiment
 * @throws InputError with every fault of what is named, or because the run is too long for a link
 */
export async function makeLink(name: string, id: string | undefined): Promise<string> {
  if (id !== undefined) return linkOfBase(readRunOfExperiment(name, id));
  const file = fileOf(name);
  // Whatever is wrong with the run is found here.
  const { plan } = await planRun(readRunFlags({ config: [file], out: ["-"], quiet: true }, new FlagReader()), []);
  return linkOfBase(readBase({ scenario: undefined, config: file }, new InputReader()), plan.ticks);
}

function fileOf(name: string): string {
  if (!(existsSync(name) && statSync(name).isDirectory())) return name;
  const record = join(name, "run.json");
  if (existsSync(record)) return record;
  if (existsSync(join(name, "experiment.json")))
    throw new InputError([`${name} is the folder of an experiment: name one of its runs by its id in runs.csv, with --run`]);
  throw new InputError([`${name} is not the folder of a run: it contains no run.json`]);
}

function readRunOfExperiment(name: string, id: string): Base {
  const text = JSON.stringify(runConfiguration(openExperiment(name), id));
  const recorded = readRecordedRun(text);
  return { ...createBase(undefined, readConfig(text, folderOfName(name).name)), ...(recorded && { recorded }) };
}

/** @param end of the run; the scenario's if not given */
function linkOfBase(base: Base, end = base.scenario.ticks): string {
  const { scenarioName: scenario, config, recorded } = base;
  const { seed = base.scenario.seed, settled = 0, ticks = end, parameters } = config;
  return writeLink({
    version: recorded?.version ?? VERSION,
    scenario,
    seed,
    settled,
    ticks,
    parameters,
    interventions: (config.interventions ?? scenarioInterventions(scenario)).given,
    ...filesOf(base),
    ...(recorded && { stateHash: recorded.stateHash }),
  });
}

/** The files about people, with the SHA-256 by which the right ones are known. */
function filesOf(base: Base): { network?: FileReference; agents?: FileReference } {
  const reader = new InputReader();
  const files: { network?: FileReference; agents?: FileReference } = {};
  for (const key of ["network", "agents"] as const) {
    const reference = resolveBesideConfig(base.config[key], base);
    const sha256 = reference?.sha256 ?? (reference && reader.read(reference.file)?.sha256);
    if (reference !== undefined && sha256 !== undefined) files[key] = { ...reference, sha256 };
  }
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return files;
}
