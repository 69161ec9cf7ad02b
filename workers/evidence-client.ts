import { proxy } from "comlink";
import type { Watch } from "../sim/index.ts";
import { keepWorker } from "./kept-worker.ts";
import type { EvidenceCommands, NewEvidence, Start } from "./messages.ts";
import { startReplayWorker } from "./replay-client.ts";

/** Not the worker of exports, which would have to wait. */
const lister = keepWorker<EvidenceCommands>(startReplayWorker);

/** The evidence of one tie or one agent, as the page asks for it. */
export interface EvidenceClient {
  /** continues to a tick; as `listUntil` of the worker. @throws Error if the worker dies or the start is faulty */
  listUntil(...wanted: Parameters<EvidenceCommands["listUntil"]>): Promise<NewEvidence | undefined>;
  /** gives it up */
  end(): void;
}

/** Begins to list the evidence of a tie or an agent in a worker. Whatever was listed before is given up. */
export async function listEvidence(start: Start, watch: Watch): Promise<EvidenceClient> {
  const { call, commands } = lister.get();
  await call(commands.watch(start, watch));
  return {
    listUntil: (tick, interventions, isGentle, onProgress) =>
      call(commands.listUntil(tick, interventions, isGentle, proxy(onProgress))),
    end: () => void commands.unwatch(),
  };
}
