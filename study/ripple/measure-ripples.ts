import {
  advance,
  checkpoint,
  followRipple,
  forkRun,
  type Intervention,
  type Ripple,
  type RippleWeek,
  type Run,
  type TurningIntervention,
  tickOf,
  viewTie,
} from "../../sim/index.ts";

/** An event to turn. */
export interface TurnedCase {
  /** number of the event in the tables, from 1 */
  readonly event: number;
  readonly turn: TurningIntervention;
  /** the agents of the event; of two agents, the first is the one whose trust is at stake */
  readonly sources: readonly number[];
}

/** A way in which the worlds run from the event on: as they are, or without some mechanisms. */
export interface RippleArm {
  readonly name: string;
  /** what is set in the tick of the event, in the world as drawn and in the turned one */
  readonly set: Readonly<Record<string, boolean>>;
}

export interface RipplePlan {
  /** how long a ripple is followed; the tick of the event is week 1 */
  readonly weeks: number;
  /** what counts as a noticeable difference */
  readonly least: number;
  readonly arms: readonly RippleArm[];
}

/** How well two agents knew each other before the event. */
export type TieKind = "strong" | "weak" | "faded" | "none";

/** The tie between the first two agents of an event, before it. */
export interface TieBefore {
  readonly tie: TieKind;
  /** NaN without a tie */
  readonly strength: number;
  /** the trust share of the first agent in the second */
  readonly trust: number;
}

/** A ripple that has been followed to its end. */
export interface FinishedRipple {
  readonly of: TurnedCase;
  readonly arm: string;
  readonly before: TieBefore;
  /** true if there was no such event */
  readonly isMissing: boolean;
  /** in order; after a week in which nothing differs any more, there are no others */
  readonly weeks: readonly RippleWeek[];
}

/** A ripple that is being followed. */
interface Followed {
  readonly of: TurnedCase;
  readonly turned: Run;
  readonly ripple: Ripple;
  readonly weeks: RippleWeek[];
  isMissing: boolean;
}

/**
 * Turns events one by one, runs the world on with each of them, and compares it week by week with the world as drawn. After each tick
 * comes undefined, so that the caller can do other work.
 *
 * @param base a run at a tick before the first event; it is advanced
 * @param cases ascending by tick
 */
export function* measureRipples(base: Run, cases: readonly TurnedCase[], plan: RipplePlan): Generator<FinishedRipple | undefined> {
  for (const tick of new Set(cases.map(({ turn }) => turn.tick))) {
    const together = cases.filter(({ turn }) => turn.tick === tick);
    while (tickOf(base) < tick - 1) {
      advance(base);
      yield undefined;
    }
    const bytes = checkpoint(base);
    for (const arm of plan.arms) yield* followTogether(bytes, tick, together, arm, plan);
  }
}

/** Follows the ripples of all events of one tick. They have one world as drawn. */
function* followTogether(
  bytes: Uint8Array,
  tick: number,
  cases: readonly TurnedCase[],
  { name, set }: RippleArm,
  { weeks, least }: RipplePlan,
): Generator<FinishedRipple | undefined> {
  const changes: Intervention[] = Object.keys(set).length === 0 ? [] : [{ tick, set }];
  const asDrawn = forkRun(bytes, changes);
  const before = cases.map(({ sources }) => describeTie(asDrawn, sources));
  const all = cases.map((of): Followed => {
    const turned = forkRun(bytes, [...changes, of.turn]);
    return { of, turned, ripple: followRipple(asDrawn, turned, of.sources, least), weeks: [], isMissing: false };
  });
  let left = all;
  for (let week = 1; week <= weeks && left.length > 0; week++) {
    advance(asDrawn);
    for (const followed of left) {
      advance(followed.turned);
      followed.isMissing ||= followed.turned.missing.some((one) => one === followed.of.turn);
      if (!followed.isMissing) followed.weeks.push(followed.ripple.compare());
      yield undefined;
    }
    left = left.filter(({ isMissing, weeks: done }) => !isMissing && (done.at(-1)?.agentCount ?? 0) > 0);
  }
  for (const [at, { of, weeks: done, isMissing }] of all.entries())
    yield { of, arm: name, before: before[at] as TieBefore, isMissing, weeks: done };
}

function describeTie({ population }: Run, [one = 0, other = 0]: readonly number[]): TieBefore {
  const { activeFrom, strongFrom } = population.parameters;
  const view = viewTie(population, one, other);
  if (view === undefined) return { tie: "none", strength: Number.NaN, trust: Number.NaN };
  const { strength, byLower, byUpper } = view;
  const trust = (one < other ? byLower : byUpper).share;
  return { tie: strength >= strongFrom ? "strong" : strength >= activeFrom ? "weak" : "faded", strength, trust };
}
