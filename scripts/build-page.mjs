// Builds the page into dist/page where it is missing or older than what it is made of; with --anew in any case.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstLoad } from "./first-load.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const vite = join(root, "node_modules/vite/bin/vite.js");
const page = join(root, "dist/page");

/** What the page is made of. */
const sources = ["index.html", "vite.config.ts", "package-lock.json", "viz", "workers", "formats", "sim"];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = buildPage(process.argv.includes("--anew"));
  if (process.exitCode === 0 && process.argv.includes("--anew")) console.log(firstLoad(page).text);
}

/**
 * @param {boolean} anew whether it is built though nothing has changed
 * @returns {number} the exit code; 0 too where Vite is not installed, as in an install without the tools: then nothing is built
 */
export function buildPage(anew = false) {
  if (!existsSync(vite)) {
    console.log("Vite is not installed: the page is left as it is.");
    return 0;
  }
  if (!anew && !isStale()) return 0;
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
  return status ?? 1;
}

/** A folder counts, too: its time is that at which a file was last added or removed. */
function isStale() {
  const built = statSync(join(page, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((source) => isNewer(join(root, source), built));
}

/**
 * @param {string} path
 * @param {number} time
 * @returns {boolean}
 */
function isNewer(path, time) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  return stats.mtimeMs > time || (stats.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), time)));
}
