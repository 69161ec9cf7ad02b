import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Workplace } from "./command-line.ts";
import { type Outcome, program } from "./run-command.ts";

/** Root ignores the modes of files unless this capability is taken away. `setpriv` comes with util-linux. */
const withoutPower = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"];

/**
 * Runs `weakties` in a separate process while nobody may write to some folders or to anything in them. The modes come back
 * afterwards.
 */
export function runReadOnly(place: Workplace, folders: readonly string[], ...args: string[]): Outcome {
  const paths = folders.flatMap((folder) => {
    const inside = readdirSync(place.path(folder), { recursive: true, encoding: "utf8", withFileTypes: true });
    return [{ path: place.path(folder), isFolder: true }].concat(
      inside.map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() })),
    );
  });
  for (const { path, isFolder } of paths) chmodSync(path, isFolder ? 0o555 : 0o444);
  try {
    const [command = "", ...before] = [...(process.getuid?.() === 0 ? withoutPower : []), process.execPath];
    const { status, stdout, stderr, error } = spawnSync(command, [...before, program, ...args], {
      cwd: place.folder,
      encoding: "utf8",
    });
    if (error) throw error;
    return { code: status, stdout, stderr };
  } finally {
    for (const { path, isFolder } of paths) chmodSync(path, isFolder ? 0o755 : 0o644);
  }
}
