import { expose } from "comlink";
import { createEngine } from "./engine.ts";
import { threadClock } from "./pace.ts";
import { showLife } from "./sign-of-life.ts";

/** The engine in a thread of its own. */
expose(createEngine(threadClock()));
showLife();
