import { milliseconds } from "./milliseconds.ts";

/** Signals that ask a program to end, with the exit codes that shells use for them. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

type StopSignal = keyof typeof exitCodes;

const stopSignals: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Thrown when someone has asked the program to end. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly exitCode: number;
  /** what became of the work, for the message */
  consequence = "nothing was written";

  constructor(signal: StopSignal) {
    super(signal === "SIGINT" ? "stopped" : `stopped by ${signal}`);
    this.exitCode = exitCodes[signal];
  }
}

/** Signals that arrive while the program works. They don't end it at once. */
export interface StopSignals {
  /** aborted by the first signal: finish the current work, but start nothing new */
  readonly draining: AbortSignal;
  /** aborted by the second Ctrl-C, and by the first of the other signals: drop the current work */
  readonly ending: AbortSignal;
  /** of the program, if it was asked to end */
  exitCode(): number | undefined;
  /** Lets signals arrive, if some time has passed. Throws `Stopped` after one. Long work that cannot be aborted calls this often. */
  pause(): Promise<void>;
  unwatch(): void;
}

/** Milliseconds of work between two looks for signals. */
const PATIENCE = 50;

/** @param onFirstInterrupt called at the first Ctrl-C, to say what happens next */
export function watchStopSignals(onFirstInterrupt: () => void = () => {}): StopSignals {
  const draining = new AbortController();
  const ending = new AbortController();
  let caught: StopSignal | undefined;
  let latestPause = milliseconds();
  const handlers = stopSignals.map((signal) => {
    const handle = () => {
      const isFirst = caught === undefined;
      caught ??= signal;
      if (signal === "SIGINT" && isFirst) onFirstInterrupt();
      else ending.abort();
      draining.abort();
    };
    process.on(signal, handle);
    return { signal, handle };
  });
  return {
    draining: draining.signal,
    ending: ending.signal,
    exitCode: () => caught && exitCodes[caught],
    async pause() {
      if (milliseconds() - latestPause < PATIENCE) return;
      await new Promise((resolve) => setImmediate(resolve));
      latestPause = milliseconds();
      if (caught !== undefined) throw new Stopped(caught);
    },
    unwatch() {
      for (const { signal, handle } of handlers) process.off(signal, handle);
    },
  };
}
