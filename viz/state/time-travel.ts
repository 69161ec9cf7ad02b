import type { Start } from "../../workers/messages.ts";
import { formatTick } from "../text/format-tick.ts";
import { awaitTravel } from "./await-travel.ts";
import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";
import type { BeginRequest } from "./replace-run.ts";
import { choicesOf, restoreChoices, type Setup } from "./setup.ts";
import { createVisits, type Visits } from "./visit-tick.ts";

type Interventions = Start["interventions"];

/** Ways to look at other ticks of the run, and to change it from there. Each change has a way back. */
export interface TimeTravel extends Visits {
  /**
   * Gives the run another list of interventions, and replays it from where the lists differ to where it is. The tick on show stays.
   *
   * @param done what to say when it's done
   * @returns whether it's done; else the run is as before
   * @throws Error with every fault, or because the engine died; the run is as before
   */
  changeInterventions(interventions: Interventions, done: string): Promise<boolean>;
  /** Repeats the run without one of its interventions. */
  undo(at: number): Promise<void>;
  /**
   * Forks the world at the tick on show: from there on, a second world runs as this one is planned now. If that is an earlier tick, this
   * world starts from it again.
   *
   * @returns whether it is done
   */
  forkFromHere(): Promise<boolean>;
  /** Lets the run start from the tick on show: what came later is gone, but can be brought back. @throws Error if the engine died */
  startFromHere(): Promise<boolean>;
}

interface Parts {
  readonly setup: Setup;
  readonly run: LiveRun;
  readonly notices: Notices;
  readonly beginRequest: BeginRequest;
}

export function createTimeTravel({ setup, run, notices, beginRequest }: Parts): TimeTravel {
  const { notice } = notices;
  const visits = createVisits(run, notices);
  const replan = createReplan(run, notices, beginRequest);
  let starting: Promise<boolean> | undefined;

  /** Replaces the run, and offers a way back. */
  async function replace(interventions: Interventions, tick: number, done: string): Promise<boolean> {
    const before = run.interventions.peek();
    const present = run.present.peek();
    const looked = run.isPast.peek() ? run.tick.peek() : undefined;
    const choices = choicesOf(setup);
    if (!(await replan(interventions, tick))) return false;
    const back = async () => {
      notice.value = undefined;
      try {
        if (await replan(before, present)) restoreChoices(setup, choices);
      } catch (error) {
        if (run.deathReason.peek() === undefined) notices.reportError(error);
      }
    };
    notice.value = { kind: "done", lines: [done], actions: [{ label: "Back to the previous run", act: () => void back() }] };
    if (looked !== undefined && looked < tick) await visits.visit(looked);
    return true;
  }

  async function changeInterventions(interventions: Interventions, done: string): Promise<boolean> {
    const isPlaying = run.wantsToPlay();
    const isChanged = await replace(interventions, run.present.peek(), done);
    if (isPlaying) run.play();
    return isChanged;
  }

  return {
    ...visits,
    changeInterventions,
    async undo(at) {
      const all = run.interventions.peek();
      const undone = all[at];
      if (undone === undefined) return;
      const others = all.filter((_, place) => place !== at);
      try {
        if (await changeInterventions(others, "The run has been repeated without that change.")) forget(undone, setup);
      } catch (error) {
        if (run.deathReason.peek() === undefined) notices.reportError(error);
      }
    },
    async forkFromHere() {
      const tick = run.tick.peek();
      const done = `Two worlds from ${tick === 0 ? "the start" : formatTick(tick)} on. They stay the same until you change something in this one: move a slider, or add a change.`;
      try {
        if (!run.isPast.peek()) notice.value = { kind: "done", lines: [done] };
        else if (!(await replace(run.interventions.peek(), tick, done))) return false;
        run.pause();
        return await run.forkHere();
      } catch (error) {
        if (run.deathReason.peek() === undefined) notices.reportError(error);
        return false;
      }
    },
    startFromHere() {
      const tick = run.tick.peek();
      // A slider that is dragged changes many times; the run starts from here once.
      starting ??= replace(
        run.interventions.peek(),
        tick,
        `The run goes on from ${formatTick(tick)}. What came later is gone.`,
      ).finally(() => {
        starting = undefined;
      });
      return starting;
    },
  };
}

/** Gives a run other interventions, up to a tick. @returns whether it has arrived, and no other run has been asked for */
function createReplan(
  run: LiveRun,
  notices: Notices,
  beginRequest: BeginRequest,
): (interventions: Interventions, tick: number) => Promise<boolean> {
  return async (interventions, tick) => {
    const isWanted = beginRequest();
    run.forgetToPlay();
    const isDone =
      (await run.replan(interventions, tick)) || (await awaitTravel(run, notices, { to: tick, cancel: "Cancel", isWanted }));
    return isDone && isWanted();
  };
}

/** What was undone no longer holds for the next run. */
function forget(undone: Interventions[number], { byHand }: Setup): void {
  const without = <T>(values: Readonly<Record<string, T>>, names: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !(name in names)));
  const { parameters, traits } = byHand.value;
  byHand.value = {
    parameters: without(parameters, Object(undone.set)),
    traits: without(traits, Object(undone.set_traits)),
  };
}
