import type { LiveRun } from "./live-run.ts";
import type { Notices } from "./notices.ts";

/** Ticks between two reports of progress. */
const CHUNK = 13;

/**
 * Advances a run that has just started to a tick, with progress in the message bar, where it can be canceled.
 *
 * @param isWanted whether no other run has been asked for in the meantime
 * @returns whether the run is at that tick
 */
export async function advanceTo(
  run: LiveRun,
  { notice }: Notices,
  { from, to, isWanted }: { readonly from: number; readonly to: number; readonly isWanted: () => boolean },
): Promise<boolean> {
  let isCanceled = false;
  const action = {
    label: "Cancel",
    act() {
      isCanceled = true;
    },
  };
  for (let tick = from; tick < to; tick += CHUNK) {
    notice.value = { kind: "done", lines: [`Repeating the run: tick ${tick} of ${to} …`], actions: [action] };
    await run.advance(Math.min(CHUNK, to - tick));
    if (isCanceled || !isWanted()) return false;
  }
  return true;
}
