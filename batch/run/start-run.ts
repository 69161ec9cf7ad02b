import { stepCode } from "../../sim/compiled/step-code.ts";
import { createRun, type Run, type RunSetup, type RunStart, unpackFork, useCompiledStep } from "../../sim/index.ts";
import { restoreRun } from "./continued-run.ts";

/**
 * Creates a run of the command line, whose ticks are compiled.
 *
 * @param checkpoint of the run to continue; without one, the run starts at its beginning
 */
export function startRun(setup: RunSetup, checkpoint?: Run): Run {
  useCompiledStep(stepCode);
  return checkpoint === undefined ? createRun(setup) : restoreRun(checkpoint, setup);
}

/** Continues a run of the command line from the state that it saved. */
export function resumeRun(state: Uint8Array): { run: Run; start: RunStart } {
  useCompiledStep(stepCode);
  const { run, memory } = unpackFork(state);
  return { run, start: { memory, isPacked: true } };
}
