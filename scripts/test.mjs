// Runs every check and every test, even after a failure. The last line counts them all.
//   npm test                        types, lint, unused code, and all tests but the slow ones
//   npm run test:slow               the slow tests: kills, full disks, the package, 10,000 runs, Slurm
//   node scripts/test.mjs --all     both
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./find-chromium.mjs";
import { provideRAndPython } from "./find-r-and-python.mjs";
import { provideSlurm } from "./slurm/find-slurm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const count = { passed: 0, failed: 0, skipped: 0 };

const slow = process.argv.includes("--slow");
const all = process.argv.includes("--all");

if (!slow) {
  check("types", "typescript/bin/tsc", ["-b"]);
  check("lint", "@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])]);
  check("unused code", "knip/bin/knip.js", []);
  await provideChromium();
}
runTests([...(slow ? [] : ["node", "chromium"]), ...(slow || all ? slowProjects() : [])]);

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed > 0 ? 1 : 0;

/**
 * Runs a program from node_modules and counts it as one check.
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

/** Without Chromium the browser tests fail, each with the reason. */
async function provideChromium() {
  try {
    process.env.CHROMIUM_PATH = await findOrInstallChromium();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}

/**
 * The slow tests that this machine can run. If it lacks Slurm or R and Python, those tests don't count, and a line says so.
 *
 * @returns {string[]} names of projects
 */
function slowProjects() {
  const provided = { slurm: provideSlurm, "r-and-python": provideRAndPython };
  const names = ["slow"];
  for (const [name, provide] of Object.entries(provided)) {
    const reason = provide();
    if (reason === undefined) names.push(name);
    else console.log(`${name} was not tested: ${reason}.`);
  }
  return names;
}

/** @param {string[]} projects of vitest.config.ts */
function runTests(projects) {
  const folder = mkdtempSync(join(tmpdir(), "weakties-test-"));
  const file = join(folder, "results.json");
  const status = runProgram("vitest/vitest.mjs", [
    "run",
    ...projects.map((project) => `--project=${project}`),
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
    // A file that cannot be loaded has no tests that could fail.
    if (status === "failed" && !assertionResults.some((test) => test.status === "failed")) count.failed++;
  }
}
