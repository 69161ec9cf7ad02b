import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/** The folder that is there and in which the missing ones of a path would be made. */
export function nearestFolder(path: string): { path: string } | { problem: string } {
  let stats: Stats | undefined;
  let at = path;
  for (;;) {
    stats = statSync(at, { throwIfNoEntry: false });
    if (stats !== undefined || dirname(at) === at) break;
    at = dirname(at);
  }
  return stats?.isDirectory() ? { path: at } : { problem: `cannot be made, as ${at} is not a folder` };
}
