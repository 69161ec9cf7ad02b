import { Command } from "commander";
import { formatNumber, InputError } from "../../sim/index.ts";
import { analysisSummary } from "../../study/run-analysis/analysis-summary.ts";
import { analyzeRun } from "../analyze/analyze-run.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";
import { checkExportFolder, planReplay } from "../run/plan-replay.ts";
import { createRunProgress } from "../run/run-progress.ts";
import { countThings, formatBytes } from "../text/amounts.ts";
import { alignColumns } from "../text/columns.ts";

/** Ticks between two waves unless the user chooses: a year. */
const WAVE_EVERY = 52;

/** Shuffles of each kind at each wave: the default and the most. */
const SHUFFLES = 10;
const MOST_SHUFFLES = 10_000;

interface AnalyzeFlags {
  readonly out?: Given;
  readonly every?: Given;
  readonly shuffles?: Given;
}

/** `weakties analyze`: the measures of network research for a finished run. */
export function analyzeCommand(): Command {
  return new Command("analyze")
    .usage("[options] DIR")
    .summary("measure the networks of a finished run")
    .description(
      "Measures the networks of a finished run at several ticks, the waves: for all ties, for those within circles and for those between circles, and after shuffles that show what chance would give. The run is replayed from its run.json.",
    )
    .addOption(valueFlag("--out <dir>", "new folder for the tables (default: DIR-analysis)"))
    .addOption(valueFlag("--every <k>", "ticks between two waves; the start and the end are waves, too (default: 52)"))
    .addOption(valueFlag("--shuffles <n>", `shuffles of each kind at each wave; 0 for none (default: ${SHUFFLES})`))
    .addHelpText("after", examples)
    .action(analyzeFolder);
}

const examples = `
Examples:
  weakties analyze runs/default-1973
  weakties analyze runs/default-1973 --every 13 --shuffles 100 --out waves

docs/analyze.md explains the measures.`;

async function analyzeFolder(given: AnalyzeFlags, command: Command): Promise<void> {
  const reader = new FlagReader();
  const { given: names, problems } = readArguments(command, 1);
  const [name] = names;
  const every = reader.whole("--every", given.every, 1, 1_000_000_000) ?? WAVE_EVERY;
  const shuffles = reader.whole("--shuffles", given.shuffles, 0, MOST_SHUFFLES) ?? SHUFFLES;
  const out = reader.text("--out", given.out);
  if (name === undefined) problems.push("analyze needs the folder of a run");
  problems.push(...reader.problems);
  const checked =
    out === undefined && name === undefined ? undefined : checkExportFolder(out ?? `${name?.replace(/[/\\]+$/, "")}-analysis`);
  if (checked !== undefined && "problem" in checked) problems.push(checked.problem);
  throwProblems(problems);
  if (name === undefined || checked === undefined || "problem" in checked) throw new InputError(problems);

  const planned = await planReplay(name);
  printMessage(`replaying ${name} from run.json: ${countThings(planned.plan.ticks, "tick")}\n`);
  const progress = createRunProgress(process.stderr, planned.plan.ticks, milliseconds, planned.setup.settled);
  const signals = watchStopSignals();
  const callbacks = { report: progress.report, pause: signals.pause };
  const { files, last } = await analyzeRun(planned, checked.folder, { every, shuffles, callbacks }).finally(() => {
    signals.unwatch();
    progress.erase();
  });
  const shuffled = shuffles > 0 ? ", and the range after shuffles" : "";
  const head = `At tick ${formatNumber(planned.plan.ticks)}, for each kind of ties${shuffled}:`;
  const list = alignColumns(files.map((file) => [file.name, formatBytes(file.bytes)]));
  await standardOutput.write(`${head}\n${alignColumns(analysisSummary(last))}\n\n${checked.folder.name}\n${list}\n`);
}
