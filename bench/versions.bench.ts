import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { ENCOUNTER } from "../sim/population/event-log.ts";
import { median, report } from "./timing.ts";

/**
 * The cost of an encounter, with the rest of the tick included, in version 1 and in version 2 of the model. Compiles the last commit of
 * version 1 in a folder of its own. Version 2 runs compiled, as the command line does. The versions take turns tick by tick, so that
 * other work on the machine affects both alike. CPU time of the process, because waiting for a core isn't a cost of the model.
 */
const VERSION_1 = "9463ad80b902ef185b9c0235665d95ae97bd4ef0";
const AGENTS = 800;
/** Ticks before the clock starts, because the first weeks are not typical and code isn't optimized yet. */
const YOUTH = 80;
const TICKS = 400;

const folder = mkdtempSync(join(tmpdir(), "weakties-version-1-"));
try {
  run("git", ["worktree", "add", "--force", "--detach", folder, VERSION_1]);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-b", "sim"], folder);
  useCompiledStep(stepCode);
  const versions = [await worldOf(folder), await worldOf(resolve("."))];
  for (let tick = 1; tick <= TICKS; tick++) for (const version of versions) version.advance(tick > YOUTH);
  const [one = Number.NaN, two = Number.NaN] = versions.map(({ costs }) => median(costs));
  report(`${AGENTS} agents, version 1, microseconds an encounter`, one.toFixed(3));
  report(`${AGENTS} agents, version 2, microseconds an encounter`, two.toFixed(3));
  report("version 2, times version 1", (two / one).toFixed(3));
} finally {
  spawnSync("git", ["worktree", "remove", "--force", folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** A world of one version, and the cost of its ticks: microseconds of CPU time for each encounter. */
async function worldOf(root: string) {
  const load = (file: string) => import(pathToFileURL(join(root, "dist/sim", file)).href);
  const { createPopulation }: typeof import("../sim/start/create-population.ts") = await load("start/create-population.js");
  const { checkParameters }: typeof import("../sim/parameters/check-parameters.ts") = await load("parameters/check-parameters.js");
  const { step }: typeof import("../sim/step/step.ts") = await load("step/step.js");
  const population = createPopulation(checkParameters({ agents: AGENTS }).parameters, "versions");
  const costs: number[] = [];
  return {
    costs,
    advance(counted: boolean): void {
      const encounters = population.events.counts[ENCOUNTER];
      const before = process.cpuUsage();
      step(population);
      const { user, system } = process.cpuUsage(before);
      if (counted) costs.push((user + system) / (population.events.counts[ENCOUNTER] - encounters));
    },
  };
}

function run(command: string, args: readonly string[], cwd = "."): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
}
