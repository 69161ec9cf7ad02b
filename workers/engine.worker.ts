import { expose } from "comlink";
import { createEngine } from "./engine.ts";
import { threadClock } from "./pace.ts";
import { showLife } from "./sign-of-life.ts";

/** Runs the engine in a separate thread. */
expose(createEngine(threadClock()));
showLife();
