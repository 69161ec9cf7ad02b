import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Runs the benches of this folder, or those that are named, each in a process of its own, so that what one has the engine
 * optimize is not the next one's luck: `npm run bench`, `npm run bench step snapshot`.
 */
const folder = import.meta.dirname;
const ending = ".bench.js";
const known = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => basename(file, ending))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; known are ${known.join(", ")}`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : known) {
    console.log(`\n${name}`);
    const { status } = spawnSync(process.execPath, [join(folder, name + ending)], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
