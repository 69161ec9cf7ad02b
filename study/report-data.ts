import type { DesignPoint, Experiment } from "./experiment.ts";
import type { MorrisIndex } from "./sensitivity/morris-indices.ts";
import type { SobolIndex } from "./sensitivity/sobol-indices.ts";
import type { Description } from "./statistics/describe.ts";
import type { PairedDifference } from "./statistics/paired-difference.ts";

/** All that a report of an experiment shows, as plain data. Lists by outcome and arm are in the order of the experiment's. */
export interface ReportData {
  readonly experiment: Experiment;
  /** of the program */
  readonly version: string;
  /** of the experiment as it was run */
  readonly hash: string;
  /** each once, in the order of the design */
  readonly points: readonly DesignPoint[];
  /** by outcome, point, arm */
  readonly descriptions: readonly (readonly (readonly Description[])[])[];
  /** by outcome, point, arm: from the first arm, for which it is undefined */
  readonly differences: readonly (readonly (readonly (PairedDifference | undefined)[])[])[];
  /** where the design is one of Morris or Saltelli */
  readonly indices?: SensitivityIndices;
  readonly progress: ReportProgress;
  /** of those that failed, the first hundred or so */
  readonly failures: readonly FailedRun[];
  /** what was found in the files of people, in a line */
  readonly people?: string;
  readonly files: readonly NamedFile[];
  /** commands that repeat the experiment */
  readonly repeat: readonly string[];
}

/** How far an experiment is. */
export interface ReportProgress {
  /** runs */
  readonly planned: number;
  /** of them finished, failed ones included */
  readonly done: number;
  /** of those done */
  readonly failed: number;
  /** of each design point and arm, where it stopped early; else those of the experiment */
  readonly replicatesUsed: number;
  /** half the width that every interval was to have */
  readonly untilPrecision?: number;
}

export interface FailedRun {
  readonly id: string;
  /** its name */
  readonly arm: string;
  readonly point: DesignPoint;
  readonly replicate: number;
  readonly seed: string;
  readonly error: string;
}

export interface NamedFile {
  readonly file: string;
  /** 64 hexadecimal digits */
  readonly sha256: string;
}

/** By outcome, arm, factor. */
export type SensitivityIndices =
  | { readonly kind: "morris"; readonly values: readonly (readonly (readonly MorrisIndex[])[])[] }
  | { readonly kind: "saltelli"; readonly values: readonly (readonly (readonly SobolIndex[])[])[] };
