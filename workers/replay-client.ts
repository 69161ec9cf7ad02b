import { proxy } from "comlink";
import type { RunPlan } from "../sim/index.ts";
import { keepWorker } from "./kept-worker.ts";
import type { NetworkForm, ReplayCommands, RunFile, Start } from "./messages.ts";
import type { WorkerClient } from "./worker-client.ts";

/** Starts a worker that replays runs. */
export function startReplayWorker(): Worker {
  return new Worker(new URL("./replay.worker.ts", import.meta.url), { type: "module" });
}

const replayer = keepWorker<ReplayCommands>(startReplayWorker);

/** Starts the worker that replays runs, ahead of use, so that an export needs no network. */
export function prepareReplay(): WorkerClient<ReplayCommands> {
  return replayer.get();
}

/**
 * Replays a run in a worker and returns its files as the command line writes them. Replays one run at a time.
 *
 * @param signal aborts the replay; the promise rejects
 */
export function replay(
  start: Start,
  plan: RunPlan,
  onProgress: (tick: number) => void,
  signal: AbortSignal,
): Promise<Partial<Record<RunFile, Blob>>> {
  return askReplayer((commands) => commands.replay(start, plan, proxy(onProgress)), signal);
}

/** Replays a run like `replay`, and returns its network as `weakties export` writes it. */
export function replayNetwork(
  start: Start,
  { ticks, form }: { readonly ticks: number; readonly form: NetworkForm },
  onProgress: (tick: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  return askReplayer((commands) => commands.exportNetwork(start, ticks, form, proxy(onProgress)), signal);
}

async function askReplayer<T>(
  ask: (commands: WorkerClient<ReplayCommands>["commands"]) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { call, commands } = replayer.get();
  const cancel = () => void commands.cancel();
  signal.throwIfAborted();
  signal.addEventListener("abort", cancel);
  try {
    return await call(ask(commands));
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}
