import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../batch/run-command-line.ts";
import { report } from "./timing.ts";

/**
 * Whether exports stream: their most memory, over that of the run that they replay. Goldfish's tables have every event. Each command
 * runs in a separate process.
 */
const ONE = "--one";
const AGENTS = 5000;
const TICKS = 13;

if (process.argv.includes(ONE)) {
  await runCommandLine(process.argv.slice(process.argv.indexOf(ONE) + 1));
  process.stderr.write(`\n${process.resourceUsage().maxRSS}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), "weakties-bench-"));
  const peak = (...args: string[]): number => {
    const { stderr } = spawnSync(process.execPath, [process.argv[1], ONE, ...args], { cwd: folder, encoding: "utf8" });
    return Number(stderr.split("\n").at(-1)) / 1024;
  };
  const flags = ["--set", `agents=${AGENTS}`, "--settle", "0", "--ticks", String(TICKS), "--tables", "series", "--quiet"];
  const run = peak("run", ...flags, "--out", "run");
  report(`${AGENTS.toLocaleString("en-US")} agents × ${TICKS} ticks, most memory of the run`, `${run.toFixed(0)} MB`);
  for (const format of ["goldfish", "graphml", "node-link", "gexf"]) {
    const exported = peak("export", "run", "--to", format);
    report(`  export to ${format}, over the run`, `${(exported / run).toFixed(2)}`);
  }
  rmSync(folder, { recursive: true });
}
