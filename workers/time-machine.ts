import { checkInterventions, type Intervention, throwIfAny, tickOf, WINDOW_TICKS } from "../sim/index.ts";
import { type ChangedRun, changePast } from "./change-past.ts";
import { createForkPoint, firstDifference } from "./fork-point.ts";
import type { FrameSender } from "./frame-sender.ts";
import { createKeyframes, type Keyframes } from "./keyframes.ts";
import type { Fork, Start } from "./messages.ts";
import { openPast } from "./open-past.ts";
import type { Clock } from "./pace.ts";
import type { Running } from "./settler.ts";
import { createTravel, type Measured, type Travel } from "./travel.ts";

/**
 * A run and its past. To look at an earlier tick, it replays a copy from a keyframe, so that the run stays as it is. To change the past,
 * it replays a copy with other interventions, which takes the place of the run when it has arrived.
 */
export interface TimeMachine {
  /** another run takes the place of the old one */
  begin(next: Running): Measured;
  /** the run at its last tick */
  present(): Measured | undefined;
  /** the run at the tick on show: the present, or a copy at an earlier tick */
  shown(): Measured | undefined;
  /** called before each tick of what is on show. @returns the fork of the run, before the first tick that differs from what was planned */
  beforeTick(): Fork | undefined;
  /** called after each tick of what is on show */
  afterTick(): void;
  /** the interventions of the run have changed after its last tick */
  lookAgain(): void;
  /**
   * Forks the run at its last tick: from there on, it is compared with what is planned for it now.
   *
   * @returns undefined if no run has started, or if an earlier tick is on show
   */
  forkHere(): Fork | undefined;
  visit(tick: number): boolean;
  replan(interventions: Start["interventions"], tick: number): boolean;
  travel(milliseconds: number): number | undefined;
  stop(): void;
}

export function createTimeMachine(clock: Pick<Clock, "now">, frames: FrameSender): TimeMachine {
  let present: Measured | undefined;
  let past: Measured | undefined;
  let travel: Travel | undefined;
  /** the tick at which the run began here */
  let firstTick = 0;
  let keyframes = createKeyframes();
  let forkPoint = createForkPoint();

  function show(shown: Measured): void {
    past = shown === present ? undefined : shown;
    frames.look(shown.run, shown.measured);
  }

  function replacePresent(changed: ChangedRun): void {
    present = changed.running;
    ({ forkPoint, keyframes } = changed);
    announceChange(frames, changed);
    show(present);
  }

  return {
    begin(next) {
      present = { ...next };
      past = undefined;
      travel = undefined;
      firstTick = tickOf(next.run);
      keyframes = createKeyframes();
      forkPoint = createForkPoint(present);
      return present;
    },
    present: () => present,
    shown: () => past ?? present,
    beforeTick() {
      travel = undefined;
      if (past !== undefined || present === undefined) return undefined;
      keyframes.note(present.run);
      return forkPoint.beforeTick();
    },
    afterTick() {
      if (past !== undefined && present !== undefined && tickOf(past.run) >= tickOf(present.run)) show(present);
    },
    lookAgain: () => forkPoint.lookAgain(),
    forkHere() {
      if (present === undefined || past !== undefined) return undefined;
      present = withPlanAsNow(present);
      forkPoint = createForkPoint(present);
      show(present);
      return forkPoint.forkNow();
    },
    visit(tick) {
      travel = undefined;
      if (present === undefined) return true;
      const to = Math.min(tickOf(present.run), Math.max(firstTick, Math.round(tick)));
      if (to === tickOf(present.run)) {
        show(present);
        return true;
      }
      const isNear = past !== undefined && isOnTheWay(past, to, keyframes, firstTick);
      const copy = isNear && past !== undefined ? past : openPast(present, keyframes, to, false);
      travel = createTravel(clock, copy, to, isNear, { arrive: () => show(copy) });
      return false;
    },
    replan(given, tick) {
      travel = undefined;
      if (present === undefined) return true;
      const { run } = present;
      const interventions = checkedFor(present, given);
      const to = Math.max(firstTick, Math.round(tick));
      const cut = Math.min(tickOf(run), to, firstDifference(run.interventions, interventions) - 1);
      if (cut === to && to === tickOf(run)) {
        run.interventions.splice(0, run.interventions.length, ...interventions);
        forkPoint.lookAgain();
        frames.markInterventions();
        show(present);
        return true;
      }
      const changed = changePast(present, { keyframes, forkPoint }, cut, interventions);
      travel = createTravel(clock, changed.running, to, false, { ...changed, arrive: () => replacePresent(changed) });
      return false;
    },
    travel(milliseconds) {
      const left = travel?.advance(milliseconds);
      if (left !== 0) return left;
      const arrived = travel;
      travel = undefined;
      arrived?.arrive();
      return 0;
    },
    stop() {
      travel = undefined;
      if (present !== undefined) show(present);
    },
  };
}

/** Sends what has changed with a run that takes the place of another one, and what was measured on its way. */
function announceChange(frames: FrameSender, { running, cut, forks, rows }: ChangedRun): void {
  frames.cutAfter(cut);
  frames.markInterventions();
  for (const fork of forks) frames.addFork(fork);
  for (const row of rows) if (running.measured !== undefined) frames.addRow(row, running.measured);
}

/** The same run, for which all its interventions are planned. */
function withPlanAsNow(running: Measured): Measured {
  const planned = [...running.run.interventions];
  return { ...running, planned, start: { ...running.start, planned } };
}

/** @throws InputError with every fault */
function checkedFor({ run, start }: Running, given: Start["interventions"]): Intervention[] {
  const { parameters, circleNames } = run;
  const known = { parameters, names: start.people?.names ?? [], circleNames, after: start.imported?.state?.tick ?? 0 };
  const { interventions, problems } = checkInterventions(given, known);
  throwIfAny(problems);
  return interventions;
}

/** Whether going on from a copy is faster than going back to a keyframe. */
function isOnTheWay(copy: Measured, to: number, keyframes: Keyframes, firstTick: number): boolean {
  const tick = tickOf(copy.run);
  return tick <= to && tick >= (keyframes.before(to - WINDOW_TICKS)?.tick ?? firstTick);
}
