import { expose } from "comlink";
import { threadClock } from "./pace.ts";
import { createReplay } from "./replay.ts";
import { showLife } from "./sign-of-life.ts";

/** Goes through runs again, beside the engine, which goes on meanwhile. */
expose(createReplay(threadClock()));
showLife();
