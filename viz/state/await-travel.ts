import type { EngineRequests } from "./engine-requests.ts";
import type { Notice, Notices } from "./notices.ts";

/** Milliseconds that the engine works before it takes other commands. */
const SLICE = 40;

/** Milliseconds after which a message says that it takes a while. */
const PATIENCE = 400;

/** A way of the engine to another tick. */
export interface Way {
  /** the tick */
  readonly to: number;
  /** what the button is called that gives it up */
  readonly cancel: string;
  /** whether it still counts: false if another run has been asked for */
  isWanted(): boolean;
  /** asked once it takes a while: whether something else is to be done first */
  givesWay?(): boolean;
}

/**
 * Lets the engine replay a run up to a tick. A message counts the weeks, and can cancel it.
 *
 * @returns whether it has arrived
 * @throws Error if the engine died
 */
export async function awaitTravel(
  { travel, stopTravel }: Pick<EngineRequests, "travel" | "stopTravel">,
  { notice }: Pick<Notices, "notice">,
  { to, cancel, isWanted, givesWay }: Way,
): Promise<boolean> {
  const began = performance.now();
  let isCanceled = false;
  let said: Notice | undefined;
  let left: number | undefined = Number.POSITIVE_INFINITY;
  const act = () => {
    isCanceled = true;
  };
  while (isWanted()) {
    left = await travel(SLICE);
    if (left === 0 || left === undefined) break;
    if (isCanceled) {
      await stopTravel();
      break;
    }
    if (performance.now() - began < PATIENCE) continue;
    if (givesWay?.() === true) break;
    notice.value = {
      kind: "done",
      lines: [`Replaying the run to week ${to}: ${left} weeks to go …`],
      actions: [{ label: cancel, act }],
    };
    said = notice.peek();
  }
  if (said !== undefined && notice.peek() === said) notice.value = undefined;
  return left === 0;
}
