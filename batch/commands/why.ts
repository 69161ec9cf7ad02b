import { Command } from "commander";
import {
  advance,
  csvLine,
  evidenceText,
  formatValue,
  InputError,
  linesInPieces,
  type Run,
  replayEvidence,
  tickOf,
  type Watch,
} from "../../sim/index.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { standardOutput } from "../process/standard-output.ts";
import { watchStopSignals } from "../process/stop-signals.ts";
import { planReplay } from "../run/plan-replay.ts";
import type { PlannedRun } from "../run/plan-run.ts";
import { createRunProgress } from "../run/run-progress.ts";
import { startRun } from "../run/start-run.ts";
import { agentSummary } from "../why/agent-summary.ts";
import { evidenceColumns, evidenceRows } from "../why/evidence-table.ts";

interface WhyFlags {
  readonly tie?: Given;
  readonly agent?: Given;
  readonly csv?: true;
}

/** `weakties why`: the evidence behind a tie, or behind what others believe of an agent. */
export function whyCommand(): Command {
  return new Command("why")
    .usage("[options] DIR")
    .summary("list what made two agents trust each other, or others trust an agent")
    .description(
      "Replays a finished run and lists what moved the beliefs of two agents about each other, newest first, with dates and sources. For one agent: what moved the trust of others in it, which ties ended, and what it missed.",
    )
    .addOption(valueFlag("--tie <agents>", "two agents by number or name, separated by a comma"))
    .addOption(valueFlag("--agent <agent>", "an agent by number or name"))
    .option("--csv", "print every item as a row of a table, oldest first")
    .addHelpText("after", examples)
    .action(why);
}

const examples = `
Examples:
  weakties why runs/default-1973 --tie 7,41
  weakties why runs/default-1973 --agent 7
  weakties why runs/default-1973 --tie 7,41 --csv > tie.csv`;

async function why(given: WhyFlags, command: Command): Promise<void> {
  const reader = new FlagReader();
  const { given: folders, problems } = readArguments(command, 1);
  const [folder] = folders;
  const tie = reader.text("--tie", given.tie);
  const agent = reader.text("--agent", given.agent);
  if (folder === undefined) problems.push("why needs the folder of a run");
  if ((tie === undefined) === (agent === undefined)) problems.push("why needs either --tie or --agent");
  if (tie !== undefined && tie.split(",").length !== 2)
    problems.push(`--tie must name two agents, separated by a comma, got ${formatValue(tie)}`);
  throwProblems([...problems, ...reader.problems]);
  if (folder === undefined) throw new InputError(problems);
  const planned = await planReplay(folder);
  const run = startRun(planned.setup);
  const watch = readWatch(run, planned, tie, agent);
  const evidence = await replay(run, planned, watch);
  const nameOf = (one: number) => run.names[one] || String(one);
  const watched = "agent" in watch ? watch.agent : undefined;
  if (given.csv) {
    await standardOutput.write(csvLine(evidenceColumns));
    for (const text of linesInPieces(evidenceRows(evidence, watched))) await standardOutput.write(text);
  } else if (watched !== undefined)
    await standardOutput.write(`${agentSummary(evidence, watched, sinceOf(run, watched), nameOf)}\n`);
  else if (evidence.items.length === 0) await standardOutput.write("The two never knew each other in this run.\n");
  else for (const item of evidence.items.toReversed()) await standardOutput.write(`${evidenceText(item, nameOf)}\n`);
}

/** Replays the run from tick 0 on, or from the end of its burn-in. */
async function replay(run: Run, { plan, setup }: PlannedRun, watch: Watch) {
  const progress = createRunProgress(process.stderr, plan.ticks, milliseconds, setup.settled);
  const signals = watchStopSignals();
  try {
    while (tickOf(run) < 0) {
      advance(run);
      progress.report(tickOf(run));
      await signals.pause();
    }
    const evidence = replayEvidence(run, watch);
    while (tickOf(run) < plan.ticks) {
      evidence.advance();
      progress.report(tickOf(run));
      await signals.pause();
    }
    return evidence;
  } finally {
    signals.unwatch();
    progress.erase();
  }
}

function readWatch(run: Run, { plan }: PlannedRun, tie: string | undefined, agent: string | undefined): Watch {
  const added = run.interventions.flatMap((one) => ("add" in one && one.tick <= plan.ticks ? [one.add] : []));
  const count = run.population.agents.count + added.reduce((sum, more) => sum + more, 0);
  const flag = tie === undefined ? "--agent" : "--tie";
  const found = (tie ?? agent ?? "").split(",").map((text) => agentOf(text.trim(), run.names));
  const problems = found.flatMap(({ number, text }) =>
    number < 0 || number >= count ? [`${flag}: there is no agent ${formatValue(text)}; numbers run from 0 to ${count - 1}`] : [],
  );
  const [one, other] = found.map(({ number }) => number);
  if (problems.length === 0 && one === other) problems.push(`${flag} must name two different agents`);
  throwProblems(problems);
  return other === undefined ? { agent: one as number } : { tie: [one as number, other] };
}

/** A name, or else a number. */
function agentOf(text: string, names: readonly string[]): { number: number; text: string } {
  const named = text === "" ? -1 : names.indexOf(text);
  return { number: named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : -1, text };
}

/** The tick in which an agent came. */
function sinceOf({ population, settled }: Run, agent: number): number {
  return (population.agents.since[agent] as number) - settled;
}
