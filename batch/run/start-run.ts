import { stepCode } from "../../sim/compiled/step-code.ts";
import { createRun, type Run, type RunSetup, useCompiledStep } from "../../sim/index.ts";
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
