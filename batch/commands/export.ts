import { Command } from "commander";
import { createExporter, exportFormats } from "../../formats/export/export-formats.ts";
import { cuts, WAVE_EVERY } from "../../formats/export/replay-waves.ts";
import { didYouMean, formatNumber, formatValue, InputError } from "../../sim/index.ts";
import { exportRun } from "../export/export-run.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";
import { checkExportFolder, planReplay } from "../run/plan-replay.ts";
import { createRunProgress } from "../run/run-progress.ts";
import { formatBytes } from "../text/amounts.ts";
import { alignColumns } from "../text/columns.ts";

interface ExportFlags {
  readonly to?: Given;
  readonly out?: Given;
  readonly ties?: Given;
  readonly every?: Given;
  readonly absent?: Given;
}

/** `weakties export`: a finished run in the form of another program. */
export function exportCommand(): Command {
  return new Command("export")
    .usage("[options] DIR")
    .summary("bring a finished run into another program")
    .description(
      "Writes a finished run in the form of another program. The run is replayed from its run.json, because its tables lack people who left and the ties of most ticks.",
    )
    .addOption(valueFlag("--to <format>", exportFormats.join(", ")))
    .addOption(valueFlag("--out <dir>", "new folder for the files (default: DIR-<format>)"))
    .addOption(valueFlag("--ties <which>", "active: strength active_from or more; strong: strong_from or more (default: active)"))
    .addOption(valueFlag("--every <k>", "ticks between two waves; the start and the end are waves, too (default: 52)"))
    .addOption(valueFlag("--absent <code>", "siena: 10 or NA for a tie with someone who is absent (default: 10)"))
    .addHelpText("after", examples)
    .action(exportFolder);
}

const examples = `
Examples:
  weakties export runs/default-1973 --to graphml
  weakties export runs/default-1973 --to siena --every 26 --ties strong
  weakties export runs/default-1973 --to gexf --out for-gephi

graphml, node-link and tidygraph hold the last tick; the others hold all waves.`;

async function exportFolder(given: ExportFlags, command: Command): Promise<void> {
  const reader = new FlagReader();
  const { given: names, problems } = readArguments(command, 1);
  const [name] = names;
  const to = readChoice("--to", given.to, exportFormats, reader);
  const cut = readChoice("--ties", given.ties, cuts, reader) ?? "active";
  const absent = readChoice("--absent", given.absent, ["10", "NA"] as const, reader) ?? "10";
  const every = reader.whole("--every", given.every, 1, 1_000_000_000) ?? WAVE_EVERY;
  const out = reader.text("--out", given.out);
  if (name === undefined) problems.push("export needs the folder of a run");
  if (given.to === undefined) problems.push(`export needs --to with one of ${exportFormats.join(", ")}`);
  if (given.absent !== undefined && to !== undefined && to !== "siena") problems.push("--absent is for --to siena only");
  problems.push(...reader.problems);
  const checked = out === undefined && name === undefined ? undefined : checkExportFolder(out ?? `${trimSlash(name)}-${to}`);
  if (checked !== undefined && "problem" in checked) problems.push(checked.problem);
  throwProblems(problems);
  if (name === undefined || to === undefined || checked === undefined || "problem" in checked) throw new InputError(problems);

  const planned = await planReplay(name);
  printMessage(`replaying ${name} from run.json: ${formatNumber(planned.plan.ticks)} tick${planned.plan.ticks === 1 ? "" : "s"}\n`);
  const progress = createRunProgress(process.stderr, planned.plan.ticks, milliseconds, planned.setup.settled);
  const signals = watchStopSignals();
  const callbacks = { report: progress.report, pause: signals.pause };
  const files = await exportRun(planned, checked.folder, (replay) => createExporter(to, replay, { absent }), {
    cut,
    every,
    callbacks,
  }).finally(() => {
    signals.unwatch();
    progress.erase();
  });
  const list = alignColumns(files.map((file) => [file.name, formatBytes(file.bytes)]));
  await standardOutput.write(`${checked.folder.name}\n${list}\n`);
}

function trimSlash(name = ""): string {
  return name.replace(/[/\\]+$/, "");
}

function readChoice<T extends string>(flag: string, given: Given, choices: readonly T[], reader: FlagReader): T | undefined {
  const text = reader.text(flag, given);
  const found = choices.find((choice) => choice === text);
  if (text !== undefined && found === undefined)
    reader.problems.push(`${flag} must be one of ${choices.join(", ")}, got ${formatValue(text)}${didYouMean(text, choices)}`);
  return found;
}
