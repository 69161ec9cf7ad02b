import { Command } from "commander";
import { formatNumber, missingEventText, SETTLE_TICKS, VERSION } from "../../sim/index.ts";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { unknownProblems } from "../flags/unknown-flags.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";
import { makeRunInFolder, makeRunToOutput } from "../run/make-run.ts";
import { makerText, thisMaker } from "../run/makers.ts";
import { type PlannedRun, planRun } from "../run/plan-run.ts";
import { type GivenRunFlags, type RunFlags, readRunFlags } from "../run/run-flags.ts";
import { createRunProgress, type RunProgress } from "../run/run-progress.ts";
import { runSummary } from "../run/run-summary.ts";

/** `weakties run`: one run, and its files. */
export function runCommand(): Command {
  return new Command("run")
    .description("Runs the model and writes the results to a folder: run.json, series.csv, agents.csv and ties.csv.")
    .addOption(valueFlag("--scenario <name>", "one of the built-in scenarios (default: default)"))
    .addOption(valueFlag("--config <file>", "a configuration, YAML or JSON; the run.json of a run repeats that run"))
    .addOption(valueFlag("--link <url>", "the run that the address of the page names, up to its tick, with the same state hash"))
    .addOption(valueFlag("--from <dir>", "continue the finished run in this folder up to --ticks; nothing in the folder changes"))
    .addOption(valueFlag("--set <name=value>", "set a parameter; can be repeated"))
    .addOption(valueFlag("--seed <text>", "determines every random draw (default: the scenario's)"))
    .addOption(valueFlag("--ticks <n>", "length in ticks, which are weeks; 0 writes the start (default: the scenario's)"))
    .addOption(
      valueFlag("--settle [ticks]", `let the world settle before tick 0, for ${formatNumber(SETTLE_TICKS)} ticks or this many`),
    )
    .addOption(valueFlag("--every <k>", "ticks between two rows of series.csv (default: 13)"))
    .addOption(valueFlag("--ties-every <k>", "write ties.csv every k ticks, not only at the end"))
    .addOption(valueFlag("--ties-at <ticks>", "write ties.csv at these ticks alone, such as 0,260,520"))
    .addOption(valueFlag("--ties-where <kind>", 'write only active ties of a kind to ties.csv, such as "strong cross ties"'))
    .addOption(
      valueFlag("--network <file>", "ties of real people: edge list or matrix (CSV, TSV), JSON, GraphML, GEXF, GML, Pajek or DL"),
    )
    .addOption(valueFlag("--agents <file>", "facts about the agents: CSV with name, circle, domain, expertise, status, traits"))
    .addOption(valueFlag("--columns <list>", "columns of --network by title or number: from=A,to=B,weight=C, also trust and time"))
    .addOption(valueFlag("--circle-column <title>", "the column of circles in --agents, or in --network if there is no --agents"))
    .addOption(
      valueFlag("--trust-scale <scale>", "the scale of ratings: share, score, or the values of no and full trust, as in -10,10"),
    )
    .addOption(
      valueFlag(
        "--time-unit <unit>",
        "the unit of the times: second, minute, hour, day, week, year or date; makes each line a contact",
      ),
    )
    .addOption(
      valueFlag("--until <time>", "the time at which the record ends and the run starts (default: the last time in the file)"),
    )
    .addOption(valueFlag("--interventions <file>", "changes during the run: YAML, JSON or CSV"))
    .option("--events", "write events.csv with every event of every tick; the file grows large")
    .addOption(valueFlag("--event-kinds <kinds>", "only these kinds of events, separated by commas, such as promise_broken"))
    .option("--checkpoint", "write checkpoint.bin, from which --from continues without replaying the whole run")
    .option("--resume", "continue this run from where it was last saved before it was stopped or killed")
    .addOption(valueFlag("--save-every <k>", "save the run every k ticks (default: about every 20 seconds; 0: never)"))
    .addOption(valueFlag("--tables <names>", "the tables to write, separated by commas: series, agents, ties, events"))
    .option("--no-ties", "don't write ties.csv, the largest table of a run with many agents")
    .option("--gzip", "compress the tables: series.csv.gz and so on")
    .option("--parquet", "write the tables as Parquet instead of CSV; events take about a quarter of the space")
    .addOption(
      valueFlag("--out <dir>", "folder for the results (default: runs/<scenario>-<seed>); - writes series.csv to standard output"),
    )
    .option("--force", "replace the run that the folder already holds")
    .option("--quiet", "show neither progress nor summary")
    .addHelpText("after", examples)
    .action(async (given: GivenRunFlags, command: Command) => {
      const reader = new FlagReader();
      const flags = readRunFlags(given, reader);
      await run(flags, await planRun(flags, [...unknownProblems(command), ...reader.problems]));
    });
}

const examples = `
Examples:
  weakties run
  weakties run --scenario no_gossip --seed 7 --set blow_off=0.5 --out runs/x
  weakties run --network friends.csv --ticks 104 --ties-every 26
  weakties run --config runs/default-1973/run.json --out again
  weakties run --link "http://localhost:4173/#v=…" --out linked
  weakties run --from runs/default-1973 --ticks 1040 --set blow_off=0.5
  weakties run --set agents=50000 --out large --resume
  weakties run --set agents=100000 --tables series,agents --out large
  weakties run --out - | head -3

In the default name of the folder, only letters, digits, . _ and - of the seed
stay; other characters become _, and the seed is cut to 40 characters. A seed
that this changes gets - and the first 8 digits of its SHA-256.`;

async function run(flags: RunFlags, planned: PlannedRun): Promise<void> {
  const { folder } = planned;
  for (const note of planned.notes) printMessage(`${note}\n`);
  const progress = flags.quiet
    ? silent
    : createRunProgress(process.stderr, planned.plan.ticks, milliseconds, planned.setup.settled);
  const signals = watchStopSignals();
  const callbacks = { report: progress.report, pause: signals.pause };
  const making = folder === undefined ? makeRunToOutput(planned, callbacks) : makeRunInFolder(planned, folder, callbacks);
  const finished = await making.finally(() => {
    signals.unwatch();
    progress.erase();
  });
  for (const intervention of finished.run.missing) printMessage(`interventions: ${missingEventText(intervention)}\n`);
  compareWithRecord(planned, finished.stateHash, flags);
  if (flags.quiet) return;
  const summary = runSummary(planned.title, finished, folder?.name);
  if (folder === undefined) printMessage(summary);
  else await standardOutput.write(summary);
}

const silent: RunProgress = { report() {}, erase() {} };

function compareWithRecord({ expected }: PlannedRun, stateHash: string, flags: RunFlags): void {
  if (expected === undefined) return;
  const { file, version, maker } = expected;
  if (expected.stateHash === stateHash) {
    if (flags.link !== undefined && !flags.quiet)
      printMessage(`${file}: the same run, with state hash ${stateHash} as in the link\n`);
    return;
  }
  const makers = maker === undefined ? "" : `, ${makerText(maker)}; this is ${VERSION}, ${makerText(thisMaker())}`;
  printMessage(
    `${file}: the run differs from its record: state hash ${stateHash}, recorded ${expected.stateHash} by weakties ${version}${makers}\n`,
  );
}
