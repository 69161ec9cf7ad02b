import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openResults } from "../batch/experiment/folder/open-results.ts";
import { BURN_INS } from "../batch/experiment/folder/state-files.ts";
import { planExperiment } from "../batch/experiment/plan/plan-experiment.ts";
import { writeTables } from "../batch/experiment/tables/write-tables.ts";
import { beginExperiment } from "../batch/experiment/work/begin-experiment.ts";
import { performExperiment } from "../batch/experiment/work/perform-experiment.ts";
import { createRunPool } from "../batch/experiment/work/worker-pool.ts";
import { median, report, spread } from "./timing.ts";

/** The cost of an experiment beyond its runs (threads, the log, tables), and the gain from a second core and from shared burn-ins. */
const place = mkdtempSync(join(tmpdir(), "weakties-bench-"));
const never = new AbortController().signal;
let folders = 0;

/**
 * Milliseconds from the first to the last recorded run of an experiment, and milliseconds of work in these runs.
 *
 * @param isShared false to let each run make its own burn-in
 */
async function perform(text: string, jobs: number, isShared = true) {
  const file = join(place, "bench.yaml");
  writeFileSync(file, text);
  const asked = planExperiment(file);
  const planned = isShared ? asked : { ...asked, burnIns: asked.burnIns.map(() => undefined) };
  const path = join(place, `${++folders}`);
  mkdirSync(path);
  const results = openResults({ name: "bench", path });
  if (results.kind === "foreign") throw new Error(results.problem);
  const begun = beginExperiment(planned, results, {});
  const times: { at: number; seconds: number }[] = [];
  const progress = { countRun: (seconds: number) => void times.push({ at: performance.now(), seconds }), say() {}, end() {} };
  const setup = { experiment: planned.plan.experiment, files: planned.peopleFiles, burnIns: join(path, BURN_INS) };
  const openPool = () => createRunPool(setup, jobs);
  const started = performance.now();
  const performed = await performExperiment(begun, { jobs }, openPool, progress, {
    draining: never,
    ending: never,
  });
  const whole = performance.now() - started;
  // Threads start and warm up with the first runs.
  const warm = times.slice(times.length >> 2);
  const wall = warm[warm.length - 1].at - times[(times.length >> 2) - 1].at;
  const work = 1000 * warm.reduce((sum, { seconds }) => sum + seconds, 0);
  const began = performance.now();
  writeTables({ ...begun, ...performed, results: begun.folder });
  return { runs: warm.length, whole, wall, work, tables: performance.now() - began, all: times.length };
}

const usual = "ticks: 520\nreplicates: 24\noutcomes: [mean_trust_score]\n";
const speedups: number[] = [];
for (let round = 0; round < 3; round++) {
  const one = await perform(usual, 1);
  const two = await perform(usual, 2);
  speedups.push(one.wall / two.wall);
}
report("two jobs, times as fast as one: runs of 200 × 520", `${median(speedups).toFixed(2)} (${spread(speedups, 2)})`);

/** Ten arms after a burn-in twice as long as their runs, as in an experiment that asks what ten changes do to a settled world. */
const arms = Array.from({ length: 10 }, (_, k) => `  a${k}: {parameters: {noise: ${k / 20}}}`).join("\n");
const settled = `settled: 520\nticks: 260\nreplicates: 2\nparameters: {agents: 100}\narms:\n${arms}\noutcomes: [mean_trust_score]\n`;
const gains: number[] = [];
for (let round = 0; round < 3; round++) {
  const own = await perform(settled, 1, false);
  const shared = await perform(settled, 1);
  gains.push(own.whole / shared.whole);
}
report("ten arms from one burn-in, times as fast as ten burn-ins", `${median(gains).toFixed(2)} (${spread(gains, 2)})`);

const tiny = "ticks: 20\nreplicates: 3000\nparameters: {agents: 4, circle_size: 4, ties_within: 2}\noutcomes: [mean_trust_score]\n";
const overheads: number[] = [];
const tables: number[] = [];
for (let round = 0; round < 3; round++) {
  const { runs, wall, work, tables: spent, all } = await perform(tiny, 1);
  overheads.push((wall - work) / runs);
  tables.push((1000 * spent) / all);
}
report("a run beside its work: thread, log, disk; milliseconds", spread(overheads, 2));
report("a run in the tables, microseconds", spread(tables, 0));
rmSync(place, { recursive: true, force: true });
