import { expose } from "comlink";
import { createEvidence } from "./evidence.ts";
import { loadCompiledStep } from "./load-compiled-step.ts";
import { threadClock } from "./pace.ts";
import { createReplay } from "./replay.ts";
import { showLife } from "./sign-of-life.ts";

/** Replays runs in a separate thread, while the engine continues: to write files, or to list evidence. */
const clock = threadClock();
expose({ ...createReplay(clock), ...createEvidence(clock) });
showLife();
loadCompiledStep();
