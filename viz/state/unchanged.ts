import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Snapshot } from "../../workers/messages.ts";
import { type ConnectEngine, createLiveRun, type LiveRun, type RunState } from "./live-run.ts";
import type { Series } from "./series.ts";

/** Milliseconds that the second engine waits for a snapshot, so that it sends a few frames a second. */
const BETWEEN_FRAMES = 150;

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
  /** its state, which its next frame replaces; undefined while there is nothing to compare */
  snapshot(): Snapshot | undefined;
  /** starts its engine ahead of use, so that this needs no network */
  prepare(): void;
  end(): void;
}

/** What is read of the run to compare with. */
export type Compared = Pick<RunState, "fork" | "present" | "playing">;

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
  let endFollowing = () => {};

  const connectSlowly: ConnectEngine = (...callbacks) => {
    const client = connect(...callbacks);
    return { ...client, giveBack: (snapshot) => void setTimeout(() => client.giveBack(snapshot), BETWEEN_FRAMES) };
  };

  function prepare(): LiveRun {
    const known = beside.peek();
    if (known !== undefined) return known;
    const started = createLiveRun(connectSlowly, {
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
    endFollowing();
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

  /** Keeps up with the run until it dies. While the run plays, it leaves time for the rest of the page. */
  async function follow(state: Uint8Array, isWanted: () => boolean): Promise<void> {
    const other = prepare();
    await other.continueFork(state);
    if (!isWanted()) return;
    await new Promise<void>((resolve, reject) => {
      let target = Number.NEGATIVE_INFINITY;
      const stopFollowing = effect(() => {
        const [tick, isPlaying] = [run.present.value, run.playing.value];
        // It stops at ticks that the run has shown, so that both can be compared there.
        if (isPlaying && other.tick.value < target) return;
        target = tick;
        untracked(() => other.playTo(tick, isPlaying)).catch(reject);
      });
      endFollowing = () => {
        stopFollowing();
        resolve();
      };
    });
  }

  return {
    since,
    tick: computed(() => (since.value === undefined ? 0 : (beside.value?.tick.value ?? 0))),
    frames: computed(() => beside.value?.frames.value ?? 0),
    reason,
    series: () => (since.peek() === undefined ? undefined : beside.peek()?.series),
    snapshot: () => (since.peek() === undefined ? undefined : beside.peek()?.snapshot()),
    prepare: () => void prepare(),
    end() {
      round++;
      stop();
      endFollowing();
      beside.peek()?.end();
    },
  };
}
