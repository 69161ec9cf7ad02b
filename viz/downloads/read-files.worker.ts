import { expose } from "comlink";
import { showLife } from "../../workers/sign-of-life.ts";
import { fileReader } from "./read-files.ts";

/** Reads files in a thread of its own, so that a large one does not hold up the page. */
expose(fileReader);
showLife();
