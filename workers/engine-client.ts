import { transfer } from "comlink";
import type { Snapshot } from "../sim/index.ts";
import type { EngineCommands, Frame } from "./messages.ts";
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
