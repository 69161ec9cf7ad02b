import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Flags, readFlags } from "./flags.ts";
import { overlap } from "./list/overlap.ts";
import { patternList } from "./list/pattern-list.ts";
import { WORLD } from "./list/worlds.ts";
import { measurePatterns } from "./measure-patterns.ts";
import { patternsPage, verdictSummary } from "./page.ts";
import type { Pattern } from "./pattern.ts";
import { reportFaults } from "./report-faults.ts";
import { readTables } from "./results.ts";
import { runExperiment } from "./run-experiment.ts";
import { shuffleRuns } from "./shuffle-runs.ts";

/**
 * `npm run patterns`: runs the experiments of all patterns and their controls, and writes docs/patterns.md. With `--seeds` or
 * `--only`, it writes patterns.md into the folder of the results instead.
 */
process.exitCode = await reportFaults("patterns", () => run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<number> {
  const known = patternList.map(({ id }) => id);
  const flags = readFlags(args, { command: "patterns", experiments: "patterns/experiments", what: "pattern", known });
  const patterns = patternList.filter(({ id }) => flags.only?.includes(id) ?? true);
  for (const name of experimentsOf(patterns)) {
    const code = await runExperiment(name, flags);
    if (code !== 0) return code;
  }
  writePage(patterns, flags);
  return 0;
}

/** Main experiments first, so that the patterns are known before their controls are. */
function experimentsOf(patterns: readonly Pattern[]): Set<string> {
  const controls = patterns.flatMap((pattern) => pattern.controls);
  return new Set([...patterns, ...controls].flatMap(({ experiments }) => experiments));
}

function writePage(patterns: readonly Pattern[], { out, only, seeds }: Flags): void {
  const tables = readTables(out);
  const isShuffled = patterns.includes(overlap);
  if (isShuffled) console.log("Shuffling the ties of the default world.");
  const shuffled = isShuffled ? shuffleRuns(out, WORLD, tables) : [];
  const results = { ...tables, shuffled };
  const measured = measurePatterns(patterns, results);
  const isComplete = only === undefined && seeds === Number.POSITIVE_INFINITY;
  const file = isComplete ? "docs/patterns.md" : join(out, "patterns.md");
  mkdirSync(out, { recursive: true });
  writeFileSync(file, `${patternsPage(measured, results)}\n`);
  console.log(`${verdictSummary(measured)}\nwrote ${file}`);
}
