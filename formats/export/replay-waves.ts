import { advance, createCollector, eventRows, listen, type Run, type RunStart, tickOf, tieRows } from "../../sim/index.ts";
import { collectWave, ExportedPeople } from "./exported-world.ts";
import type { Exporter, Replay } from "./exporter.ts";

/** Which ties count: those with a strength of `active_from` or more, or those with `strong_from` or more. */
export const cuts = ["active", "strong"] as const;

/** Ticks between two waves unless someone chooses: a year. */
export const WAVE_EVERY = 52;

export interface WaveOptions {
  readonly cut: (typeof cuts)[number];
  /** ticks between two waves; there is also a wave at the start and at the end */
  readonly every: number;
}

export interface ReplayOptions extends WaveOptions {
  /** the last tick */
  readonly ticks: number;
  /** of the collector, if the run begins at the end of its burn-in */
  readonly memory?: RunStart["memory"];
  readonly createExporter: (replay: Replay) => Exporter;
  readonly createFile: Replay["createFile"];
  /** called after each tick */
  readonly callbacks: {
    readonly report: (tick: number) => void;
    /** lets others work. It may throw, which ends the replay */
    readonly pause: () => Promise<void> | void;
  };
}

/** Replays a run from its start or from the end of its burn-in, and writes it for another program. */
export async function replayWaves(run: Run, options: ReplayOptions): Promise<void> {
  const { ticks: last, cut, every, memory, createExporter, createFile, callbacks } = options;
  const ticks = waveTicks(last, every);
  // A live parameter can change during the run.
  const isTie = (strength: number) =>
    strength >= (cut === "active" ? run.settings.parameters.activeFrom : run.settings.parameters.strongFrom);
  const collector = createCollector(run.population, () => false, { settled: run.settled, ...(memory && { memory }) });
  while (tickOf(run) < 0) {
    advance(run);
    callbacks.report(tickOf(run));
    await callbacks.pause();
  }
  const people = new ExportedPeople(run, last);
  const rows = () => tieRows(run, collector);
  const exporter = createExporter({ run, people, ticks, isTie, tieRows: rows, createFile });
  if (exporter.addEvents !== undefined) listen(run);
  for (let wave = 0; ; ) {
    const tick = tickOf(run);
    people.update(tick);
    exporter.addEvents?.(eventRows(run));
    if (tick === ticks[wave]) {
      exporter.addWave?.(collectWave(rows(), tick, ticks[wave + 1] ?? tick + 1, isTie));
      wave++;
    }
    callbacks.report(tick);
    await callbacks.pause();
    if (tick >= last) break;
    advance(run);
  }
  exporter.finish();
}

/** The start, every `every` ticks, and the end. */
export function waveTicks(last: number, every: number): number[] {
  const ticks: number[] = [];
  for (let tick = 0; tick < last; tick += every) ticks.push(tick);
  return [...ticks, last];
}
