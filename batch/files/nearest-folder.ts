import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/** Finds the existing folder in which the missing folders of a path would be created. */
export function nearestFolder(path: string): { path: string } | { problem: string } {
  let stats: Stats | undefined;
  let at = path;
  for (;;) {
    stats = statSync(at, { throwIfNoEntry: false });
    if (stats !== undefined || dirname(at) === at) break;
    at = dirname(at);
  }
  return stats?.isDirectory() ? { path: at } : { problem: `cannot be created, because ${at} is not a folder` };
}
