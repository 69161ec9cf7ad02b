import { spawnSync } from "node:child_process";

/** What runs as a program of its own, the command line and its threads, is tested as built: so it is built anew first. */
export function setup(): void {
  spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
}
