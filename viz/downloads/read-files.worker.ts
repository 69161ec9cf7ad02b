import { expose } from "comlink";
import { showLife } from "../../workers/sign-of-life.ts";
import { fileReader } from "./read-files.ts";

/** Reads files in a separate thread, so that a large one does not block the page. */
expose(fileReader);
showLife();
