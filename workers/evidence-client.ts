import { proxy } from "comlink";
import type { Watch } from "../sim/index.ts";
import { startReplayWorker } from "./engine-client.ts";
import type { EvidenceCommands, NewEvidence, Start } from "./messages.ts";
import { createWorkerClient, type WorkerClient } from "./worker-client.ts";

let lister: WorkerClient<EvidenceCommands> | undefined;

/** Starts the worker that lists evidence, or returns the one that runs. */
function prepareEvidence(): WorkerClient<EvidenceCommands> {
  if (lister !== undefined) return lister;
  const client = createWorkerClient<EvidenceCommands>(startReplayWorker(), () => {
    if (lister === client) lister = undefined; // the next selection gets a new worker
  });
  lister = client;
  return client;
}

/** The evidence of one tie or one agent, as the page asks for it. */
export interface EvidenceClient {
  /** continues to a tick; as `listUntil` of the worker. @throws Error if the worker dies or the start is faulty */
  listUntil(...wanted: Parameters<EvidenceCommands["listUntil"]>): Promise<NewEvidence | undefined>;
  /** gives it up */
  end(): void;
}

/** Begins to list the evidence of a tie or an agent in a worker. Whatever was listed before is given up. */
export async function listEvidence(start: Start, watch: Watch): Promise<EvidenceClient> {
  const { call, commands } = prepareEvidence();
  await call(commands.watch(start, watch));
  return {
    listUntil: (tick, interventions, isGentle, onProgress) =>
      call(commands.listUntil(tick, interventions, isGentle, proxy(onProgress))),
    end: () => void commands.unwatch(),
  };
}
