import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatValue, InputError, VERSION } from "../../sim/index.ts";
import { plainReason } from "../files/plain-reason.ts";
import { FlagReader } from "../flags/flag-reader.ts";
import { readRecordedRun } from "../input/recorded-run.ts";
import { checkRunFolder, type OutputFolder } from "./check-run-folder.ts";
import { type PlannedRun, planRun } from "./plan-run.ts";
import { readRunFlags } from "./run-flags.ts";

/** The record of an experiment. */
const EXPERIMENT = "experiment.json";

/**
 * Plans the replay of a finished run from its run.json. Its tables lack people who left and the ties of most ticks; a replay has both,
 * and its state hash shows that it is the same run.
 *
 * @throws InputError if the folder is not that of a run of this version, or if its files have changed
 */
export async function planReplay(folder: string): Promise<PlannedRun> {
  const file = join(folder, "run.json");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (existsSync(join(folder, EXPERIMENT)))
      throw new InputError([
        `${folder} is the folder of an experiment, and this command needs a run: find the id of one in runs.csv, repeat it with \`weakties status ${folder} --run ID > run.json\` and \`weakties run --config run.json\`, and take that`,
      ]);
    throw new InputError([`${folder} is not the folder of a run: ${file} cannot be read: ${plainReason(error)}`]);
  }
  const recorded = readRecordedRun(text);
  if (recorded === undefined) throw new InputError([`${file}: was not written by weakties run, so there is no run to replay`]);
  if (recorded.version !== VERSION)
    throw new InputError([
      `${file}: version must be ${VERSION}, got ${formatValue(recorded.version)}: replay the run with the version that wrote it`,
    ]);
  return planRun(readRunFlags({ config: [file], out: ["-"], quiet: true }, new FlagReader()), []);
}

/** Checks the folder for the files. It must be new or empty. */
export function checkExportFolder(name: string): { folder: OutputFolder } | { problem: string } {
  const stats = lstatSync(name, { throwIfNoEntry: false });
  if (stats?.isDirectory() && readdirSync(name).length > 0)
    return { problem: `--out: ${name} already exists and is not empty: choose another folder with --out, or move it` };
  return checkRunFolder(name, false);
}
