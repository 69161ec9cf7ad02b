import { Command } from "commander";
import { writeRows } from "../../formats/export/exporter.ts";
import { csvLine, InputError } from "../../sim/index.ts";
import {
  rippleAgentColumns,
  rippleAgentRows,
  rippleColumns,
  rippleRow,
  rippleWeekColumns,
  rippleWeekRows,
} from "../../study/ripple/ripple-tables.ts";
import type { TextFile } from "../files/text-file.ts";
import { FlagReader, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";
import { type GivenRippleFlags, readRippleFlags } from "../ripple/ripple-flags.ts";
import { createRippleProgress } from "../ripple/ripple-progress.ts";
import { followRipples } from "../ripple/ripple-run.ts";
import { RippleSummary } from "../ripple/ripple-summary.ts";
import { checkExportFolder, planReplay } from "../run/plan-replay.ts";
import { RunFolder } from "../run/run-folder.ts";
import { formatBytes } from "../text/amounts.ts";
import { alignColumns } from "../text/columns.ts";

/** `weakties ripple`: what follows if one event of a run turns out otherwise. */
export function rippleCommand(): Command {
  return new Command("ripple")
    .usage("[options] DIR")
    .summary("turn one event of a run, or many, and measure what follows")
    .description(
      "Turns the outcome of one event of a finished run, lets the world run on with it, and compares it week by week with the world as it was. Both have one seed, so every difference is a consequence.",
    )
    .addOption(
      valueFlag("--event <event>", "the event and its outcome, as in a list of interventions (default: promises are drawn)"),
    )
    .addOption(valueFlag("--draw <n>", "how many promises to draw and turn, one at a time (default: 100)"))
    .addOption(valueFlag("--first <tick>", "draw among the promises that are due from this tick on (default: all)"))
    .addOption(valueFlag("--last <tick>", "draw among the promises that are due up to this tick (default: the end of the run)"))
    .addOption(valueFlag("--seed <text>", "determines which promises are drawn (default: the run's)"))
    .addOption(valueFlag("--weeks <n>", "how long each ripple is followed (default: 156)"))
    .addOption(valueFlag("--without <names>", "also follow each ripple in a world without these mechanisms, separated by commas"))
    .addOption(valueFlag("--least <x>", "the difference of a trust share or a strength that counts as noticed (default: 0.01)"))
    .addOption(valueFlag("--out <dir>", "new folder for the tables (default: DIR-ripples)"))
    .option("--quiet", "show neither progress nor summary")
    .addHelpText("after", examples)
    .action(ripple);
}

const examples = `
Examples:
  weakties ripple runs/default-1973 --event "{tick: 120, promise: {asker: 7, promiser: 41, outcome: kept}}"
  weakties ripple runs/default-1973 --draw 1000 --without gossip
  weakties ripple runs/default-1973 --first 53 --last 104 --weeks 52 --out ripples

The mechanisms of --without are off from the tick of the event on, in the world
as it was and in the turned one.`;

async function ripple(given: GivenRippleFlags, command: Command): Promise<void> {
  const reader = new FlagReader();
  const { given: names, problems } = readArguments(command, 1);
  const [name] = names;
  const flags = readRippleFlags(given, reader);
  if (name === undefined) problems.push("ripple needs the folder of a run");
  problems.push(...reader.problems);
  const checked =
    flags.out === undefined && name === undefined ? undefined : checkExportFolder(flags.out ?? `${trimSlash(name)}-ripples`);
  if (checked !== undefined && "problem" in checked) problems.push(checked.problem);
  throwProblems(problems);
  if (name === undefined || checked === undefined || "problem" in checked) throw new InputError(problems);

  const planned = await planReplay(name);
  const progress = createRippleProgress(process.stderr, flags.quiet);
  const signals = watchStopSignals();
  const folder = new RunFolder(checked.folder);
  const summary = new RippleSummary();
  try {
    const files = createTables(folder);
    for await (const finished of followRipples(planned, flags, { report: progress.report, pause: signals.pause })) {
      summary.add(finished);
      writeRows(files.ripples, [rippleRow(finished)]);
      writeRows(files.weeks, rippleWeekRows(finished));
      writeRows(files.agents, rippleAgentRows(finished));
    }
    const all = [files.ripples, files.weeks, files.agents];
    for (const file of all) file.close();
    folder.publish();
    progress.erase();
    if (flags.quiet) return;
    const list = alignColumns(all.map((file) => [file.name, formatBytes(file.bytes)]));
    await standardOutput.write(`${summary.text(flags)}\n\n${checked.folder.name}\n${list}\n`);
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    signals.unwatch();
    progress.erase();
  }
}

function createTables(folder: RunFolder): Record<"ripples" | "weeks" | "agents", TextFile> {
  const create = (name: string, columns: readonly string[]): TextFile => {
    const file = folder.create(name);
    file.write(csvLine(columns));
    return file;
  };
  return {
    ripples: create("ripples.csv", rippleColumns),
    weeks: create("ripple-weeks.csv", rippleWeekColumns),
    agents: create("ripple-agents.csv", rippleAgentColumns),
  };
}

function trimSlash(name = ""): string {
  return name.replace(/[/\\]+$/, "");
}
