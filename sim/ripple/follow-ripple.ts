import type { PairColumns } from "../population/contact-log.ts";
import { restore } from "../run/checkpoint.ts";
import type { Intervention } from "../run/interventions.ts";
import { type Run, tickOf } from "../run/run.ts";
import { compareWorlds, createWorldDifference, type WorldDifference } from "./compare-worlds.ts";
import { distancesFrom, UNREACHABLE } from "./distances.ts";

/** What counts as noticeable unless someone chooses: a hundredth of the whole range of a trust share or a strength. */
export const LEAST_NOTICED = 0.01;

/** Instead of an agent: nobody whom the ripple had reached before met this one. */
export const NOBODY_MET = -1;

/** An agent that a ripple has reached. */
export interface ReachedAgent {
  readonly agent: number;
  /** the first week at whose end anything of it differs; the week of the event is week 1 */
  readonly week: number;
  /** ties from the nearest agent of the event, in the network before it; UNREACHABLE if no active ties lead there */
  readonly distance: number;
  /**
   * whom it met in that week, in either world, that the ripple had reached before: the one it reached first, and of these the lowest.
   * NOBODY_MET if the ripple took several steps in that week, or came without an encounter
   */
  readonly via: number;
}

/** A ripple at the end of a week. */
export interface RippleWeek extends Omit<WorldDifference, "agents" | "noticed"> {
  readonly week: number;
  readonly tick: number;
  /** agents that it reached in this week */
  readonly reached: readonly ReachedAgent[];
  /** the largest distance of an agent that differs noticeably now; 0 if there is none */
  readonly distance: number;
}

/** A ripple that is being followed. */
export interface Ripple {
  /** Compares the two worlds. Call it each time both have advanced by one tick. */
  compare(): RippleWeek;
  /** the last comparison, by agent; the next one overwrites it */
  readonly difference: Pick<WorldDifference, "agents" | "noticed">;
}

/**
 * Creates a run that continues another one and differs from it in its next tick.
 *
 * @param bytes a checkpoint at the end of the tick before
 * @param changes checked interventions of the next tick, which act before those that are planned for it
 */
export function forkRun(bytes: Uint8Array, changes: readonly Intervention[]): Run {
  const run = restore(bytes);
  run.interventions.splice(run.applied, 0, ...changes);
  return run;
}

/**
 * Follows how two worlds come to differ that are the same up to now.
 *
 * @param asDrawn, turned two runs at one tick, before the event
 * @param sources the agents of the event
 */
export function followRipple(asDrawn: Run, turned: Run, sources: readonly number[], least = LEAST_NOTICED): Ripple {
  const difference = createWorldDifference();
  const distances = distancesFrom(asDrawn.population, sources);
  const distanceOf = (agent: number) => distances[agent] ?? UNREACHABLE;
  /** by agent: the week in which the ripple reached it */
  const reachedIn = new Map<number, number>(sources.map((agent) => [agent, 0]));
  const listed = new Set<number>();
  let week = 0;
  return {
    difference,
    compare() {
      week++;
      compareWorlds(asDrawn.population, turned.population, least, difference);
      const { agents, noticed, ...counts } = difference;
      const fresh = [...agents.keys()].filter((agent) => agents[agent] === 1 && !listed.has(agent));
      const via = whoBroughtIt(fresh, reachedIn, [
        asDrawn.population.workspace.contacts.met,
        turned.population.workspace.contacts.met,
      ]);
      const reached = fresh.map((agent) => ({ agent, week, distance: distanceOf(agent), via: via.get(agent) ?? NOBODY_MET }));
      for (const agent of fresh) {
        listed.add(agent);
        if (!reachedIn.has(agent)) reachedIn.set(agent, week);
      }
      let distance = 0;
      for (let agent = 0; agent < noticed.length; agent++)
        if (noticed[agent] === 1) distance = Math.max(distance, distanceOf(agent));
      return { ...counts, week, tick: tickOf(turned), reached, distance };
    },
  };
}

/** By agent: whom it met that the ripple had reached before this week. The agents of the event themselves have nobody. */
function whoBroughtIt(
  fresh: readonly number[],
  reachedIn: ReadonlyMap<number, number>,
  met: readonly PairColumns[],
): Map<number, number> {
  const via = new Map<number, number>();
  const wanted = new Set(fresh.filter((agent) => !reachedIn.has(agent)));
  if (wanted.size === 0) return via;
  const consider = (agent: number, contact: number) => {
    const since = reachedIn.get(contact);
    if (!wanted.has(agent) || since === undefined) return;
    const best = via.get(agent);
    const bestSince = best === undefined ? Number.POSITIVE_INFINITY : (reachedIn.get(best) as number);
    if (since < bestSince || (since === bestSince && contact < (best as number))) via.set(agent, contact);
  };
  for (const { count, lower, upper } of met)
    for (let at = 0; at < count; at++) {
      consider(lower[at], upper[at]);
      consider(upper[at], lower[at]);
    }
  return via;
}
