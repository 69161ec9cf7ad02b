import {
  advance,
  checkInterventions,
  checkpoint,
  InputError,
  missingEventText,
  type Run,
  restore,
  type TurningIntervention,
  throwIfAny,
  tickOf,
} from "../../sim/index.ts";
import { choosePromises, turnPromise } from "../../study/ripple/choose-promises.ts";
import { listPromises } from "../../study/ripple/list-promises.ts";
import { type FinishedRipple, measureRipples, type RippleArm, type TurnedCase } from "../../study/ripple/measure-ripples.ts";
import type { RunCallbacks } from "../run/make-run.ts";
import type { PlannedRun } from "../run/plan-run.ts";
import { startRun } from "../run/start-run.ts";
import type { RippleFlags } from "./ripple-flags.ts";

/** Progress of the command: what it does, how much of it is done, and of how much. */
export type Report = (what: string, done: number, of: number) => void;

interface Callbacks extends Pick<RunCallbacks, "pause"> {
  readonly report: Report;
}

/** The arms of a command: the world as it is, and if asked for, one without some mechanisms. */
function armsOf({ without }: Pick<RippleFlags, "without">): RippleArm[] {
  const asIs: RippleArm = { name: "as_is", set: {} };
  if (without.length === 0) return [asIs];
  return [asIs, { name: `without_${without.join("_")}`, set: Object.fromEntries(without.map((name) => [name, false])) }];
}

/**
 * Turns the event that the user named, or events that it draws, and follows each ripple.
 *
 * @throws InputError if there is no such event
 */
export async function* followRipples(
  { setup, plan }: PlannedRun,
  flags: RippleFlags,
  { report, pause }: Callbacks,
): AsyncGenerator<FinishedRipple> {
  const run = startRun(setup);
  while (tickOf(run) < 0) {
    advance(run);
    report("settling", tickOf(run) + run.settled, run.settled);
    await pause();
  }
  const start = checkpoint(run);
  const cases =
    flags.event === undefined ? await drawCases(run, plan.ticks, flags, { report, pause }) : [namedCase(run, flags.event)];
  const arms = armsOf(flags);
  let done = 0;
  const weeks = cases.length * arms.length * flags.weeks;
  for (const finished of measureRipples(restore(start), cases, { weeks: flags.weeks, least: flags.least, arms })) {
    if (finished === undefined) {
      report("following ripples", Math.min(++done, weeks), weeks);
      await pause();
    } else if (finished.isMissing) throw new InputError([`--event: ${missingEventText(finished.of.turn)}`]);
    else yield finished;
  }
}

/** Draws promises among those that were kept or broken in some ticks of the run. */
async function drawCases(run: Run, ticks: number, flags: RippleFlags, { report, pause }: Callbacks): Promise<TurnedCase[]> {
  const { first = tickOf(run) + 1, last = ticks } = flags;
  if (last > ticks) throw new InputError([`--last must be at most ${ticks}, the last tick of the run, got ${last}`]);
  const all = [];
  for (const promises of listPromises(run, first, last)) {
    all.push(...promises);
    report("listing promises", tickOf(run), last);
    await pause();
  }
  if (all.length === 0)
    throw new InputError([
      `no promise was kept or broken in ticks ${first} to ${last}: choose other ticks with --first and --last`,
    ]);
  return choosePromises(all, flags.draw, flags.seed ?? run.seed).map(turnPromise);
}

/** The event that the user named, with its agents as numbers. */
function namedCase(run: Run, event: Record<string, unknown>): TurnedCase {
  const { parameters, names, circleNames } = run;
  const { interventions, problems } = checkInterventions([event], { parameters, names, circleNames, after: tickOf(run) }, "");
  throwIfAny(problems.map((problem) => `--event: ${problem.replace(/^\[\d+\]: /, "")}`));
  const turn = interventions[0] as TurningIntervention;
  const numberOf = (agent: number | string) => (typeof agent === "number" ? agent : names.indexOf(agent));
  return { event: 1, turn, sources: agentsOf(turn).map(numberOf) };
}

/** The agents of an event, first the one whose trust is at stake. */
function agentsOf(turn: TurningIntervention): (number | string)[] {
  if ("promise" in turn) return [turn.promise.asker, turn.promise.promiser];
  if ("favor" in turn) return [turn.favor.asker, turn.favor.asked];
  if ("meeting" in turn) return [turn.meeting.agent, turn.meeting.other];
  return [turn.introduction.agent, turn.introduction.person, turn.introduction.introducer];
}
