// A thread of the pool that does to some runs what the test asks, by their ids, before the real one makes them.
import { existsSync, writeFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import perform from "../../dist/batch/experiment/work/replicate.worker.js";

/** @type {Readonly<Record<string, () => void>>} */
const deeds = {
  crash: () => process.exit(7),
  crash_once() {
    const { once } = workerData.misbehave;
    if (existsSync(once)) return;
    writeFileSync(once, "");
    process.exit(7);
  },
  hang() {
    for (;;);
  },
};

/** @param {Parameters<typeof perform>[0]} task */
export default function misbehave(task) {
  const { deed, seed, only } = workerData.misbehave;
  if (task.seed === seed && (only === undefined || JSON.stringify([task.arm.name, task.point]) === only)) deeds[deed]();
  return perform(task);
}
