import { useCompiledStep } from "../sim/index.ts";

let isAsked = false;

/**
 * Loads the compiled phases of a tick, once. All runs of this thread use them from their next tick on. If they can't be loaded or the
 * browser forbids WebAssembly, runs continue as JavaScript, with the same results.
 */
export function loadCompiledStep(): void {
  if (isAsked) return;
  isAsked = true;
  import("../sim/compiled/step-code.ts").then(
    ({ stepCode }) => useCompiledStep(stepCode),
    () => undefined,
  );
}
