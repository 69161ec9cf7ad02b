import { batch, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { EvidenceItem, MissedItem, Watch } from "../../sim/evidence/evidence-item.ts";
import { unpackItems, unpackMissed } from "../../sim/evidence/packed-evidence.ts";
import { listEvidence } from "../../workers/evidence-client.ts";
import type { NewEvidence, Start } from "../../workers/messages.ts";
import type { LiveRun } from "../state/live-run.ts";

/** Agents × ticks up to which a replay begins without being asked for. */
const MOST_UNASKED = 2_000_000;

/** Milliseconds between two looks for more evidence while the run plays. */
const LOOK_EVERY = 1000;

/** What has been listed so far. */
export interface Listed {
  /** oldest first; the same array grows */
  readonly items: readonly EvidenceItem[];
  readonly missed: readonly MissedItem[];
  /** up to which tick */
  readonly tick: number;
}

/** The evidence of a tie or an agent, which follows the run. */
export interface EvidenceFollower {
  readonly listed: ReadonlySignal<Listed | undefined>;
  /** the tick that the replay has reached, until something is listed; undefined while it is not under way */
  readonly reached: ReadonlySignal<number | undefined>;
  /** whether the replay takes so long that it waits for `begin` */
  readonly isLong: ReadonlySignal<boolean>;
  /** why there is no evidence; empty if there is */
  readonly failure: ReadonlySignal<string>;
  begin(): void;
  end(): void;
}

/** The run to follow. */
export type Followed = Pick<LiveRun, "record" | "tick" | "playing" | "interventions" | "values">;

/** Starts a replay; another one in tests. */
export type ListEvidence = typeof listEvidence;

/** Lists the evidence of a tie or an agent, and continues while the run does. */
export function followEvidence(run: Followed, watch: Watch, list: ListEvidence = listEvidence): EvidenceFollower {
  const listed = signal<Listed | undefined>(undefined);
  const reached = signal<number | undefined>(undefined);
  const isLong = signal(Number(run.values.peek().agents) * run.tick.peek() > MOST_UNASKED);
  const failure = signal("");
  let isWanted = true;
  let stop = () => {};

  async function follow(): Promise<void> {
    const { start } = await run.record();
    if (!isWanted) return;
    const client = await list(start, watch);
    stop = client.end;
    if (!isWanted) return client.end();
    let items: EvidenceItem[] = [];
    let missed: MissedItem[] = [];
    while (isWanted) {
      const until = run.tick.peek();
      const found = await client.listUntil(until, run.interventions.peek(), run.playing.peek(), (tick) => {
        if (listed.peek() === undefined) reached.value = tick;
      });
      if (!isWanted) return;
      if (found === undefined) {
        // The past of the run has changed.
        listed.value = undefined;
        return follow();
      }
      items = append(items, unpackItems(found));
      missed = append(missed, unpackMissed(found));
      if (found.tick < until) continue;
      batch(() => {
        reached.value = undefined;
        listed.value = { items, missed, tick: found.tick };
      });
      await untilMore(run, found, (stopWaiting) => {
        stop = () => {
          stopWaiting();
          client.end();
        };
      });
    }
  }

  function begin(): void {
    batch(() => {
      isLong.value = false;
      reached.value = 0;
    });
    follow().catch((error: Error) => {
      if (isWanted) failure.value = error.message;
    });
  }

  return {
    listed,
    reached,
    isLong,
    failure,
    begin,
    end() {
      isWanted = false;
      stop();
    },
  };
}

/** Adds to an array without copying it. */
function append<T>(list: T[], more: readonly T[]): T[] {
  for (const one of more) list.push(one);
  return list;
}

/** Waits until the run is ahead of what was listed, and at least a second. */
function untilMore(run: Followed, { tick }: NewEvidence, onWait: (stop: () => void) => void): Promise<void> {
  const known: Start["interventions"] = run.interventions.peek();
  return new Promise((resolve) => {
    let stopLooking = () => {};
    const finish = () => {
      clearTimeout(timer);
      stopLooking();
      resolve();
    };
    const timer = setTimeout(() => {
      stopLooking = effect(() => {
        if (run.tick.value > tick || run.interventions.value !== known) queueMicrotask(finish);
      });
    }, LOOK_EVERY);
    onWait(finish);
  });
}
