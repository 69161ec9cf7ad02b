// Builds the page into dist/page if it is missing or older than its sources; with --force, always.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstLoad } from "./first-load.mjs";
import { isStale } from "./is-stale.mjs";
import { addSettledWorlds } from "./settled-worlds.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const vite = join(root, "node_modules/vite/bin/vite.js");
const page = join(root, "dist/page");

const sources = [
  "index.html",
  "vite.config.ts",
  "scripts/settled-worlds.mjs",
  "scripts/hash-sources.mjs",
  "package-lock.json",
  "viz",
  "workers",
  "formats",
  "study",
  "sim",
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const force = process.argv.includes("--force");
  process.exitCode = await buildPage(force);
  if (process.exitCode === 0 && force) console.log(firstLoad(page).text);
}

/**
 * @param {boolean} force build even if nothing has changed
 * @returns {Promise<number>} the exit code; also 0 if Vite is not installed, as after `npm ci --omit=dev`
 */
export async function buildPage(force = false) {
  if (!existsSync(vite)) {
    console.log("Vite is not installed: the page was not built.");
    return 0;
  }
  if (!force && !isStale(join(page, "index.html"), sources)) return 0;
  // Started from a test, NODE_ENV is "test", and libraries would bring their development code.
  const env = { ...process.env, NODE_ENV: "production" };
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: root, env, stdio: "inherit" });
  if (status !== 0) return status ?? 1;
  await addSettledWorlds(page);
  // The page asks for the list when it opens the link of another version. On a site that keeps builds, keep-build.mjs replaces it.
  writeFileSync(join(page, "versions.json"), '{ "versions": [] }\n');
  return 0;
}
