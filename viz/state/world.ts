import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { isScenario } from "../../sim/parameters/scenarios.ts";
import { createEngineClient } from "../../workers/engine-client.ts";
import { clearFocus, createFocus, type Focus } from "./focus.ts";
import { type FromFile, type RecordedStart, RefusedFiles } from "./from-file.ts";
import { createKeptSettings } from "./kept-settings.ts";
import { type ConnectEngine, createLiveRun, type LiveRun } from "./live-run.ts";
import { createNotices, type Notice, type Notices } from "./notices.ts";
import { advanceTo } from "./repeat-run.ts";
import { createReplacements, createRequests, type Replacements } from "./replace-run.ts";
import { definitionOf, type Table, waitingForRestart } from "./settings.ts";
import { type FetchWorld, settleRun } from "./settle-run.ts";
import {
  type About,
  choicesOf,
  createSetup,
  dropChanges,
  readOptionsOf,
  restoreChoices,
  type Setup,
  startOf,
  takeRecord,
  takeScenario,
} from "./setup.ts";
import { fetchShippedWorld } from "./shipped-worlds.ts";
import { createTimeTravel, type TimeTravel } from "./time-travel.ts";

/**
 * The page's state: what is set up, what runs, what the reader looks at, and the message on show. A part that needs only one of
 * these takes only that. The model never reads any of it.
 */
export interface World extends Setup, LiveRun, Focus, Notices, Replacements, TimeTravel {
  /** what the run on show is about; a choice counts once its run has begun */
  readonly about: ReadonlySignal<About>;
  /** parameters by name that a restart would change */
  readonly waiting: ReadonlySignal<Table>;
  /** whether the run or the setup differs from the scenario, or from the recorded run */
  readonly isChanged: ReadonlySignal<boolean>;
  /**
   * Starts a run with the current setup and with what was set during this run. If it was playing, it plays on. If the start fails, the
   * old run continues.
   */
  restart(): Promise<void>;
  /** Starts the scenario or the recorded run again, without any change. */
  returnToScenario(): Promise<void>;
  /** Starts a run with people from files, once these are read. */
  openFiles(read: FromFile["again"]): Promise<void>;
  /** Starts another scenario with its own seed. An unknown name does nothing. */
  chooseScenario(name: string): Promise<void>;
  /** Sets a parameter: from the next tick if it is live, else from the next start. */
  set(name: string, value: PlainValue): void;
}

/** What to say about a run that has started. */
function noticeOfStart(result: Notice | undefined, found: readonly string[], actions: Actions): Notice | undefined {
  const lines = [...(result?.lines ?? []), ...found];
  if (lines.length === 0 && actions.length === 0) return undefined;
  return {
    kind: result?.kind ?? "done",
    lines: lines.length === 0 ? ["A new run has started."] : lines,
    ...(actions.length > 0 && { actions }),
  };
}

type Actions = NonNullable<Notice["actions"]>;

/**
 * @param connect starts the engine; each world has its own
 * @param fetchWorld fetches a settled world
 */
export function createWorld(connect: ConnectEngine = createEngineClient, fetchWorld: FetchWorld = fetchShippedWorld): World {
  const setup = createSetup();
  const focus = createFocus();
  const notices = createNotices();
  const about = signal<About>(choicesOf(setup));
  /** what the next run is about */
  let next = about.value;
  const run = createLiveRun(connect, {
    onStart,
    onError: notices.reportError,
    beforeChange: () => (run.isPast.peek() ? times.startFromHere() : undefined),
  });
  const { chosen, fromFile } = setup;

  function onStart(): void {
    clearFocus(focus);
    about.value = next;
  }

  const announce = (choices: About) => {
    next = choices;
  };

  const beginRequest = createRequests();
  const kept = createKeptSettings(setup, run);
  const replacements = createReplacements({ setup, run, notices, fetchWorld, beginRequest, announce });
  const times: TimeTravel = createTimeTravel({ setup, run, notices, beginRequest });

  /** @param isOpening whether files are opened: a record among them is repeated to its tick, and there is a way back */
  async function startRun(read = fromFile.value?.again, isOpening = false): Promise<void> {
    const isWanted = beginRequest();
    const before = choicesOf(setup);
    try {
      const file = await read?.(readOptionsOf(setup));
      if (!isWanted()) return;
      const previous = isOpening && run.runCount.value > 0 ? await run.record() : undefined;
      const record = isOpening ? file?.record : undefined;
      if (record !== undefined) takeRecord(setup, record);
      const start = startOf(setup, file);
      announce({ scenario: setup.scenario.value, fromFile: file });
      const notes = await run.start(start);
      if (!(await settleRun(run, notices, { fetchWorld, isWanted }))) {
        if (!isWanted()) return;
        if (run.runCount.value > 0) return restoreChoices(setup, before);
        // There is no run to go back to.
        await run.start({ ...start, settled: 0 });
      }
      fromFile.value = file;
      const found = [...(file?.note === undefined ? [] : [file.note]), ...(file?.notices ?? []), ...notes];
      const result =
        record === undefined ? undefined : await repeat(record, file?.imported?.state?.tick ?? 0, { run, notices, isWanted });
      if (!isWanted()) return;
      const offered = (isOpening && file?.actions) || [];
      const back = previous && { label: "Back to the previous run", act: () => void replacements.goBack(previous, before) };
      notices.notice.value = noticeOfStart(result, found, back ? [...offered, back] : offered);
      if (record !== undefined) run.pause();
      else if (run.wantsToPlay()) run.play();
    } catch (error) {
      if (run.deathReason.value !== undefined || !isWanted()) return;
      restoreChoices(setup, before);
      notices.reportError(error, error instanceof RefusedFiles ? error.actions : []);
    }
  }

  return {
    ...setup,
    ...run,
    ...focus,
    ...notices,
    ...replacements,
    ...times,
    about,
    waiting: computed(() => waitingForRestart(chosen.value, run.atStart.value)),
    isChanged: kept.isChanged,
    restart() {
      kept.keep();
      return startRun();
    },
    returnToScenario() {
      dropChanges(setup);
      return startRun();
    },
    openFiles: (read) => startRun(read, true),
    async chooseScenario(name) {
      if (!isScenario(name)) return;
      takeScenario(setup, name);
      await startRun();
    },
    set(name, value) {
      if (definitionOf(name).live) run.setLive(name, value);
      else chosen.value = { ...chosen.value, [name]: value };
    },
  };
}

/** Repeats a recorded run to its end. @returns what to say about its state there */
async function repeat(
  { ticks, stateHash, version }: RecordedStart,
  from: number,
  { run, notices, isWanted }: { readonly run: LiveRun; readonly notices: Notices; readonly isWanted: () => boolean },
): Promise<Notice> {
  if (!(await advanceTo(run, notices, { from, to: ticks, isWanted })))
    return { kind: "done", lines: [`Canceled before tick ${ticks}, the end of the recorded run.`] };
  const hash = await run.stateHash();
  return hash === stateHash
    ? { kind: "done", lines: [`The run is at tick ${ticks}, with state hash ${hash}, as recorded.`] }
    : {
        kind: "fault",
        lines: [`The run differs from its record: state hash ${hash}, recorded ${stateHash} by weakties ${version}.`],
      };
}
