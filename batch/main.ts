#!/usr/bin/env node
// The start of the program. It loads little itself: the version needs no more, and for the rest Node can be told first to keep what it
// compiles (from Node 22.8 on) and to read source maps.
import * as module from "node:module";
import { VERSION } from "../sim/index.ts";

const [first, ...others] = process.argv.slice(2);

process.stdout.on("error", () => {}); // A reader that went away is no failure.
if ((first === "--version" || first === "-v") && others.length === 0) process.stdout.write(`${VERSION}\n`);
else await start();

async function start(): Promise<void> {
  if (process.env.WEAKTIES_DEBUG) process.setSourceMapsEnabled(true);
  else if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();
  const { runCommandLine } = await import("./run-command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
