import { type Remote, releaseProxy, wrap } from "comlink";
import { watchLife } from "./sign-of-life.ts";

/** A worker whose functions can be called. If it dies, all calls fail; without this they would wait forever. */
export interface WorkerClient<Commands> {
  readonly commands: Remote<Commands>;
  /** waits for the answer of a command; rejects if the worker dies first */
  call<T>(answer: Promise<T>): Promise<T>;
  /** stops the worker; open calls fail */
  end(): void;
}

/**
 * @param onDeath called once with a reason for the reader, when the worker cannot be loaded, throws outside a call, sends an
 *   unreadable message, or dies
 */
export function createWorkerClient<Commands>(worker: Worker, onDeath: (reason: string) => void): WorkerClient<Commands> {
  const commands = wrap<Commands>(worker);
  let deathReason: string | undefined;
  const waiting = new Set<(error: Error) => void>();

  function failAll(reason: string): void {
    for (const fail of waiting) fail(new Error(reason));
    waiting.clear();
  }

  function die(reason: string): void {
    if (deathReason !== undefined) return;
    deathReason = reason;
    failAll(reason);
    onDeath(reason);
  }

  worker.addEventListener("error", (event) => die(event.message || "the worker could not be loaded"));
  worker.addEventListener("messageerror", () => die("the worker sent an unreadable message"));
  watchLife(worker, () => die("the worker died, perhaps out of memory"));

  return {
    commands,
    call(answer) {
      return new Promise((resolve, reject) => {
        if (deathReason !== undefined) return reject(new Error(deathReason));
        waiting.add(reject);
        answer.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    end() {
      deathReason ??= "the worker was stopped";
      failAll(deathReason);
      commands[releaseProxy]();
      worker.terminate();
    },
  };
}
