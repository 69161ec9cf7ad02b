import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { runAt, workOrder } from "../../study/plan.ts";
import { checkExperimentFolder, type ExperimentFolder, nameOfFile, shardFolder } from "../experiment/folder/experiment-folder.ts";
import { workInFolder } from "../experiment/folder/work-in-folder.ts";
import { type ExperimentFlags, type GivenExperimentFlags, readExperimentFlags } from "../experiment/plan/experiment-flags.ts";
import { type PlannedExperiment, planExperiment } from "../experiment/plan/plan-experiment.ts";
import { writeResultFiles } from "../experiment/tables/write-derived-files.ts";
import { createExperimentProgress } from "../experiment/work/experiment-progress.ts";
import { resultsText, sizeText } from "../experiment/work/experiment-summary.ts";
import { performExperiment, resume } from "../experiment/work/perform-experiment.ts";
import { createRunPool } from "../experiment/work/worker-pool.ts";
import { safeName } from "../files/safe-name.ts";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";

/** Exit code where all that was asked was done, and some runs failed in it. */
const SOME_FAILED = 1;

/** `weakties experiment`: many runs, and their tables. */
export function experimentCommand(): Command {
  return new Command("experiment")
    .usage("[options] FILE")
    .summary("run an experiment: a design, replicates, tables, a report")
    .description(
      "Makes the runs that an experiment file asks for, on all cores, and writes their tables and a report. Killed at any moment, the same command goes on where it was.",
    )
    .addOption(valueFlag("--out <dir>", "the experiment's folder (default: runs/<name of the file>)"))
    .addOption(valueFlag("--jobs <n>", "runs at the same time (default: one a core)"))
    .addOption(valueFlag("--progress <kind>", "auto, json (a line a second, for programs) or none (default: auto)"))
    .addOption(valueFlag("--shard <k/n>", "only the k-th of n parts, for `weakties merge` to put together"))
    .addOption(valueFlag("--until-precision <x>", "stop when each 95 % interval is ± x times its mean or narrower"))
    .addOption(valueFlag("--again <which>", "make runs again: failed, or ids with commas between"))
    .option("--parquet", "write runs and series as Parquet, too")
    .addHelpText("after", examples)
    .action(async (given: GivenExperimentFlags, command: Command) => {
      const reader = new FlagReader();
      const flags = readExperimentFlags(given, reader);
      const { given: files, problems } = readArguments(command, 1);
      const [file] = files;
      const out = flags.out ?? `runs/${safeName(nameOfFile(file ?? "experiment"))}`;
      const checked = checkExperimentFolder(out);
      problems.push(...reader.problems, ...("problem" in checked ? [checked.problem] : []));
      if (file === undefined)
        problems.push("experiment must be followed by its file; `weakties new FILE` writes one to begin with");
      if (file === undefined) throw new InputError(problems);
      // With problems of the flags it throws in any case, and tells those of the file with them.
      const planned = planExperiment(file, problems);
      if ("problem" in checked) throw new InputError(problems);
      await experiment(planned, checked.folder, flags);
    });
}

const examples = `
Examples:
  weakties new follow-up.yaml
  weakties experiment follow-up.yaml
  weakties experiment follow-up.yaml --jobs 8 --until-precision 0.05
  weakties experiment follow-up.yaml --shard 2/10

The first Ctrl-C finishes the runs in hand, the second one stops at once.`;

async function experiment(planned: PlannedExperiment, whole: ExperimentFolder, flags: ExperimentFlags): Promise<void> {
  const { plan } = planned;
  const { shard, progress: kind } = flags;
  checkAgain(planned, flags);
  const folder = shard === undefined ? whole : shardFolder(whole, shard);
  if (kind !== "json") for (const note of planned.notes) process.stderr.write(`${note}\n`);
  await workInFolder(folder, async () => {
    const logged = resume(planned, folder, flags);
    const progress = createExperimentProgress(kind, process.stderr, logged.index, workOrder(plan, shard));
    for (const line of sizeText(plan, logged, shard)) progress.say(line);
    const signals = watchStopSignals(() => progress.say("stopping when the runs in hand are finished; Ctrl-C again stops at once"));
    const openPool = () => createRunPool({ experiment: plan.experiment, files: planned.peopleFiles }, flags.jobs);
    try {
      const performing = performExperiment(planned, folder, logged, flags, openPool, progress, signals);
      const performed = await performing.finally(() => progress.end());
      const stopped = signals.exitCode();
      const written = shard === undefined && !signals.ending.aborted ? await writeResultFiles(folder, performed, flags) : [];
      await standardOutput.write(resultsText(folder, performed, written, stopped !== undefined));
      process.exitCode = stopped ?? (performed.failed > 0 ? SOME_FAILED : 0);
    } finally {
      signals.unwatch();
    }
  });
}

/** @throws InputError where a run that is to be made again is none of the experiment */
function checkAgain({ plan }: PlannedExperiment, { again, shard }: ExperimentFlags): void {
  if (!Array.isArray(again)) return;
  const missing = new Set<string>(again);
  for (const number of workOrder(plan, shard)) missing.delete(runAt(plan, number).id);
  if (missing.size > 0) throw new InputError([...missing].map((id) => `--again: no run of this experiment has the id ${id}`));
}
