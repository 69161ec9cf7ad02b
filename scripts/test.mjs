// Every check of the project, each one run whatever became of those before it. The last line counts them all, each test as one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./find-chromium.mjs";
import { provideSlurm } from "./slurm/find-slurm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const count = { passed: 0, failed: 0, skipped: 0 };

check("types", "typescript/bin/tsc", ["-b"]);
check("lint", "@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])]);
check("unused code", "knip/bin/knip.js", []);
await provideChromium();
runTests(projects());

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed > 0 ? 1 : 0;

/**
 * Runs a program of node_modules and counts it as one check.
 *
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 */
function check(name, program, args) {
  const passed = runProgram(program, args) === 0;
  count[passed ? "passed" : "failed"]++;
  console.log(`${name}: ${passed ? "passed" : "failed"}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runProgram(program, args) {
  const path = join(root, "node_modules", program);
  return spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status;
}

/** Without Chromium the browser's tests fail on their own, each with the reason. */
async function provideChromium() {
  try {
    process.env.CHROMIUM_PATH = await findOrInstallChromium();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}

/**
 * What is tested: Slurm too, where it can be had. Where not it is no part of the count, and a line says so.
 *
 * @returns {string[]} flags for vitest
 */
function projects() {
  const why = provideSlurm();
  if (why === undefined) return [];
  console.log(`Slurm was not tested: ${why}.`);
  return ["--project=!slurm"];
}

/** @param {string[]} projects flags that choose among them */
function runTests(projects) {
  const folder = mkdtempSync(join(tmpdir(), "weakties-test-"));
  const file = join(folder, "results.json");
  const status = runProgram("vitest/vitest.mjs", [
    "run",
    ...projects,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const failedBefore = count.failed;
  try {
    countTests(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.log(`the tests left no results: ${error instanceof Error ? error.message : error}`);
  }
  // An error outside any test, or no results at all.
  if (status !== 0 && count.failed === failedBefore) count.failed++;
  rmSync(folder, { recursive: true, force: true });
}

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} results */
function countTests({ testResults }) {
  for (const { status, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === "passed" || test.status === "failed") count[test.status]++;
      else count.skipped++;
    }
    // A file that could not be read has no tests to fail.
    if (status === "failed" && !assertionResults.some((test) => test.status === "failed")) count.failed++;
  }
}
