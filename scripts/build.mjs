// Builds what is run and shipped: sim, study, formats, report and batch, and the page, into dist.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage } from "./build-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["sim", "study", "formats", "report", "batch"];
const compiler = join(root, "node_modules/typescript/bin/tsc");
const command = join(root, "dist/batch/main.js");

// The first `npx weakties` in the project has npm prepare it once more. Were that to fail, on a type error, npm would leave a
// broken entry in its cache, and no later `npx weakties` would work.
const isNpxLinking = process.env.npm_lifecycle_event === "prepare" && process.env.npm_command === "exec";

if (!existsSync(compiler)) {
  // `npm ci --omit=dev`: what has been built before is run as it is.
  console.log("TypeScript is not installed: nothing built.");
} else if (!isNpxLinking || !existsSync(command)) {
  build();
}

function build() {
  // The compiler goes by its own notes of what it has built, not by what is there.
  for (const room of rooms) {
    if (!existsSync(join(root, "dist", room))) rmSync(join(root, `dist/.${room}.tsbuildinfo`), { force: true });
  }
  const { status } = spawnSync(process.execPath, [compiler, "-b", ...rooms], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
  for (const room of rooms) removeOrphans(join("dist", room), room);
  if (existsSync(command)) chmodSync(command, 0o755);
  process.exitCode ||= buildPage();
}

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
