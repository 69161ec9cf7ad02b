import { createWorkerClient, type WorkerClient } from "./worker-client.ts";

/** A worker that runs once for all its uses. */
export interface KeptWorker<Commands> {
  /** starts it if it doesn't run: at first, and after it has died */
  get(): WorkerClient<Commands>;
  /** undefined if it doesn't run */
  running(): WorkerClient<Commands> | undefined;
}

export function keepWorker<Commands>(start: () => Worker): KeptWorker<Commands> {
  let kept: WorkerClient<Commands> | undefined;
  return {
    get() {
      if (kept !== undefined) return kept;
      const client = createWorkerClient<Commands>(start(), () => {
        if (kept === client) kept = undefined;
      });
      kept = client;
      return client;
    },
    running: () => kept,
  };
}
