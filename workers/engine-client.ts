import { proxy, transfer } from "comlink";
import type { RunPlan, Snapshot } from "../sim/index.ts";
import type { EngineCommands, Frame, ReplayCommands, RunFile, Start } from "./messages.ts";
import { snapshotBuffers } from "./snapshot-buffers.ts";
import { createWorkerClient, type WorkerClient } from "./worker-client.ts";

/** The engine as the page sees it. */
export interface EngineClient extends WorkerClient<EngineCommands> {
  /** returns a snapshot to be filled again; its arrays are empty afterwards */
  giveBack(snapshot: Snapshot): void;
}

/**
 * Starts an engine in a worker.
 *
 * @param onFrame called with each frame. There are two snapshots: no frame comes until one of them has been returned.
 * @param onDeath called once when the worker dies, with the reason
 */
export function createEngineClient(onFrame: (frame: Frame) => void, onDeath: (reason: string) => void): EngineClient {
  const worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  const client = createWorkerClient<EngineCommands>(worker, onDeath);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Frame>) => onFrame(data);
  client.commands.connect(transfer(port2, [port2])).catch((error: Error) => onDeath(error.message));
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

/** Starts a worker that replays runs. */
export function startReplayWorker(): Worker {
  return new Worker(new URL("./replay.worker.ts", import.meta.url), { type: "module" });
}

let replayer: WorkerClient<ReplayCommands> | undefined;

/** Starts the worker that replays runs, ahead of use, so that an export needs no network. */
export function prepareReplay(): WorkerClient<ReplayCommands> {
  if (replayer !== undefined) return replayer;
  const client = createWorkerClient<ReplayCommands>(startReplayWorker(), () => {
    if (replayer === client) replayer = undefined; // the next replay gets a new worker
  });
  replayer = client;
  return client;
}

/**
 * Replays a run in a worker and returns its files as the command line writes them. Replays one run at a time.
 *
 * @param signal aborts the replay; the promise rejects
 */
export async function replay(
  start: Start,
  plan: RunPlan,
  onProgress: (tick: number) => void,
  signal?: AbortSignal,
): Promise<Partial<Record<RunFile, Blob>>> {
  const { call, commands } = prepareReplay();
  const cancel = () => void commands.cancel();
  signal?.throwIfAborted();
  signal?.addEventListener("abort", cancel);
  try {
    return await call(commands.replay(start, plan, proxy(onProgress)));
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
