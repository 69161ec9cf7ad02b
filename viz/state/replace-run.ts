import type { Focus } from "./focus.ts";
import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";
import { advanceTo } from "./repeat-run.ts";
import { type FetchWorld, settleRun } from "./settle-run.ts";
import { type About, type Choices, choicesOf, restoreChoices, type Setup } from "./setup.ts";

/** A run as data that starts it again, and its tick. */
export type Recorded = Awaited<ReturnType<LiveRun["record"]>>;

/** Begins a request for a run. The answer says whether no other run has been asked for since: the last request wins. */
export type BeginRequest = () => () => boolean;

export function createRequests(): BeginRequest {
  let last = 0;
  return () => {
    const own = ++last;
    return () => own === last;
  };
}

/** What a replacement of the run works on. */
interface Parts {
  readonly setup: Setup;
  readonly run: LiveRun;
  readonly focus: Focus;
  readonly notices: Notices;
  readonly fetchWorld: FetchWorld;
  readonly beginRequest: BeginRequest;
  /** says what the run that is started next is about */
  announce(about: About): void;
}

/** Ways to replace the run by one that is known. */
export interface Replacements {
  /** Repeats a run that was replaced, up to where it was, and pauses. */
  goBack(recorded: Recorded, choices: Choices): Promise<void>;
  /** Repeats the run without one of its interventions, up to where it is. */
  undo(at: number): Promise<void>;
}

export function createReplacements({ setup, run, focus, notices, fetchWorld, beginRequest, announce }: Parts): Replacements {
  /** Ends paused. @returns whether the run has got to its tick, and no other run has been asked for */
  async function replaceRun({ start, ticks }: Recorded, choices: Choices): Promise<boolean> {
    const isWanted = beginRequest();
    try {
      announce(choices);
      await run.start(start);
      if (!(await settleRun(run, notices, { fetchWorld, isWanted }))) return false;
      restoreChoices(setup, choices);
      run.pause();
      const hasArrived = await advanceTo(run, notices, { from: start.imported?.state?.tick ?? 0, to: ticks, isWanted });
      if (isWanted()) notices.notice.value = undefined;
      return hasArrived && isWanted();
    } catch (error) {
      if (run.deathReason.value === undefined && isWanted()) notices.reportError(error);
      return false;
    }
  }

  /** @throws Error if the engine died */
  async function repeatWithout(at: number): Promise<void> {
    const selection = focus.selection.value;
    const isPlaying = run.wantsToPlay();
    const choices = choicesOf(setup);
    const previous = await run.record();
    const { interventions } = previous.start;
    const undone = interventions[at];
    if (undone === undefined) return;
    const start = { ...previous.start, interventions: interventions.filter((_, place) => place !== at) };
    if (!(await replaceRun({ start, ticks: previous.ticks }, choices))) return;
    focus.selection.value = selection;
    forget(undone, setup);
    const back = { label: "Back to the previous run", act: () => void replaceRun(previous, choices) };
    notices.notice.value = { kind: "done", lines: ["The run has been repeated without that change."], actions: [back] };
    if (isPlaying) run.play();
  }

  return {
    async goBack(recorded, choices) {
      await replaceRun(recorded, choices);
    },
    undo: (at) =>
      repeatWithout(at).catch((error) => {
        if (run.deathReason.value === undefined) notices.reportError(error);
      }),
  };
}

/** What was undone no longer holds for the next run. */
function forget(undone: Recorded["start"]["interventions"][number], { byHand }: Setup): void {
  const without = <T>(values: Readonly<Record<string, T>>, names: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !(name in names)));
  const { parameters, traits } = byHand.value;
  byHand.value = {
    parameters: without(parameters, Object(undone.set)),
    traits: without(traits, Object(undone.set_traits)),
  };
}
