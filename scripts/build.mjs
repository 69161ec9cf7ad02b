// Builds what is run and shipped, sim, formats and batch, into dist, and makes `npx weakties` work within the project.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["sim", "formats", "batch"];
const compiler = join(root, "node_modules/typescript/bin/tsc");
const command = join(root, "dist/batch/main.js");

if (!existsSync(compiler)) {
  // `npm ci --omit=dev`: what has been built before is run as it is.
  console.log("TypeScript is not installed: nothing built.");
} else {
  const { status } = spawnSync(process.execPath, [compiler, "-b", ...rooms], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
  for (const room of rooms) removeOrphans(join("dist", room), room);
}
if (existsSync(command) && process.platform !== "win32") linkCommand();

/**
 * Removes what was built from files that are there no more, so that it is neither run nor packed.
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

/** npm links the commands of dependencies only; without a link npx would install the project into its cache first. */
function linkCommand() {
  chmodSync(command, 0o755);
  const folder = join(root, "node_modules/.bin");
  const link = join(folder, "weakties");
  const target = "../../dist/batch/main.js";
  mkdirSync(folder, { recursive: true });
  try {
    if (readlinkSync(link) === target) return;
  } catch {} // not there yet
  rmSync(link, { force: true });
  symlinkSync(target, link);
}
