import { expose } from "comlink";
import { loadCompiledStep } from "./load-compiled-step.ts";
import { threadClock } from "./pace.ts";
import { createReplay } from "./replay.ts";
import { showLife } from "./sign-of-life.ts";

/** Replays runs in a separate thread, while the engine continues. */
expose(createReplay(threadClock()));
showLife();
loadCompiledStep();
