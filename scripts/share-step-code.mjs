import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The name in the `imports` of package.json under which both bundles import the code. */
const NAME = "#step-code";

/**
 * Keeps the compiled phases out of a bundle. The command and the library import them from one file, dist/shared/step-code.js: they are
 * a fifth of the smaller bundle and hardly compress.
 *
 * @param {string} root of the project, whose dist/sim has been built
 * @returns {import("vite").Plugin}
 */
export function shareStepCode(root) {
  return {
    name: "share-step-code",
    enforce: "pre",
    resolveId: (id) => (id.endsWith("/compiled/step-code.ts") ? { id: NAME, external: true } : undefined),
    writeBundle() {
      const code = readFileSync(join(root, "dist/sim/compiled/step-code.js"), "utf8");
      mkdirSync(join(root, "dist/shared"), { recursive: true });
      writeFileSync(join(root, "dist/shared/step-code.js"), code.replace(/^\/\/.*\n?/gm, ""));
    },
  };
}
