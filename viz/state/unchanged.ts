import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { type ConnectEngine, createLiveRun, type LiveRun, type RunState } from "./live-run.ts";
import type { Series } from "./series.ts";

/** Milliseconds that the second engine works before it looks again for what is wanted. */
const SLICE = 25;

/** Milliseconds between two looks while there is nothing to do. */
const REST = 40;

/**
 * The world left alone: the same run without what was changed by hand, in an engine of its own. It begins at the first change. Draws are
 * keyed, so each difference from the run follows from the changes.
 */
export interface Unchanged {
  /** the tick at which it began; undefined while there is nothing to compare */
  readonly since: ReadonlySignal<number | undefined>;
  /** its last tick; 0 while there is nothing to compare */
  readonly tick: ReadonlySignal<number>;
  /** changes when it has new measures */
  readonly frames: ReadonlySignal<number>;
  /** why a changed run has no such world; empty if it has one */
  readonly reason: ReadonlySignal<string>;
  /** its measures from `since` on; undefined while there is nothing to compare */
  series(): Series | undefined;
  /** starts its engine ahead of use, so that this needs no network */
  prepare(): void;
  end(): void;
}

/** What is read of the run to compare with. */
export type Compared = Pick<RunState, "fork" | "tick" | "playing">;

/**
 * Follows a run, and compares from its first change on.
 *
 * @param connect starts the second engine
 */
export function createUnchanged(run: Compared, connect: ConnectEngine): Unchanged {
  const since = signal<number | undefined>(undefined);
  const reason = signal("");
  const beside = signal<LiveRun | undefined>(undefined);
  /** counts comparisons: what an older one still awaits is dropped */
  let round = 0;

  function prepare(): LiveRun {
    const known = beside.peek();
    if (known !== undefined) return known;
    const started = createLiveRun(connect, {
      onStart() {
        since.value = run.fork.peek()?.tick;
      },
      onError: () => undefined,
    });
    beside.value = started;
    return started;
  }

  const stop = effect(() => {
    const fork = run.fork.value;
    const own = ++round;
    batch(() => {
      since.value = undefined;
      reason.value =
        fork !== undefined && fork.state === undefined ? "So large a world doesn’t run a second time without your changes." : "";
    });
    const state = fork?.state;
    if (state !== undefined) void untracked(() => compare(state, () => own === round));
  });

  async function compare(state: Uint8Array, isWanted: () => boolean): Promise<void> {
    try {
      await follow(state, isWanted);
    } catch {
      const died = beside.peek()?.deathReason.peek();
      if (!isWanted() || died === undefined) return;
      beside.value = undefined;
      since.value = undefined;
      reason.value = `The world without your changes has stopped: ${died}.`;
    }
  }

  /** Keeps up with the run. While that plays, rests as long as it works, so that the page stays smooth. */
  async function follow(state: Uint8Array, isWanted: () => boolean): Promise<void> {
    const other = prepare();
    await other.continueFork(state);
    let ticksInSlice = 1;
    while (isWanted()) {
      const behind = run.tick.peek() - other.tick.peek();
      // The first frame may come after the answer.
      if (since.peek() === undefined || behind <= 0) await rest(REST);
      else {
        const ticks = Math.min(behind, ticksInSlice);
        const began = performance.now();
        await other.advance(ticks);
        const took = performance.now() - began;
        ticksInSlice = Math.max(1, Math.floor((SLICE * ticks) / Math.max(took, 1)));
        await rest(run.playing.peek() ? took : 0);
      }
    }
  }

  return {
    since,
    tick: computed(() => (since.value === undefined ? 0 : (beside.value?.tick.value ?? 0))),
    frames: computed(() => beside.value?.frames.value ?? 0),
    reason,
    series: () => (since.peek() === undefined ? undefined : beside.peek()?.series),
    prepare: () => void prepare(),
    end() {
      round++;
      stop();
      beside.peek()?.end();
    },
  };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
