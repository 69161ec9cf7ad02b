import { Command, type Option } from "commander";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { knownFlags } from "../flags/unknown-flags.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { type GivenSlurmFlags, type PlannedJobs, planSlurm } from "../slurm/plan-slurm.ts";
import { submit, submitCommands } from "../slurm/submit.ts";
import { scriptPaths, writeScripts } from "../slurm/write-scripts.ts";
import { countThings } from "../text/amounts.ts";
import { shellQuoted } from "../text/shell-quoted.ts";

/** `weakties slurm`: an experiment in shards, as jobs of a cluster. */
export function slurmCommand(): Command {
  return new Command("slurm")
    .description(
      "Writes two Slurm scripts to the folder of an experiment: slurm/array.sh is a job array with one task per shard, and slurm/merge.sh merges the shards when all are finished.",
    )
    .usage("[options] FILE")
    .addOption(valueFlag("--shards <n>", "number of parts to split the experiment into, one task each"))
    .addOption(valueFlag("--out <dir>", "folder for the results (default: runs/<name of the file>)"))
    .addOption(valueFlag("--jobs <n>", "runs at the same time in each task, which asks for as many cores (default: 1)"))
    .addOption(sbatchFlag())
    .option("--submit", "submit both jobs with sbatch")
    .addHelpText("after", examples)
    .action(async (given: GivenSlurmFlags, command: Command) => {
      const { given: files, problems } = readArguments(command, 1);
      const planned = planSlurm(files[0], given, new FlagReader(), problems, knownFlags(command));
      writeScripts(planned.jobs);
      await standardOutput.write(given.submit ? submitScripts(planned) : nextSteps(planned));
    });
}

const examples = `
Examples:
  weakties slurm gossip.yaml --shards 20
  weakties slurm gossip.yaml --shards 20 --jobs 4 --submit
  weakties slurm gossip.yaml --shards 20 --sbatch "--partition=long --time=2:00:00"

See docs/cluster.md for other schedulers and for what to do if tasks fail.`;

/** Options of sbatch begin with a dash, but they are not flags of this command. So the next word is taken as it is. */
function sbatchFlag(): Option {
  const option = valueFlag("--sbatch <options>", "options of sbatch, as after #SBATCH, for both jobs; can be repeated");
  option.required = true;
  option.optional = false;
  return option;
}

/** What to type next if nothing is submitted yet. */
function nextSteps({ jobs, folderName }: PlannedJobs): string {
  return `${writtenText(folderName)} To submit them:\n\n${indent(submitCommands(scriptPaths(jobs.folder)))}`;
}

/**
 * Submits the scripts. If Slurm refuses, the scripts stay and the exit code is 1.
 *
 * @returns the text for standard output
 */
function submitScripts({ jobs, folderName }: PlannedJobs): string {
  const submission = submit(scriptPaths(jobs.folder));
  if ("problem" in submission) {
    const remaining = indent(submission.remaining);
    process.exitCode = 1;
    printMessage(`weakties: ${submission.problem}\n${writtenText(folderName)} To submit the rest:\n\n${remaining}`);
    return "";
  }
  const { array, merge } = submission;
  const watch = [`squeue --jobs=${array},${merge}`, `weakties status ${shellQuoted(folderName)}`, `scancel ${array} ${merge}`];
  return `Submitted job ${array}, an array of ${countThings(jobs.shards, "task")}, and job ${merge}, which merges the shards afterward. To watch and stop them:\n\n${indent(watch)}`;
}

function writtenText(folderName: string): string {
  const { array, merge } = scriptPaths(folderName);
  return `Wrote ${array} and ${merge}.`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join("");
}
