import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openExperiment } from "../batch/experiment/folder/open-results.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { advance, createCollector, type Run, tieRows, tieTableColumns, useCompiledStep } from "../sim/index.ts";
import { itemAt } from "../study/item-at.ts";
import { beginRun } from "../study/perform-run.ts";
import { createPlan, runAt } from "../study/plan.ts";
import { bounds } from "./bounds.ts";
import type { Tables } from "./results.ts";
import { type Shuffled, shuffleWithinCircles, type TieInCircle } from "./shuffles.ts";

/** The tick after the burn-in whose ties are shuffled: the last of the window. */
const SHUFFLED_AT = 520;

/** Keeps what is shuffled, by state hash of the finished run. */
const FILE = "shuffles.json";

/** The outcome with the correlation at that tick. */
const OUTCOME = "spearman_within_at_520";

/**
 * Repeats every run of an experiment up to the end of its window and shuffles its ties. Runs that were shuffled before are not
 * repeated.
 *
 * @param folder holds the folders of the experiments
 * @param name of an experiment with one point and one arm
 * @returns by replicate
 * @throws Error if a repeated run has another correlation than the recorded one
 */
export function shuffleRuns(folder: string, name: string, tables: Tables): Shuffled[] {
  useCompiledStep(stepCode);
  const path = join(folder, FILE);
  const known: Record<string, Shuffled> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const { experiment } = openExperiment(join(folder, name));
  const plan = createPlan(experiment);
  const recorded = tables.values(name, "base", OUTCOME);
  return tables.stateHashes(name).map((stateHash, at) => {
    const task = runAt(plan, at);
    const found = known[stateHash] ?? shuffleRun(beginRun(experiment, task, {}).run, task.seed);
    const expected = itemAt(recorded, at);
    if (!(Math.abs(found.correlation - expected) < 1e-9))
      throw new Error(
        `${name}, seed ${task.seed}: the repeated run has a correlation of ${found.correlation}, recorded ${expected}`,
      );
    known[stateHash] = found;
    writeFileSync(path, `${JSON.stringify(known, null, 2)}\n`);
    return found;
  });
}

function shuffleRun(run: Run, seed: string): Shuffled {
  for (let tick = 0; tick < SHUFFLED_AT; tick++) advance(run);
  return shuffleWithinCircles(tiesInCircles(run), bounds.overlap.shuffles, seed);
}

function tiesInCircles(run: Run): TieInCircle[] {
  const column = (name: (typeof tieTableColumns)[number]) => tieTableColumns.indexOf(name);
  const [from, to, fromCircle, toCircle] = [column("from"), column("to"), column("from_circle"), column("to_circle")];
  const [strength, overlap] = [column("strength"), column("overlap")];
  const ties: TieInCircle[] = [];
  for (const row of tieRows(
    run,
    createCollector(run.population, () => false),
  )) {
    const isActive = row[overlap] !== undefined && !Number.isNaN(row[overlap]);
    // Every tie has a row for each direction.
    if (Number(row[from]) > Number(row[to]) || row[fromCircle] !== row[toCircle] || !isActive) continue;
    ties.push({
      circle: itemAt(row, fromCircle) as string | number,
      strength: Number(row[strength]),
      overlap: Number(row[overlap]),
    });
  }
  return ties;
}
