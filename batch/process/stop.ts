import { milliseconds } from "./milliseconds.ts";

/** Signals that ask a program to end, with the exit codes that shells give them. */
export const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type StopSignal = keyof typeof exitCodes;

/** Thrown where somebody has asked the program to end. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly exitCode: number;

  constructor(signal: StopSignal) {
    super(signal === "SIGINT" ? "stopped" : `stopped by ${signal}`);
    this.exitCode = exitCodes[signal];
  }
}

/** Milliseconds of work after which it is asked whether to stop. */
const PATIENCE = 50;

/**
 * Lets long work be stopped: from now on a signal does not end the program at once, but is kept until the next `pause`, which
 * throws, so that what was begun can be cleared away.
 */
export function watchSignals(): { pause(): Promise<void>; unwatch(): void } {
  let caught: StopSignal | undefined;
  let since = milliseconds();
  const signals = Object.keys(exitCodes) as StopSignal[];
  const note = (signal: NodeJS.Signals): void => {
    caught ??= signal as StopSignal;
  };
  for (const signal of signals) process.on(signal, note);
  return {
    async pause() {
      if (milliseconds() - since < PATIENCE) return;
      await new Promise((resolve) => setImmediate(resolve));
      since = milliseconds();
      if (caught !== undefined) throw new Stopped(caught);
    },
    unwatch() {
      for (const signal of signals) process.off(signal, note);
    },
  };
}
