import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { meanOf } from "../../study/statistics/describe.ts";
import { type Flags, readFlags } from "../flags.ts";
import { reportFaults } from "../report-faults.ts";
import { readTables, type Tables } from "../results.ts";
import { runExperiment } from "../run-experiment.ts";
import { changesOf, DEFAULTS, findingsOf } from "./changes.ts";
import { rankFactors, readEffects, readShares } from "./indices.ts";
import { robustnessPage } from "./page.ts";

const SCREENING = "screening";
const INDICES = "indices";
const VERDICTS = "verdicts";

/**
 * `npm run robustness`: runs the experiments that vary every parameter, and writes docs/robustness.md. With `--seeds` or
 * `--experiments`, it writes robustness.md into the folder of the results instead, and with `--only` it runs only some experiments
 * and writes nothing.
 */
process.exitCode = await reportFaults("robustness", () => run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<number> {
  const all = [SCREENING, VERDICTS, INDICES];
  const flags = readFlags(args, {
    command: "robustness",
    experiments: "patterns/robustness/experiments",
    known: all,
    what: "experiment",
  });
  for (const name of all.filter((one) => flags.only?.includes(one) ?? true)) {
    const code = await runExperiment(name, flags);
    if (code !== 0) return code;
  }
  if (flags.only === undefined) writePage(flags);
  return 0;
}

function writePage({ out, seeds, isShipped }: Flags): void {
  const tables = readTables(out);
  const level = (outcome: string) => meanOf(tables.values(SCREENING, "base", outcome).filter(Number.isFinite));
  const results = {
    ranked: rankFactors(readEffects(join(out, SCREENING)), level),
    shares: readShares(join(out, INDICES)),
    defaults: findingsOf(tables, VERDICTS, DEFAULTS),
    changes: changesOf(tables, VERDICTS, otherArms(tables)),
    level,
    seeds: tables.seeds(VERDICTS),
  };
  const isComplete = isShipped && seeds === Number.POSITIVE_INFINITY;
  const file = isComplete ? "docs/robustness.md" : join(out, "robustness.md");
  writeFileSync(file, `${robustnessPage(results)}\n`);
  console.log(`wrote ${file}`);
}

function otherArms(tables: Tables): string[] {
  return tables.levels(VERDICTS, "arm").filter((arm) => arm !== DEFAULTS);
}
