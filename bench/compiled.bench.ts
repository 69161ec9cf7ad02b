import { spawnSync } from "node:child_process";
import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import type { Population } from "../sim/population/population.ts";
import { tickKey } from "../sim/random/keyed-draws.ts";
import { phases } from "../sim/step/phases.ts";
import { step } from "../sim/step/step.ts";
import { median, report, spread } from "./timing.ts";
import { world } from "./worlds.ts";

/**
 * Compiled phases against the same phases as JavaScript, in CPU time. Warm: two worlds of one seed take turns, tick by tick, so that
 * other work on the machine affects both alike. Cold: processes take turns, each with one run; Node's own start isn't counted.
 */
const WARM: readonly (readonly [agents: number, ticks: number])[] = [
  [200, 2000],
  [800, 400],
  [10_000, 40],
  [100_000, 8],
];
const COLD = { agents: 200, ticks: 520, rounds: 5 };
const COMPILED = "compiled";
const JAVASCRIPT = "javascript";

const [, file = "", mode] = process.argv;
if (mode === undefined) compare();
else {
  if (mode === COMPILED) useCompiledStep(stepCode);
  const start = process.cpuUsage();
  const population = world(COLD.agents, "cold");
  for (let tick = 0; tick < COLD.ticks; tick++) step(population);
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1e6);
}

function compare(): void {
  const cold = { [COMPILED]: [] as number[], [JAVASCRIPT]: [] as number[] };
  for (let round = 0; round < COLD.rounds; round++)
    for (const one of [JAVASCRIPT, COMPILED] as const) cold[one].push(costOfProcess(one));
  report(`${COLD.agents} agents × ${COLD.ticks} ticks, JavaScript, seconds of CPU time`, spread(cold[JAVASCRIPT], 2));
  report("compiled", spread(cold[COMPILED], 2));
  report("JavaScript ÷ compiled, by the best of each", (Math.min(...cold[JAVASCRIPT]) / Math.min(...cold[COMPILED])).toFixed(2));
  useCompiledStep(stepCode);
  for (const [agents, ticks] of WARM) report(`${agents} agents, warm, JavaScript ÷ compiled`, warmRatio(agents, ticks).toFixed(2));
}

/** Seconds of CPU time that the run of a new process takes. The process prints them. */
function costOfProcess(mode: string): number {
  const { status, stdout } = spawnSync(process.execPath, [file, mode], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the process of the run ended with ${status}`);
  return Number(stdout);
}

/** How many times as long a tick takes as JavaScript: the median of the second half of the ticks. */
function warmRatio(agents: number, ticks: number): number {
  const plain = world(agents, "warm");
  const compiled = world(agents, "warm");
  const ratios: number[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    const slow = costOf(() => stepInJavaScript(plain));
    const quick = costOf(() => step(compiled));
    if (tick >= ticks / 2) ratios.push(slow / quick);
  }
  return median(ratios);
}

function stepInJavaScript(population: Population): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of phases) phase(population);
}

function costOf(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
