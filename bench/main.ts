import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Runs all benches of this folder, or the named ones: `npm run bench`, `npm run bench step snapshot`. Each runs in a separate
 * process, so that code that V8 optimized for one does not affect the next.
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
