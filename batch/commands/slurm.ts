import { Command, type Option } from "commander";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { knownFlags } from "../flags/unknown-flags.ts";
import { standardOutput } from "../process/standard-output.ts";
import { grouped } from "../run/run-progress.ts";
import { type GivenSlurmFlags, type PlannedJobs, planSlurm } from "../slurm/plan-slurm.ts";
import { commands, submit } from "../slurm/submit.ts";
import { scriptPaths, writeScripts } from "../slurm/write-scripts.ts";
import { shellQuoted } from "../text/shell-quoted.ts";

/** `weakties slurm`: an experiment in shards, as jobs of a cluster. */
export function slurmCommand(): Command {
  return new Command("slurm")
    .summary("write, and submit, an experiment as a job array of Slurm")
    .description(
      "Writes an experiment as jobs of Slurm into its folder: slurm/array.sh, a job array with a task for each shard, and slurm/merge.sh, which puts the shards together when all are done.",
    )
    .usage("[options] FILE")
    .addOption(valueFlag("--shards <n>", "in how many parts the experiment is run; one task each"))
    .addOption(valueFlag("--out <dir>", "the experiment's folder (default: runs/<name of the file>)"))
    .addOption(valueFlag("--jobs <n>", "runs at a time in each task; as many cores are asked for (default: 1)"))
    .addOption(sbatchFlag())
    .option("--submit", "hand both to sbatch")
    .addHelpText("after", examples)
    .action(async (given: GivenSlurmFlags, command: Command) => {
      const { given: files, problems } = readArguments(command, 1);
      const planned = planSlurm(files[0], given, new FlagReader(), problems, knownFlags(command));
      writeScripts(planned.jobs);
      await standardOutput.write(given.submit ? submitted(planned) : written(planned));
    });
}

const examples = `
Examples:
  weakties slurm gossip.yaml --shards 20
  weakties slurm gossip.yaml --shards 20 --jobs 4 --submit
  weakties slurm gossip.yaml --shards 20 --sbatch "--partition=long --time=2:00:00"

See docs/cluster.md for other schedulers, and for what to do when tasks die.`;

/** Options for sbatch begin with a dash, which must not make them flags of this command: what follows is taken as it is. */
function sbatchFlag(): Option {
  const option = valueFlag("--sbatch <options>", "options for sbatch, as behind #SBATCH, for both jobs; may be repeated");
  option.required = true;
  option.optional = false;
  return option;
}

/** What to type next, where nothing is to be submitted yet. */
function written({ jobs, folderName }: PlannedJobs): string {
  const { array, merge } = scriptPaths(folderName);
  return `${array} and ${merge} are written. To submit them:\n\n${indented(commands(scriptPaths(jobs.folder)))}`;
}

/** Submits, and says what came of it; where Slurm does not take the jobs the scripts stay, and the exit code is 1. */
function submitted({ jobs, folderName }: PlannedJobs): string {
  const outcome = submit(scriptPaths(jobs.folder));
  if ("problem" in outcome) {
    const { array, merge } = scriptPaths(folderName);
    const left = indented(outcome.left);
    process.exitCode = 1;
    process.stderr.write(`weakties: ${outcome.problem}\n${array} and ${merge} are written. What is left to type:\n\n${left}`);
    return "";
  }
  const { array, merge } = outcome;
  const watch = [`squeue --jobs=${array},${merge}`, `weakties status ${shellQuoted(folderName)}`, `scancel ${array} ${merge}`];
  const tasks = jobs.shards === 1 ? "1 task" : `${grouped(jobs.shards)} tasks`;
  return `submitted: job ${array}, an array of ${tasks}, and job ${merge}, the merge that follows it. To watch and to stop them:\n\n${indented(watch)}`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join("");
}
