import { computed, type ReadonlySignal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { isScenario } from "../../sim/parameters/scenarios.ts";
import { createEngineClient } from "../../workers/engine-client.ts";
import { clearFocus, createFocus, type Focus } from "./focus.ts";
import type { FromFile } from "./from-file.ts";
import { type ConnectEngine, createLiveRun, type LiveRun } from "./live-run.ts";
import { createNotices, type Notices } from "./notices.ts";
import { definitionOf, type Table, waitingForRestart } from "./settings.ts";
import { createSetup, readOptionsOf, type Setup, startOf, takeScenario } from "./setup.ts";

/**
 * The page's state: what is set up, what runs, what the reader looks at, and the message on show. A part that needs only one of
 * these takes only that. The model never reads any of it.
 */
export interface World extends Setup, LiveRun, Focus, Notices {
  /** parameters by name that a restart would change */
  readonly waiting: ReadonlySignal<Table>;
  /** Starts a run with the current setup. If it was playing, it plays on. If the start fails, the old run continues. */
  restart(): Promise<void>;
  /** Starts a run with people from files, once these are read. */
  openFiles(read: FromFile["again"]): Promise<void>;
  /** Starts another scenario with its own seed. An unknown name does nothing. */
  chooseScenario(name: string): Promise<void>;
  /** Sets a parameter: from the next tick if it is live, else from the next start. */
  set(name: string, value: PlainValue): void;
}

/** @param connect starts the engine; each world has its own */
export function createWorld(connect: ConnectEngine = createEngineClient): World {
  const setup = createSetup();
  const focus = createFocus();
  const notices = createNotices();
  const run = createLiveRun(connect, { onStart: () => clearFocus(focus), onError: notices.reportError });
  const { chosen, fromFile } = setup;

  /** counts requests: if two overlap, the later one wins */
  let requests = 0;

  async function startRun(read = fromFile.value?.again): Promise<void> {
    const request = ++requests;
    try {
      const file = await read?.(readOptionsOf(setup));
      if (request !== requests) return;
      const wasPlaying = run.playing.value;
      const notes = await run.start(startOf(setup, file));
      fromFile.value = file;
      const lines = [...(file?.note === undefined ? [] : [file.note]), ...(file?.notices ?? []), ...notes];
      notices.notice.value = lines.length === 0 ? undefined : { kind: "done", lines };
      if (wasPlaying) run.play();
    } catch (error) {
      if (run.deathReason.value === undefined && request === requests) notices.reportError(error);
    }
  }

  return {
    ...setup,
    ...run,
    ...focus,
    ...notices,
    waiting: computed(() => waitingForRestart(chosen.value, run.atStart.value)),
    restart: () => startRun(),
    openFiles: (read) => startRun(read),
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
