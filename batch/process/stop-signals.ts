import { exitCodes, type StopSignal } from "./stop.ts";

/** How a person or a system stops an experiment. */
export interface StopSignals {
  /** aborted by the first Ctrl-C: what is in hand is finished */
  readonly draining: AbortSignal;
  /** aborted by the second one, and by signals that do not wait: what is in hand is let go of */
  readonly ending: AbortSignal;
  /** of the program, where it was stopped */
  exitCode(): number | undefined;
  unwatch(): void;
}

/** @param onFirst is called at the first Ctrl-C, to tell the person what happens now */
export function watchStopSignals(onFirst: () => void): StopSignals {
  const draining = new AbortController();
  const ending = new AbortController();
  let caught: StopSignal | undefined;
  const note = (signal: NodeJS.Signals): void => {
    const isFirst = caught === undefined;
    caught ??= signal as StopSignal;
    if (signal === "SIGINT" && isFirst) onFirst();
    else ending.abort();
    draining.abort();
  };
  const signals = Object.keys(exitCodes) as StopSignal[];
  for (const signal of signals) process.on(signal, note);
  return {
    draining: draining.signal,
    ending: ending.signal,
    exitCode: () => caught && exitCodes[caught],
    unwatch() {
      for (const signal of signals) process.off(signal, note);
    },
  };
}
