import { proxy } from "comlink";
import { keepWorker } from "./kept-worker.ts";
import type { Start, TurningIntervention } from "./messages.ts";
import type { FollowedRipple, OnShareDone, PastEvent, RippleCommands, RipplePlan, Whose } from "./ripple-messages.ts";
import type { WorkerClient } from "./worker-client.ts";

const ripples = keepWorker<RippleCommands>(() => new Worker(new URL("./ripple.worker.ts", import.meta.url), { type: "module" }));

/** Starts the worker that turns events, ahead of use. */
export function prepareRipple(): WorkerClient<RippleCommands> {
  return ripples.get();
}

/** Replays a run in a worker, and lists its events that can be turned, newest first. @throws Error if another command follows */
export function listPastEvents(start: Start, ticks: number, whose: Whose, onShareDone: OnShareDone): Promise<readonly PastEvent[]> {
  const { call, commands } = ripples.get();
  return call(commands.events(start, ticks, whose, proxy(onShareDone)));
}

/** Turns one event of a run in a worker, and follows the ripple. @throws Error if another command follows, or the event is faulty */
export function followEvent(
  start: Start,
  event: TurningIntervention,
  plan: RipplePlan,
  onShareDone: OnShareDone,
): Promise<FollowedRipple> {
  const { call, commands } = ripples.get();
  return call(commands.follow(start, event, plan, proxy(onShareDone)));
}

/** Makes the current command of the worker fail. */
export function cancelRipple(): void {
  void ripples.running()?.commands.cancel();
}
