import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse, type DSVRowString } from "d3-dsv";
import type { Shuffled } from "./shuffles.ts";

/** Cells of the factors: `{ follow_up_interval: "never" }`. */
export type Point = Readonly<Record<string, string | number>>;

/** The tables of all finished experiments. */
export interface Tables {
  /** The number of replicates that have run. */
  seeds(experiment: string): number;
  /** The state hashes of an experiment with one point and one arm, by replicate. */
  stateHashes(experiment: string): string[];
  /**
   * An outcome in the runs of one arm at one point.
   *
   * @returns by replicate, so that arms of one experiment can be paired; NaN where the outcome is undefined
   */
  values(experiment: string, arm: string, outcome: string, point?: Point): number[];
  /** A measure of the series: its mean over ticks `from` + 1 to `to`, by replicate. */
  seriesMeans(experiment: string, measure: string, from: number, to: number): number[];
  /** The measures in the series of an experiment, in the order of its columns. */
  seriesMeasures(experiment: string): string[];
  /** The values of a factor, in the order of the design. */
  levels(experiment: string, factor: string): string[];
  /** The columns of an experiment's runs: arms, factors, outcomes and others. */
  columns(experiment: string): string[];
}

/** All that patterns are measured from. */
export interface Results extends Tables {
  /** by replicate: the shuffles of the default world; empty if no pattern needs them */
  readonly shuffled: readonly Shuffled[];
}

/**
 * Reads the tables of experiments when they are needed.
 *
 * @param folder holds the folders of the experiments
 */
export function readTables(folder: string): Tables {
  const tables = new Map<string, DSVRowString[]>();
  const table = (experiment: string, file: string) => {
    const path = join(folder, experiment, file);
    const rows = tables.get(path) ?? [...csvParse(readFileSync(path, "utf8"))];
    tables.set(path, rows);
    return rows;
  };
  return {
    seeds: (experiment) => distinct(table(experiment, "runs.csv"), "replicate").length,
    stateHashes: (experiment) => inOrder(table(experiment, "runs.csv")).map(({ state_hash: hash = "" }) => hash),
    values(experiment, arm, outcome, point = {}) {
      const wanted = Object.entries({ arm, ...point });
      const rows = table(experiment, "runs.csv").filter((row) => wanted.every(([name, cell]) => levelOf(row[name]) === `${cell}`));
      const where = `${experiment}: ${wanted.map(([name, cell]) => `${name} ${cell}`).join(", ")}`;
      if (rows.length === 0) throw new RangeError(`${where} has no run`);
      if (rows.some((row) => row[outcome] === undefined)) throw new RangeError(`${where} has no outcome ${outcome}`);
      return inOrder(rows).map((row) => numberOf(row[outcome]));
    },
    seriesMeans(experiment, measure, from, to) {
      const byReplicate = new Map<string, number[]>();
      for (const row of inOrder(table(experiment, "series.csv"))) {
        const { replicate = "" } = row;
        const samples = byReplicate.get(replicate) ?? [];
        byReplicate.set(replicate, samples);
        const tick = numberOf(row.tick);
        const value = numberOf(row.value);
        if (row.measure === measure && tick > from && tick <= to && !Number.isNaN(value)) samples.push(value);
      }
      return [...byReplicate.values()].map((samples) => samples.reduce((sum, one) => sum + one, 0) / samples.length);
    },
    seriesMeasures: (experiment) => distinct(table(experiment, "series.csv"), "measure"),
    levels: (experiment, factor) => distinct(table(experiment, "runs.csv"), factor).map(levelOf),
    columns: (experiment) => Object.keys(table(experiment, "runs.csv")[0] ?? {}),
  };
}

/** The level of a factor, as an experiment file has it: tables write `never` as a number. */
function levelOf(cell: string | undefined): string {
  return cell === "Inf" ? "never" : (cell ?? "");
}

/** The different cells of a column, in the order in which they first occur. */
function distinct(rows: readonly DSVRowString[], column: string): string[] {
  return [...new Set(rows.flatMap((row) => row[column] ?? []))];
}

function inOrder(rows: readonly DSVRowString[]): DSVRowString[] {
  return [...rows].sort((a, b) => numberOf(a.replicate) - numberOf(b.replicate));
}

/** @returns NaN for an empty cell */
function numberOf(cell: string | undefined): number {
  return cell === undefined || cell === "" ? Number.NaN : Number(cell);
}
