import { runFiles, runRecord, type TableFile } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { ReplayCommands } from "./messages.ts";
import type { Clock } from "./pace.ts";

/** Milliseconds between two words about progress, and two looks at whether it shall go on. */
const EVERY = 100;

/** Characters of a table that are held as text before they go into a blob, which need not stay in memory. */
const HELD = 1 << 22;

/** The commands of the worker that goes through a run again. */
export function createReplay({ now, soon }: Pick<Clock, "now" | "soon">): ReplayCommands {
  let cancelled = false;

  return {
    async replay(start, plan, progress) {
      cancelled = false;
      const { run } = beginRun(start);
      const tables = new Map<TableFile, Table>();
      let told = now();
      for (const { file, text } of runFiles(run, plan)) {
        const table = tables.get(file) ?? new Table();
        tables.set(file, table);
        table.add(text);
        if (now() - told < EVERY) continue;
        progress(run.population.tick);
        await new Promise<void>(soon);
        if (cancelled) throw new Error("cancelled");
        told = now();
      }
      const { scenario, files } = start;
      const { every, tiesEvery, events } = plan;
      const record = runRecord(run, { scenario, every, tiesEvery, events, ...files });
      return {
        "run.json": new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" }),
        ...Object.fromEntries([...tables].map(([file, table]) => [file, table.blob()])),
      };
    },
    cancel() {
      cancelled = true;
    },
  };
}

/** A table that grows. */
class Table {
  #parts: Blob[] = [];
  #texts: string[] = [];
  #held = 0;

  add(text: string): void {
    this.#texts.push(text);
    this.#held += text.length;
    if (this.#held > HELD) this.#put();
  }

  blob(): Blob {
    this.#put();
    return new Blob(this.#parts, { type: "text/csv" });
  }

  #put(): void {
    this.#parts.push(new Blob(this.#texts));
    this.#texts = [];
    this.#held = 0;
  }
}
