import { type Remote, releaseProxy, wrap } from "comlink";
import { watchLife } from "./sign-of-life.ts";

/** A worker that is called like functions, and whose death is noticed: a call to a dead worker would else wait for ever. */
export interface WorkerClient<Commands> {
  readonly commands: Remote<Commands>;
  /** what is called fails when the worker dies first */
  call<T>(answer: Promise<T>): Promise<T>;
  end(): void;
}

/**
 * @param died called once with a sentence for a person, when the worker cannot be loaded, throws outside of a call, sends what
 *   cannot be read, or is no more
 */
export function createWorkerClient<Commands>(worker: Worker, died: (reason: string) => void): WorkerClient<Commands> {
  const commands = wrap<Commands>(worker);
  let reason: string | undefined;
  const waiting = new Set<(error: Error) => void>();

  function die(why: string): void {
    if (reason !== undefined) return;
    reason = why;
    for (const fail of waiting) fail(new Error(why));
    waiting.clear();
    died(why);
  }

  worker.addEventListener("error", (event) => die(event.message || "the worker could not be loaded"));
  worker.addEventListener("messageerror", () => die("the worker sent something that could not be read"));
  watchLife(worker, () => die("the worker is no more; its memory may have run out"));

  return {
    commands,
    call(answer) {
      return new Promise((resolve, reject) => {
        if (reason !== undefined) return reject(new Error(reason));
        waiting.add(reject);
        answer.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    end() {
      reason ??= "the worker was ended";
      for (const fail of waiting) fail(new Error(reason));
      waiting.clear();
      commands[releaseProxy]();
      worker.terminate();
    },
  };
}
