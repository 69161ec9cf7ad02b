import { proxy, transfer } from "comlink";
import type { RunPlan, Snapshot } from "../sim/index.ts";
import type { EngineCommands, Frame, ReplayCommands, RunFile, Start } from "./messages.ts";
import { snapshotBuffers } from "./snapshot-buffers.ts";
import { createWorkerClient, type WorkerClient } from "./worker-client.ts";

/** The engine as the page has it. */
export interface EngineClient extends WorkerClient<EngineCommands> {
  /** gives a snapshot back, to be filled again; it is empty here afterwards */
  giveBack(snapshot: Snapshot): void;
}

/**
 * Starts the engine's worker.
 *
 * @param show called with each frame; the view gives its snapshot back when it is done with it, and gets no more than two until then
 * @param died called once when the worker is no more
 */
export function createEngineClient(show: (frame: Frame) => void, died: (reason: string) => void): EngineClient {
  const worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  const client = createWorkerClient<EngineCommands>(worker, died);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Frame>) => show(data);
  client.commands.connect(transfer(port2, [port2])).catch((error: Error) => died(error.message));
  return {
    ...client,
    giveBack(snapshot) {
      port1.postMessage(snapshot, snapshotBuffers(snapshot));
    },
    end() {
      port1.close();
      client.end();
    },
  };
}

let replayer: WorkerClient<ReplayCommands> | undefined;

/** Starts the worker that goes through runs again, so that it is there when it is wanted, with the net or without. */
export function prepareReplay(): WorkerClient<ReplayCommands> {
  if (replayer !== undefined) return replayer;
  const worker = new Worker(new URL("./replay.worker.ts", import.meta.url), { type: "module" });
  const client = createWorkerClient<ReplayCommands>(worker, () => {
    if (replayer === client) replayer = undefined; // the next one has another
  });
  replayer = client;
  return client;
}

/**
 * Goes through a run again in a worker of its own and returns its files, as the command line would write them. One at a time.
 *
 * @param signal ends it, and the answer fails
 */
export async function replay(
  start: Start,
  plan: RunPlan,
  progress: (tick: number) => void,
  signal?: AbortSignal,
): Promise<Partial<Record<RunFile, Blob>>> {
  const { call, commands } = prepareReplay();
  const cancel = () => void commands.cancel();
  signal?.throwIfAborted();
  signal?.addEventListener("abort", cancel);
  try {
    return await call(commands.replay(start, plan, proxy(progress)));
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
