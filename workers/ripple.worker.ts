import { expose } from "comlink";
import { loadCompiledStep } from "./load-compiled-step.ts";
import { threadClock } from "./pace.ts";
import { createRippleWorker } from "./ripple.ts";
import { showLife } from "./sign-of-life.ts";

/** Turns events of runs in a separate thread, while the engine continues. */
expose(createRippleWorker(threadClock()));
showLife();
loadCompiledStep();
