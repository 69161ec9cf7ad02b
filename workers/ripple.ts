import {
  advance,
  advanceAndList,
  checkInterventions,
  checkpoint,
  followRipple,
  forkRun,
  formatNumber,
  InputError,
  listDifferences,
  type PastEvent,
  type Run,
  type TurningIntervention,
  throwIfAny,
  tickOf,
} from "../sim/index.ts";
import { MOST_TWICE } from "./fork-point.ts";
import type { Start } from "./messages.ts";
import type { Clock } from "./pace.ts";
import { createReplayKeyframes, type ReplayKeyframes } from "./replay-keyframes.ts";
import type { FollowedRipple, FollowedWeek, OnShareDone, RippleCommands, RipplePlan, Whose } from "./ripple-messages.ts";

/** Milliseconds between two reports of progress; after each one, other commands are let through. */
const REPORT_EVERY = 80;

/** The most events that are listed. */
const MOST_EVENTS = 400;

/** The largest differences of each kind that are listed for a week. */
const MOST_DIFFERENCES = 8;

/** Reports how much is done, and lets other commands through. @throws Error if one of them has taken the place of this one */
type Breathe = (share: number) => Promise<void>;

/** The commands of the worker that turns events. */
export function createRippleWorker({ now, soon }: Pick<Clock, "now" | "soon">): RippleCommands {
  const keyframesOf = createReplayKeyframes();
  let round = 0;

  function createBreath(onShareDone: OnShareDone): Breathe {
    const own = ++round;
    let reported = now();
    return async (share) => {
      if (now() - reported < REPORT_EVERY) return;
      onShareDone(share);
      await new Promise<void>(soon);
      if (own !== round) throw new Error("canceled");
      reported = now();
    };
  }

  return {
    events: (start, ticks, whose, onShareDone) => listEvents(keyframesOf(start), ticks, whose, createBreath(onShareDone)),
    follow: (start, event, plan, onShareDone) => follow(start, keyframesOf(start), event, plan, createBreath(onShareDone)),
    cancel() {
      round++;
    },
  };
}

async function listEvents(keyframes: ReplayKeyframes, ticks: number, whose: Whose, breathe: Breathe): Promise<PastEvent[]> {
  const run = keyframes.before(Number.NEGATIVE_INFINITY);
  const first = tickOf(run);
  let listed: PastEvent[] = [];
  while (tickOf(run) < ticks) {
    for (const event of advanceAndList(run)) if (concerns(event, whose)) listed.push(event);
    if (listed.length > 2 * MOST_EVENTS) listed = listed.slice(-MOST_EVENTS);
    keyframes.note(run);
    await breathe((tickOf(run) - first) / (ticks - first));
  }
  return listed.slice(-MOST_EVENTS).reverse();
}

function concerns({ agents }: PastEvent, whose: Whose): boolean {
  if ("agent" in whose) return agents.includes(whose.agent);
  return agents.includes(whose.lower) && agents.includes(whose.upper);
}

async function follow(
  start: Start,
  keyframes: ReplayKeyframes,
  event: TurningIntervention,
  { weeks, least }: RipplePlan,
  breathe: Breathe,
): Promise<FollowedRipple> {
  const run = keyframes.before(event.tick - 1);
  const turn = checkEvent(run, start, event);
  const first = tickOf(run);
  const ticks = event.tick - 1 - first + 2 * weeks;
  while (tickOf(run) < event.tick - 1) {
    advance(run);
    keyframes.note(run);
    await breathe((tickOf(run) - first) / ticks);
  }
  const state = checkpoint(run);
  const asDrawn = forkRun(state, []);
  const turned = forkRun(state, [turn]);
  const sources = agentsOf(turn).map((agent) => numberOf(asDrawn, agent));
  const ripple = followRipple(asDrawn, turned, sources, least);
  const followed: FollowedWeek[] = [];
  const noticed: Uint8Array[] = [];
  let isMissing = false;
  for (let week = 1; week <= weeks && !isMissing && followed.at(-1)?.agentCount !== 0; week++) {
    advance(asDrawn);
    advance(turned);
    isMissing = turned.missing.some((one) => one === turn);
    if (isMissing) break;
    const compared = ripple.compare();
    followed.push({
      ...compared,
      differences: listDifferences(asDrawn.population, turned.population, least, MOST_DIFFERENCES),
    });
    noticed.push(ripple.difference.noticed.slice());
    await breathe(1 - (2 * (weeks - week)) / ticks);
  }
  const agents = turned.population.agents.count;
  return { event: turn, isMissing, agents, weeks: followed, noticed: joinWeeks(noticed, agents) };
}

/** @throws InputError if there can be no such event, or the world is too large to run twice */
function checkEvent(run: Run, { imported }: Start, event: TurningIntervention): TurningIntervention {
  const { parameters, names, circleNames, population } = run;
  const { count } = population.agents;
  if (count > MOST_TWICE)
    throw new InputError([`a world runs twice with at most ${formatNumber(MOST_TWICE)} agents, got ${formatNumber(count)}`]);
  const known = { parameters, names, circleNames, after: imported?.state?.tick ?? 0 };
  const { interventions, problems } = checkInterventions([event], known, "event");
  throwIfAny(problems);
  return interventions[0] as TurningIntervention;
}

/** The agents of an event, first the one whose trust is at stake. */
function agentsOf(event: TurningIntervention): (number | string)[] {
  if ("promise" in event) return [event.promise.asker, event.promise.promiser];
  if ("favor" in event) return [event.favor.asker, event.favor.asked];
  if ("meeting" in event) return [event.meeting.agent, event.meeting.other];
  return [event.introduction.agent, event.introduction.person, event.introduction.introducer];
}

function numberOf({ names }: Run, agent: number | string): number {
  return typeof agent === "number" ? agent : names.indexOf(agent);
}

/** Marks of all weeks, each for the same agents. */
function joinWeeks(weeks: readonly Uint8Array[], agents: number): Uint8Array {
  const joined = new Uint8Array(weeks.length * agents);
  for (const [week, marks] of weeks.entries()) joined.set(marks.subarray(0, agents), week * agents);
  return joined;
}
