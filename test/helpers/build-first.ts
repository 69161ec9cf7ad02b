import { spawnSync } from "node:child_process";

/**
 * What runs as a program of its own, the command line and its threads, is tested as built: so it is built anew first. With
 * type errors it is built all the same; `npm run check` tells them.
 */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"]);
  if (status !== 0) console.log("The build has type errors: see `npm run check`.");
}
