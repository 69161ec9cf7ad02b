import { spawnSync } from "node:child_process";
import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { step } from "../sim/step/step.ts";
import { report, timed } from "./timing.ts";
import { world } from "./worlds.ts";

/**
 * Peak memory of ten ticks with a million agents, in total and per direction of a tie, as JavaScript and with compiled phases. Each runs
 * in a separate process.
 */
const MODES = ["javascript", "compiled"];

const [, file = "", mode] = process.argv;
if (mode === undefined) for (const one of MODES) measure(one);
else {
  if (mode === "compiled") useCompiledStep(stepCode);
  const created = performance.now();
  const population = world(1_000_000);
  const making = performance.now() - created;
  const stepping = timed(() => {
    for (let tick = 0; tick < 10; tick++) step(population);
  });
  const { blocks, beliefs, evidence, trust, strength, lastEncounter } = population.ties;
  const columns = [blocks.ids, beliefs, evidence, trust, strength, lastEncounter];
  const bytes = columns.reduce((sum, column) => sum + column.BYTES_PER_ELEMENT * (column.length / blocks.ids.length), 0);
  let rows = 0;
  for (const length of blocks.length) rows += length;
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ making, stepping, bytes, rows, used: blocks.used, room: blocks.ids.length, peak }));
}

function measure(mode: string): void {
  const { stdout } = spawnSync(process.execPath, ["--max-old-space-size=6000", file, mode], { encoding: "utf8" });
  const { making, stepping, bytes, rows, used, room, peak } = JSON.parse(stdout);
  report(`1,000,000 agents × 10 ticks, ${mode}, most memory`, `${(peak / 1e9).toFixed(2)} GB`);
  report("  made in, and stepped in, seconds", `${(making / 1000).toFixed(1)}, ${(stepping / 1000).toFixed(1)}`);
  report(
    "  bytes of a directed tie",
    `${bytes}; with the room in blocks ${((bytes * used) / rows).toFixed(0)}, with all that is reserved ${((bytes * room) / rows).toFixed(0)}`,
  );
  report("  ties, directed", `${rows.toLocaleString("en-US")}`);
}
