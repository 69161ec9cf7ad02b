import type { Row, Run } from "../../sim/index.ts";
import { linesInPieces } from "../../sim/index.ts";
import type { ExportedPeople, Wave } from "./exported-world.ts";

/** A file that grows. */
export interface ExportFile {
  write(text: string): void;
}

/** A run that is being replayed for another program. */
export interface Replay {
  readonly run: Run;
  readonly people: ExportedPeople;
  /** the ticks of all waves */
  readonly ticks: readonly number[];
  /** which ties count */
  readonly isTie: (strength: number) => boolean;
  /** the rows of ties.csv at this tick */
  readonly tieRows: () => Iterable<Row>;
  readonly createFile: (name: string) => ExportFile;
}

/** Writes the files of one format. */
export interface Exporter {
  /** receives each wave in the order of time */
  addWave?(wave: Wave): void;
  /** receives the rows of events.csv of each tick */
  addEvents?(rows: Iterable<Row>): void;
  /** called at the last tick, after its wave */
  finish(): void;
}

/** Writes rows as CSV, escaped as in the tables of a run. */
export function writeRows(file: ExportFile, rows: Iterable<Row>): void {
  for (const text of linesInPieces(rows)) file.write(text);
}

/** Numbers from 0 to one less than `count`. */
export function* range(count: number): Generator<number> {
  for (let k = 0; k < count; k++) yield k;
}
