import { spawnSync } from "node:child_process";
import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { step } from "../sim/step/step.ts";
import { report } from "./timing.ts";
import { world } from "./worlds.ts";

/**
 * Whether all fresh starts of the program are equally fast, no matter which code V8 optimizes first. Compares eight processes by the
 * minimum of five warm runs each, in CPU time, so that other work on the machine matters little.
 */
const STARTS = 8;
const ONE = "--one";

if (process.argv.includes(ONE)) {
  useCompiledStep(stepCode);
  const times = Array.from({ length: 7 }, (_, k) => {
    const population = world(200, `start ${k}`);
    const start = process.cpuUsage();
    for (let tick = 0; tick < 520; tick++) step(population);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  console.log(Math.min(...times.slice(2)));
} else {
  const own = process.argv[1];
  const times = Array.from({ length: STARTS }, () => Number(spawnSync(process.execPath, [own, ONE], { encoding: "utf8" }).stdout));
  const least = Math.min(...times);
  report("eight fresh starts, least CPU milliseconds of 200 × 520", times.map((time) => time.toFixed(0)).join(" "));
  report("slowest start over fastest", (Math.max(...times) / least).toFixed(3));
}
