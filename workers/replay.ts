import { createGexfExporter } from "../formats/export/formats/gexf.ts";
import { createGraphmlExporter } from "../formats/export/formats/graphml.ts";
import { replayWaves, WAVE_EVERY } from "../formats/export/replay-waves.ts";
import { measuredTicks, runFiles, runRecord, type TableFile, tickOf } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { NetworkForm, ReplayCommands, Start } from "./messages.ts";
import type { Clock } from "./pace.ts";
import { openKnownWorld } from "./settler.ts";

/** Milliseconds between two reports of progress; after each one the replay can be canceled. */
const REPORT_EVERY = 100;

/** Characters of a table kept as text before they go into a blob, which the browser may keep on disk. */
const MOST_TEXT = 1 << 22;

/** What `weakties export` makes of a run for each form. */
const exporters = { gexf: createGexfExporter, graphml: createGraphmlExporter } satisfies Record<NetworkForm, unknown>;

/** The bundler puts the build here: a hash of the sources of the rooms that decide results. */
declare const __BUILD__: string | undefined;

/** What makes the runs of a page, as the command line writes it. */
const maker = { ...(typeof __BUILD__ === "string" && { build: __BUILD__ }), platform: "browser" };

/** The commands of the worker that replays runs. */
export function createReplay({ now, soon }: Pick<Clock, "now" | "soon">): ReplayCommands {
  let canceled = false;

  /** A function that reports progress from time to time, and then lets another command in. @throws Error if that canceled the replay */
  function createPause(onProgress: (tick: number) => void): (tick: number) => Promise<void> | undefined {
    canceled = false;
    let reported = now();
    return (tick) => {
      if (now() - reported < REPORT_EVERY) return undefined;
      onProgress(tick);
      return new Promise<void>(soon).then(() => {
        if (canceled) throw new Error("canceled");
        reported = now();
      });
    };
  }

  return {
    async replay(start, plan, onProgress) {
      const pause = createPause(onProgress);
      const { run, memory } = beginReplay(start, measuredTicks(plan));
      const tables = new Map<TableFile, GrowingFile>();
      for (const { file, text } of runFiles(run, plan, memory)) {
        const table = tables.get(file) ?? new GrowingFile();
        tables.set(file, table);
        table.write(text);
        await pause(tickOf(run));
      }
      const { scenario, files } = start;
      const { ticks: _, ...recorded } = plan;
      const record = { ...runRecord(run, { ...(scenario && { scenario }), ...recorded, ...files }), made_by: maker };
      return {
        "run.json": new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" }),
        ...Object.fromEntries([...tables].map(([file, table]) => [file, table.blob("text/csv")])),
      };
    },
    async exportNetwork(start, ticks, form, onProgress) {
      const pause = createPause(onProgress);
      const { run, memory } = beginReplay(start, () => false);
      const file = new GrowingFile();
      await replayWaves(run, {
        ticks,
        cut: "active",
        every: WAVE_EVERY,
        ...(memory && { memory }),
        createExporter: exporters[form],
        createFile: () => file,
        callbacks: { report() {}, pause: () => pause(tickOf(run)) },
      });
      return file.blob("application/xml");
    },
    cancel() {
      canceled = true;
    },
  };
}

/** The run to replay, from its settled world if the page has that. */
function beginReplay(start: Start, isMeasured: (tick: number) => boolean) {
  const { run } = beginRun(start);
  return openKnownWorld(run, start.world, isMeasured) ?? { run, memory: undefined };
}

/** The text of a growing file, as a blob. */
class GrowingFile {
  #parts: Blob[] = [];
  #texts: string[] = [];
  #length = 0;

  write(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#length > MOST_TEXT) this.#moveToBlob();
  }

  blob(type: string): Blob {
    this.#moveToBlob();
    return new Blob(this.#parts, { type });
  }

  #moveToBlob(): void {
    this.#parts.push(new Blob(this.#texts));
    this.#texts = [];
    this.#length = 0;
  }
}
