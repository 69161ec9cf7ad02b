import { runFiles, runRecord } from "../sim/index.ts";
import { begin } from "./engine.ts";
import type { ReplayCommands, RunFile } from "./messages.ts";

/** Milliseconds between two words about progress. */
const EVERY = 100;

/** The commands of the worker that goes through a run again. Tables are gathered in blobs, which need not stay in memory. */
export function createReplay(now: () => number): ReplayCommands {
  return {
    async replay(start, plan, progress) {
      const run = begin(start);
      const pieces: Partial<Record<RunFile, string[]>> = {};
      let told = now();
      for (const { file, text } of runFiles(run, plan)) {
        pieces[file] ??= [];
        pieces[file].push(text);
        if (now() - told < EVERY) continue;
        told = now();
        progress(run.population.tick);
      }
      const record = runRecord(run, { every: plan.every, tiesEvery: plan.tiesEvery, events: plan.events });
      pieces["run.json"] = [`${JSON.stringify(record, null, 2)}\n`];
      return Object.fromEntries(Object.entries(pieces).map(([file, parts]) => [file, new Blob(parts)]));
    },
  };
}
