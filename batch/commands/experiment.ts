import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { runAt, type Shard, workOrder } from "../../study/plan.ts";
import { nameOfFile } from "../experiment/folder/experiment-folder.ts";
import type { ExperimentResults } from "../experiment/folder/experiment-results.ts";
import {
  describeForeignFolder,
  type EmptyFolder,
  openResults,
  openTarget,
  refreshResults,
} from "../experiment/folder/open-results.ts";
import { shardFolder } from "../experiment/folder/shard-folders.ts";
import { BURN_INS, CHECKPOINTS } from "../experiment/folder/state-files.ts";
import { workInFolder } from "../experiment/folder/work-in-folder.ts";
import { type PlannedExperiment, planExperiment } from "../experiment/plan/plan-experiment.ts";
import { shardCountProblem } from "../experiment/plan/shard-count.ts";
import { writeDerivedFiles } from "../experiment/tables/write-derived-files.ts";
import { beginExperiment } from "../experiment/work/begin-experiment.ts";
import {
  type ExperimentFlags,
  type GivenExperimentFlags,
  precisionProblems,
  readExperimentFlags,
} from "../experiment/work/experiment-flags.ts";
import { createExperimentProgress } from "../experiment/work/experiment-progress.ts";
import { sizeLines, summaryText } from "../experiment/work/experiment-summary.ts";
import { performExperiment } from "../experiment/work/perform-experiment.ts";
import { createRunPool } from "../experiment/work/worker-pool.ts";
import { safeName } from "../files/safe-name.ts";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";

/** Exit code if the experiment is finished, but some runs failed. */
const SOME_FAILED = 1;

/** `weakties experiment`: many runs, and their tables. */
export function experimentCommand(): Command {
  return new Command("experiment")
    .usage("[options] FILE")
    .description(
      "Makes the runs of an experiment file on all cores, and writes tables and a report. You can stop or kill it at any time: run the same command again and it resumes.",
    )
    .addOption(valueFlag("--out <dir>", "folder for the results (default: runs/<name of the file>)"))
    .addOption(valueFlag("--jobs <n>", "runs at the same time (default: one per core)"))
    .addOption(valueFlag("--progress <kind>", "auto, json (one line per second, for programs) or none (default: auto)"))
    .addOption(valueFlag("--shard <k/n>", "make only part k of n; `weakties merge` puts the parts together"))
    .addOption(
      valueFlag(
        "--until-precision <x>",
        "stop when every 95% interval is at most ± x times the mean; or names of contrasts, to stop when each has its precision",
      ),
    )
    .addOption(valueFlag("--again <which>", "make runs again: failed, or ids separated by commas"))
    .option("--parquet", "also write runs and series as Parquet")
    .option("--plan", "print runs, columns, and an estimate of time and disk from one timed run; write nothing")
    .option("--no-checkpoints", "keep no checkpoints of finished runs, from which they continue if you raise ticks")
    .addHelpText("after", examples)
    .action(async (given: GivenExperimentFlags, command: Command) => {
      const reader = new FlagReader();
      const flags = readExperimentFlags(given, reader);
      const { given: files, problems } = readArguments(command, 1);
      const [file] = files;
      const opened = openTarget(flags.out ?? `runs/${safeName(nameOfFile(file ?? "experiment"))}`);
      problems.push(...reader.problems, ...("problem" in opened ? [opened.problem] : []));
      if (file === undefined) problems.push("experiment needs a file: create one with `weakties new FILE`");
      if (file === undefined) throw new InputError(problems);
      // If there are problems already, this throws them together with those of the file.
      const planned = planExperiment(file, problems);
      if ("problem" in opened) throw new InputError(problems);
      const { shard } = flags;
      checkShard(planned, shard);
      checkAgain(planned, flags);
      const imprecise = precisionProblems(planned.experiment, flags.untilPrecision);
      if (imprecise.length > 0) throw new InputError(imprecise);
      const results = shard === undefined ? opened.results : openResults(shardFolder(opened.results.folder, shard));
      if (results.kind === "foreign") throw new InputError([describeForeignFolder(results)]);
      if (flags.progress !== "json") for (const note of planned.notes) printMessage(`${note}\n`);
      if (flags.plan) await (await import("../experiment/estimate/print-plan.ts")).printPlan(planned, results, flags);
      else await runExperiment(planned, results, flags);
    });
}

const examples = `
Examples:
  weakties new follow-up.yaml
  weakties experiment follow-up.yaml --plan
  weakties experiment follow-up.yaml
  weakties experiment follow-up.yaml --jobs 8 --until-precision 0.05
  weakties experiment follow-up.yaml --shard 2/10

The first Ctrl-C finishes the current runs; the second one stops at once.`;

/** @throws InputError if there are more shards than runs */
function checkShard({ plan }: PlannedExperiment, shard: Shard | undefined): void {
  const problem = shard && shardCountProblem(shard.of, plan);
  if (problem !== undefined) throw new InputError([`--shard: ${problem}`]);
}

/** @throws InputError if the experiment has no run that --again names */
function checkAgain({ plan }: PlannedExperiment, { again, shard }: ExperimentFlags): void {
  if (!Array.isArray(again)) return;
  const missing = new Set<string>(again);
  for (const number of workOrder(plan, shard)) missing.delete(runAt(plan, number).id);
  if (missing.size > 0) throw new InputError([...missing].map((id) => `--again: no run of this experiment has the id ${id}`));
}

async function runExperiment(
  planned: PlannedExperiment,
  opened: EmptyFolder | ExperimentResults,
  flags: ExperimentFlags,
): Promise<void> {
  const { plan, peopleFiles, sums } = planned;
  const { shard, progress: kind, jobs } = flags;
  await workInFolder(opened.folder, async () => {
    const results = refreshResults(opened);
    if (results.kind === "foreign") throw new InputError([describeForeignFolder(results)]);
    const begun = beginExperiment(planned, results, flags);
    if (begun.notice !== undefined) printMessage(`${begun.notice}\n`);
    const progress = createExperimentProgress(kind, process.stderr, begun.logged.index, workOrder(plan, shard));
    for (const line of sizeLines(planned, begun.logged, shard)) progress.say(line);
    const signals = watchStopSignals(() => progress.say("finishing the current runs; press Ctrl-C again to stop at once"));
    const burnIns = join(begun.folder.path, BURN_INS);
    const checkpoints = join(begun.folder.path, CHECKPOINTS);
    const setup = { experiment: plan.experiment, files: peopleFiles, burnIns, checkpoints, sums };
    const openPool = () => createRunPool(setup, jobs);
    try {
      const performing = performExperiment(begun, flags, openPool, progress, signals);
      const performed = await performing.finally(() => progress.end());
      const exitCode = signals.exitCode();
      const isWritten = shard === undefined && !signals.ending.aborted;
      const source = { ...begun, ...performed, results: begun.folder };
      const derived = isWritten ? await writeDerivedFiles(source, flags) : { written: [], contrasts: [] };
      await standardOutput.write(summaryText(begun.folder, performed, derived, exitCode !== undefined));
      process.exitCode = exitCode ?? (performed.failed > 0 ? SOME_FAILED : 0);
    } finally {
      signals.unwatch();
    }
  });
}
