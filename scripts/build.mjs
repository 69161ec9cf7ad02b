// Builds dist: all rooms as modules, the command line and the library as bundles, and the page.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage } from "./build-page.mjs";
import { isStale } from "./is-stale.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["sim", "study", "formats", "library", "report", "batch"];
const compiler = join(root, "node_modules/typescript/bin/tsc");
const command = join(root, "dist/cli/main.js");
const library = join(root, "dist/lib/index.js");

// On the first `npx weakties` in the project, npm prepares it again. If that failed, for example on a type error, npm would keep a
// broken entry in its cache, and no later `npx weakties` would work.
const isNpxLinking = process.env.npm_lifecycle_event === "prepare" && process.env.npm_command === "exec";

if (!existsSync(compiler)) {
  // After `npm ci --omit=dev` there is no compiler, so the last build is used.
  console.log("TypeScript is not installed: nothing built.");
} else if (!isNpxLinking || !existsSync(command)) {
  await build();
}

async function build() {
  // The compiler trusts its own record of what it has built, even if the files are gone.
  for (const room of rooms) {
    if (!existsSync(join(root, "dist", room))) rmSync(join(root, `dist/.${room}.tsbuildinfo`), { force: true });
  }
  const { status } = spawnSync(process.execPath, [compiler, "-b", ...rooms], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
  for (const room of rooms) removeOrphans(join("dist", room), room);
  process.exitCode ||= bundle(command, "scripts/bundle-command.mjs", ["sim", "study", "formats", "report", "batch"]);
  process.exitCode ||= bundle(library, "scripts/bundle-library.mjs", ["sim", "study", "formats", "library"]);
  process.exitCode ||= await buildPage();
}

/**
 * Bundles a part of the program if one of its sources is newer.
 *
 * @param {string} built its main file
 * @param {string} script that bundles it
 * @param {readonly string[]} sources rooms
 * @returns {number} the exit code; also 0 if nothing has changed or Vite is not installed
 */
function bundle(built, script, sources) {
  if (!existsSync(join(root, "node_modules/vite")) || !isStale(built, [...sources, script, "package-lock.json"])) return 0;
  const { status } = spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: "inherit" });
  if (built === command && existsSync(command)) chmodSync(command, 0o755);
  return status ?? 1;
}

/**
 * Removes built files whose sources no longer exist, so that they are neither run nor packed.
 *
 * @param {string} built
 * @param {string} source
 */
function removeOrphans(built, source) {
  if (!existsSync(join(root, built))) return;
  for (const entry of readdirSync(join(root, built), { withFileTypes: true })) {
    const path = join(built, entry.name);
    if (entry.isDirectory()) {
      removeOrphans(path, join(source, entry.name));
    } else if (!existsSync(join(root, source, entry.name.replace(/(\.js|\.js\.map|\.d\.ts)$/, ".ts")))) {
      rmSync(join(root, path), { force: true });
    }
  }
}
