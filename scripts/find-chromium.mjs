import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome"];
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Finds the Chromium for the tests: the one that CHROMIUM_PATH names, the system's, or one that Playwright has downloaded.
 *
 * @returns {Promise<string | undefined>} its path, or undefined if none is found
 * @throws Error if CHROMIUM_PATH names no program
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!isProgram(given)) throw new Error(`CHROMIUM_PATH must name a program that can be run, got ${JSON.stringify(given)}`);
    return given;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const folder of folders) {
      if (isProgram(join(folder, name))) return join(folder, name);
    }
  }
  return playwrightsChromium();
}

/**
 * Finds Chromium or installs it: from Debian's package if root runs this on a system with apt-get, or else by Playwright. Announces
 * the installation in one line on standard output.
 *
 * @returns {Promise<string>} its path
 * @throws Error if it cannot be installed
 */
export async function findOrInstallChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("No Chromium here: installing Debian's package (apt-get install chromium).");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update"], env);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], env);
  } else if (process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) {
    throw new Error("No Chromium here, and PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD forbids a download: install it, or set CHROMIUM_PATH.");
  } else {
    console.log("No Chromium here: downloading Playwright's (playwright-core install chromium).");
    run(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], process.env);
  }
  const installed = await findChromium();
  if (installed === undefined) throw new Error("Chromium was installed but is not to be found: set CHROMIUM_PATH.");
  return installed;
}

async function playwrightsChromium() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Runs a program and shows its output only if it fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(program, args, env) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (status === 0) return;
  throw new Error(
    `${program} ${args.join(" ")} failed: ${error?.message ?? `exit code ${status}`}\n${stdout ?? ""}${stderr ?? ""}`,
  );
}
