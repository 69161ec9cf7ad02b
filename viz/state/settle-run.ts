import { WEEKS_A_YEAR } from "../text/format-tick.ts";
import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";

/** Milliseconds that the engine works before it can be canceled. */
const SLICE = 80;

/** Fetches the settled world with a key; undefined if the page has none. */
export type FetchWorld = (key: string) => Promise<Uint8Array | undefined>;

/**
 * Lets a run that has just been started settle, if it has a burn-in: from a world that the page brings along, or in the engine, with
 * progress in the message bar, where it can be canceled.
 *
 * @param isWanted whether no other run has been asked for in the meantime
 * @returns whether the run has begun, and no other run has been asked for
 */
export async function settleRun(
  run: LiveRun,
  { notice }: Notices,
  { fetchWorld, isWanted }: { readonly fetchWorld: FetchWorld; readonly isWanted: () => boolean },
): Promise<boolean> {
  const settling = await run.settling();
  if (settling === undefined) return isWanted();
  const { key, ticks } = settling;
  const world = await fetchWorld(key);
  if (!isWanted()) return false;
  if (world !== undefined && (await run.takeWorld(world))) return isWanted();
  let isCanceled = false;
  const action = {
    label: "Cancel",
    act() {
      isCanceled = true;
    },
  };
  const years = Math.ceil(ticks / WEEKS_A_YEAR);
  for (let done = 0; done < ticks; ) {
    const year = Math.min(years, Math.floor(done / WEEKS_A_YEAR) + 1);
    notice.value = { kind: "done", lines: [`The world settles before the start: year ${year} of ${years} …`], actions: [action] };
    done = await run.settle(SLICE);
    if (!isWanted()) return false;
    if (isCanceled && done < ticks) {
      await run.stopSettling();
      notice.value = undefined;
      return false;
    }
  }
  notice.value = undefined;
  return true;
}
