import { spawnSync } from "node:child_process";

/**
 * Tests of the command line and its threads run the built program, so this builds it first. Type errors do not stop the
 * build; `npm run check` reports them.
 */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"]);
  if (status !== 0) console.log("The build has type errors: see `npm run check`.");
}
