import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";
import { advanceTo } from "./repeat-run.ts";
import { type FetchWorld, settleRun } from "./settle-run.ts";
import { type About, type Choices, restoreChoices, type Setup } from "./setup.ts";

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
  readonly notices: Notices;
  readonly fetchWorld: FetchWorld;
  readonly beginRequest: BeginRequest;
  /** says what the run that is started next is about */
  announce(about: About): void;
}

/** A way to replace the run by one that is known. */
export interface Replacements {
  /** Repeats a run that was replaced, up to where it was, and pauses. */
  goBack(recorded: Recorded, choices: Choices): Promise<void>;
  /**
   * Starts a run that is known, up to a tick, and pauses there.
   *
   * @returns whether it has got there, and no other run has been asked for; if it could not start, the old run continues
   */
  openRun(recorded: Recorded, choices: Choices): Promise<boolean>;
}

export function createReplacements({ setup, run, notices, fetchWorld, beginRequest, announce }: Parts): Replacements {
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

  return {
    openRun: replaceRun,
    async goBack(recorded, choices) {
      await replaceRun(recorded, choices);
    },
  };
}
