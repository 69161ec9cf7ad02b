import { Command } from "commander";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readUnknown } from "../flags/unknown-flags.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchSignals } from "../process/stop.ts";
import { type PlannedRun, planRun } from "../run/plan-run.ts";
import { type GivenFlags, type RunFlags, readRunFlags } from "../run/run-flags.ts";
import { createProgress, type Progress } from "../run/run-progress.ts";
import { summaryText } from "../run/run-summary.ts";
import { type Finished, writeResults, writeSeries } from "../run/write-run.ts";

/** `weakties run`: one run, and its files. */
export function runCommand(): Command {
  return new Command("run")
    .summary("run the model and write what comes of it")
    .description("Runs the model and writes what comes of it into a folder: run.json, series.csv, agents.csv and ties.csv.")
    .addOption(valueFlag("--scenario <name>", "a scenario that comes with the program (default: default)"))
    .addOption(valueFlag("--config <file>", "a configuration, YAML or JSON; the run.json of a run repeats it"))
    .addOption(valueFlag("--set <name=value>", "set a parameter; may be repeated"))
    .addOption(valueFlag("--seed <text>", "what fixes every random draw (default: the scenario's)"))
    .addOption(valueFlag("--ticks <n>", "length in ticks, which are weeks; 0 writes the start (default: the scenario's)"))
    .addOption(valueFlag("--every <k>", "ticks between two rows of series.csv (default: 13)"))
    .addOption(valueFlag("--ties-every <k>", "write a wave of ties.csv each k ticks, not only at the end"))
    .addOption(valueFlag("--network <file>", "ties of real people: edge list (CSV, TSV), GraphML, GEXF, GML or Pajek"))
    .addOption(
      valueFlag("--agents <file>", "what is known of the agents: CSV with name, circle, domain, expertise, status, traits"),
    )
    .addOption(valueFlag("--interventions <file>", "what is done to the run: YAML, JSON or CSV"))
    .option("--events", "write events.csv, whatever happens in every tick; it becomes large")
    .addOption(valueFlag("--out <dir>", "where to write (default: runs/<scenario>-<seed>); - writes series.csv to standard output"))
    .option("--force", "replace the run that is there")
    .option("--quiet", "show neither progress nor summary")
    .addHelpText("after", examples)
    .action(async (given: GivenFlags, command: Command) => {
      const reader = new FlagReader();
      const flags = readRunFlags(given, reader);
      await run(flags, await planRun(flags, [...readUnknown(command), ...reader.problems]));
    });
}

const examples = `
Examples:
  weakties run
  weakties run --scenario no_gossip --seed 7 --set blow_off=0.5 --out runs/x
  weakties run --network friends.csv --ticks 104 --ties-every 26
  weakties run --config runs/default-1973/run.json --out again
  weakties run --out - | head -3

In a folder's default name, characters of the seed other than letters, digits,
. _ and - become _, and 40 characters are kept; a seed that was changed so gets
- and the first 8 digits of its SHA-256.`;

async function run(flags: RunFlags, planned: PlannedRun): Promise<void> {
  const { folder } = planned;
  for (const note of planned.notes) process.stderr.write(`${note}\n`);
  const progress = flags.quiet ? silent : createProgress(process.stderr, planned.plan.ticks);
  const { pause, unwatch } = watchSignals();
  let finished: Finished;
  try {
    const meanwhile = { report: progress.report, pause };
    finished = await (folder === undefined ? writeSeries(planned, meanwhile) : writeResults({ ...planned, folder }, meanwhile));
  } finally {
    unwatch();
    progress.erase();
  }
  tellWhetherRepeated(planned, finished.stateHash);
  if (flags.quiet) return;
  const summary = summaryText(planned.title, finished, folder?.name);
  if (folder === undefined) process.stderr.write(summary);
  else await standardOutput.write(summary);
}

const silent: Progress = { report() {}, erase() {} };

function tellWhetherRepeated({ expected }: PlannedRun, stateHash: string): void {
  if (expected === undefined || expected.stateHash === stateHash) return;
  const { file, version } = expected;
  process.stderr.write(
    `${file}: the run came out otherwise than recorded, with state hash ${stateHash} for ${expected.stateHash}; it was made by version ${version}\n`,
  );
}
