import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { median, report } from "./timing.ts";

/**
 * The cost of an encounter, with the rest of the tick included, in version 1 and in version 2 of the model. Compiles the last commit of
 * version 1 in a folder of its own, and lets the two take turns. Each turn is a process. CPU time, because other work on the machine
 * affects that less.
 */
const VERSION_1 = "9463ad80b902ef185b9c0235665d95ae97bd4ef0";
const AGENTS = 800;
/** Ticks before the clock starts: a year, because the first weeks are not typical and code isn't optimized yet. */
const YOUTH = 52;
const TICKS = 260;
const ROUNDS = 5;
const ONE = "--one";

const asked = process.argv.indexOf(ONE);
if (asked >= 0) console.log(await costIn(process.argv[asked + 1] ?? ""));
else compare();

/** Microseconds of CPU time for each encounter in one version, the smaller of two runs. */
async function costIn(folder: string): Promise<number> {
  const load = (file: string) => import(pathToFileURL(join(folder, "dist/sim", file)).href);
  const { createPopulation }: typeof import("../sim/start/create-population.ts") = await load("start/create-population.js");
  const { checkParameters }: typeof import("../sim/parameters/check-parameters.ts") = await load("parameters/check-parameters.js");
  const { step }: typeof import("../sim/step/step.ts") = await load("step/step.js");
  const spent = () => process.cpuUsage().user + process.cpuUsage().system;
  const costs = ["one", "two"].map((seed) => {
    const population = createPopulation(checkParameters({ agents: AGENTS }).parameters, seed);
    const { counts } = population.events;
    for (let tick = 0; tick < YOUTH; tick++) step(population);
    const [before, encounters] = [spent(), counts[0]];
    for (let tick = YOUTH; tick < TICKS; tick++) step(population);
    return (spent() - before) / (counts[0] - encounters);
  });
  return Math.min(...costs);
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), "weakties-version-1-"));
  try {
    run("git", ["worktree", "add", "--force", "--detach", folder, VERSION_1]);
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-b", "sim"], folder);
    const cost = (from: string) => Number(run(process.execPath, [process.argv[1] ?? "", ONE, from]));
    const one: number[] = [];
    const two: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      one.push(cost(folder));
      two.push(cost(resolve(".")));
    }
    report(`${AGENTS} agents, version 1, least microseconds an encounter`, Math.min(...one).toFixed(3));
    report(`${AGENTS} agents, version 2, least microseconds an encounter`, Math.min(...two).toFixed(3));
    report("version 2, times version 1, median of rounds", median(two.map((us, round) => us / (one[round] ?? 0))).toFixed(3));
  } finally {
    spawnSync("git", ["worktree", "remove", "--force", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], folder = "."): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
  return stdout;
}
