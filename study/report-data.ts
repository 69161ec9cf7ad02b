import type { Attributions } from "./attribution/attribution.ts";
import type { JudgedContrast } from "./contrasts/contrast-analyzer.ts";
import type { DesignPoint, Experiment } from "./experiment.ts";
import type { Cube } from "./item-at.ts";
import type { MarginalMeans } from "./marginal-means.ts";
import type { PrecisionTarget } from "./precision.ts";
import type { MorrisIndex } from "./sensitivity/morris-indices.ts";
import type { SecondOrderIndex, SobolIndex } from "./sensitivity/sobol-indices.ts";
import type { SeriesSummary } from "./series/series-analyzer.ts";
import type { Description } from "./statistics/describe.ts";
import type { PairedDifference } from "./statistics/paired-difference.ts";

/** Everything a report shows, as plain data. Outcomes and arms are in the order of the experiment. */
export interface ReportData {
  readonly experiment: Experiment;
  /** version of the program */
  readonly version: string;
  /** builds and systems that made the runs, in words */
  readonly makers: readonly string[];
  /** hash of the experiment */
  readonly hash: string;
  /** distinct, in the order of the design */
  readonly points: readonly DesignPoint[];
  /** by outcome, point, arm */
  readonly descriptions: Cube<Description>;
  /** difference from the first arm, by outcome, point, arm; undefined for the first arm */
  readonly differences: Cube<PairedDifference | undefined>;
  /** those of the file first, then main effects and interactions of a full factorial */
  readonly contrasts: readonly JudgedContrast[];
  /** the levels of each factor, averaged over all others */
  readonly marginals: MarginalMeans;
  /** for a Morris or Saltelli design */
  readonly indices?: SensitivityIndices;
  /** for a Shapley design: what each cause brings */
  readonly attributions?: Attributions;
  /** series over time; undefined if the experiment keeps none */
  readonly overTime?: SeriesSummary;
  readonly progress: ReportProgress;
  /** the first hundred or so of the failed runs */
  readonly failures: readonly FailedRun[];
  /** what the agents and network files contain, in one line */
  readonly people?: string;
  readonly files: readonly NamedFile[];
  /** commands that repeat the experiment */
  readonly repeat: readonly string[];
}

/** Progress of an experiment. */
export interface ReportProgress {
  /** number of runs that the replicates used consist of: fewer than the experiment plans if it stopped early */
  readonly planned: number;
  /** number of finished runs, failed ones included */
  readonly done: number;
  /** number of failed runs */
  readonly failed: number;
  /** replicates run at each design point and arm: fewer than planned if the experiment stopped early */
  readonly replicatesUsed: number;
  /** how narrow intervals were to be */
  readonly untilPrecision?: PrecisionTarget;
}

/** A run that failed, and why. */
export interface FailedRun {
  readonly id: string;
  /** name of the arm */
  readonly arm: string;
  readonly point: DesignPoint;
  readonly replicate: number;
  readonly seed: string;
  readonly error: string;
}

/** A file and its checksum. */
export interface NamedFile {
  readonly file: string;
  /** 64 hexadecimal digits */
  readonly sha256: string;
}

/** By outcome, arm, and factor or group (`indexUnits`). */
export type SensitivityIndices =
  | { readonly kind: "morris"; readonly values: Cube<MorrisIndex> }
  | {
      readonly kind: "saltelli";
      readonly values: Cube<SobolIndex>;
      /** by outcome, arm and pair; undefined without second-order indices */
      readonly pairs?: Cube<SecondOrderIndex>;
    };
