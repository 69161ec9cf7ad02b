import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Whether a built file is missing or older than one of its sources. A folder counts, too: its time is when a file was last added or
 * removed.
 *
 * @param {string} built its path
 * @param {readonly string[]} sources files and folders, from the root of the project
 */
export function isStale(built, sources) {
  const time = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((source) => isNewer(join(root, source), time));
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
