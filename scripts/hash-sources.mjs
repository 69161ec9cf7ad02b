import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The name of this build: a hash of the sources that decide what a run or an estimate is. Other sources can change without it.
 *
 * @returns {string} 12 hexadecimal digits
 */
export function hashSources() {
  const hash = createHash("sha256");
  for (const room of ["sim", "study", "formats"])
    for (const path of readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).sort())
      if (path.endsWith(".ts")) hash.update(`${path.replaceAll("\\", "/")}\n${readFileSync(join(root, room, path), "utf8")}\n`);
  return hash.digest("hex").slice(0, 12);
}
