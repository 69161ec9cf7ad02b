#!/usr/bin/env node
// The start of the program. It loads little, which is enough for --version. Before the rest loads, it asks Node to read source maps or,
// from Node 22.8 on, to cache compiled code.
import * as module from "node:module";
import { VERSION } from "../sim/index.ts";

const [first, ...others] = process.argv.slice(2);

process.stdout.on("error", () => {}); // A reader that leaves is not a failure.
if ((first === "--version" || first === "-v") && others.length === 0) process.stdout.write(`${VERSION}\n`);
else await start();

async function start(): Promise<void> {
  if (process.env.WEAKTIES_DEBUG) process.setSourceMapsEnabled(true);
  else if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();
  const { runCommandLine } = await import("./run-command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
