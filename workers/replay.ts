import { measuredTicks, type RunPlan, runFiles, runRecord, type TableFile, tickOf } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { ReplayCommands, Start } from "./messages.ts";
import type { Clock } from "./pace.ts";
import { openKnownWorld } from "./settler.ts";

/** Milliseconds between two reports of progress; after each one the replay can be canceled. */
const REPORT_EVERY = 100;

/** Characters of a table kept as text before they go into a blob, which the browser may keep on disk. */
const MOST_TEXT = 1 << 22;

/** The commands of the worker that replays runs. */
export function createReplay({ now, soon }: Pick<Clock, "now" | "soon">): ReplayCommands {
  let canceled = false;

  return {
    async replay(start, plan, onProgress) {
      canceled = false;
      const { run, memory } = beginReplay(start, plan);
      const tables = new Map<TableFile, Table>();
      let reported = now();
      for (const { file, text } of runFiles(run, plan, memory)) {
        const table = tables.get(file) ?? new Table();
        tables.set(file, table);
        table.add(text);
        if (now() - reported < REPORT_EVERY) continue;
        onProgress(tickOf(run));
        await new Promise<void>(soon);
        if (canceled) throw new Error("canceled");
        reported = now();
      }
      const { scenario, files } = start;
      const { ticks: _, ...recorded } = plan;
      const record = runRecord(run, { ...(scenario && { scenario }), ...recorded, ...files });
      return {
        "run.json": new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" }),
        ...Object.fromEntries([...tables].map(([file, table]) => [file, table.blob()])),
      };
    },
    cancel() {
      canceled = true;
    },
  };
}

/** The run to replay, from its settled world if the page has that. */
function beginReplay(start: Start, plan: RunPlan) {
  const { run } = beginRun(start);
  return openKnownWorld(run, start.world, measuredTicks(plan)) ?? { run, memory: undefined };
}

/** The text of a growing table, as a blob. */
class Table {
  #parts: Blob[] = [];
  #texts: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#length > MOST_TEXT) this.#moveToBlob();
  }

  blob(): Blob {
    this.#moveToBlob();
    return new Blob(this.#parts, { type: "text/csv" });
  }

  #moveToBlob(): void {
    this.#parts.push(new Blob(this.#texts));
    this.#texts = [];
    this.#length = 0;
  }
}
