import type { AgentSelector, PlainValue, ScenarioName } from "../sim/index.ts";
import type { Confidence, Contrast } from "./contrasts/contrast.ts";

/**
 * An experiment as checked, plain data: what varies, what is compared, what is measured, and how many replicates. All results follow
 * from it and from the agents and network files it names. It contains no times, paths or machine names.
 */
export interface Experiment {
  /** the research question, in the words of the experimenter */
  readonly question: string;
  readonly scenario: ScenarioName;
  /** by name, added to those of the scenario in every run */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** for every run, as in an interventions file; those of the scenario unless the experiment gives its own */
  readonly interventions: readonly unknown[];
  /** length of a run, in ticks */
  readonly ticks: number;
  /** length of the burn-in before tick 0, in ticks; undefined for none */
  readonly settled?: number;
  /** the tick after which means and changes start by default, 0 to ticks − 1 */
  readonly burnIn: number;
  /** the text from which the seeds of all runs are made */
  readonly seed: string;
  /** runs of each design point and arm; they differ only in their seed */
  readonly replicates: number;
  /** the seed of each replicate; undefined: made from `seed` and the number of the replicate */
  readonly seeds?: readonly string[];
  /** agents whose traits are set and who can be measured separately, chosen at the start of a run */
  readonly focalAgents?: AgentSelector;
  /** what varies, in the order of the columns; empty in an experiment that only compares arms */
  readonly factors: readonly Factor[];
  readonly design: Design;
  /** at least one; the others are compared with the first */
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
  /** undefined if the file names none */
  readonly contrasts?: readonly Contrast[];
  /** of the intervals of contrasts; undefined: 0.95 */
  readonly confidence?: Confidence;
  /** undefined if the experiment keeps no series */
  readonly series?: Series;
  /** undefined if the experiment keeps no tables of its runs */
  readonly tables?: RunTables;
  /** undefined if every run continues to its last tick */
  readonly stop?: Stop;
  /** seconds after which a run is stopped as failed; does not change the identity of a run */
  readonly runLimit: number;
}

/** Tables that every run adds rows to. At least one. */
export interface RunTables {
  readonly ties?: {
    /** ticks, ascending */
    readonly at: readonly number[];
    /** only active ties of this kind (expressions/parse-expression.ts), in the spelling of `listingText`; undefined: all known ties */
    readonly where?: string;
  };
  readonly agents?: { readonly at: readonly number[] };
  /** events of these kinds at ticks `from` to `to`, both included */
  readonly events?: { readonly kinds: readonly string[]; readonly from: number; readonly to: number };
}

/** Ends a run early, at the first tick after 0 at which a condition holds. */
export interface Stop {
  /** a condition (expressions/parse-expression.ts), in the spelling of `textOf` */
  readonly when: string;
  /** ticks between two looks at it */
  readonly every: number;
}

/** Precedes a trait in the name of a factor that sets this trait for the focal agents. */
export const FOCAL = "focal.";

/**
 * Something that differs between design points: a parameter, a switch, `focal.` and a trait of the focal agents, or a cause of a
 * Shapley design.
 */
export interface Factor {
  /** `blow_off`, `gossip`, `focal.follow_through` */
  readonly name: string;
  readonly values: Levels | Range;
  /** of a cause: what is set where its level is true. Its levels are false and true */
  readonly sets?: Settings;
}

/** Listed values: at least two, all distinct. */
export interface Levels {
  readonly levels: readonly PlainValue[];
  /** how likely each level is, relative to the others, in a design that samples; undefined: all alike */
  readonly weights?: readonly number[];
}

/** Numbers between two bounds, bounds included. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** only whole numbers */
  readonly whole: boolean;
  /** undefined: uniform. Whole numbers are then all as likely; with another distribution, values are rounded to them */
  readonly distribution?: Distribution;
}

/** How the values of a range are distributed. */
export type Distribution =
  /** uniform in the logarithm */
  | { readonly kind: "log_uniform" }
  /** most likely at `mode` */
  | { readonly kind: "triangular"; readonly mode: number }
  /** cut at the bounds of the range; mean and standard deviation are those before the cut */
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number };

/** How the values of factors are combined into design points. */
export type Design =
  /** every combination of levels; the first factor changes slowest. Without factors: one point, without values */
  | { readonly kind: "grid" }
  /** a list of points, each with a value for every factor */
  | { readonly kind: "list"; readonly points: readonly DesignPoint[] }
  /** one point in each of `points` strata of every factor */
  | { readonly kind: "latin_hypercube"; readonly points: number }
  /** the first `points` of a scrambled Sobol sequence */
  | { readonly kind: "sobol"; readonly points: number }
  /** one factor at a time, along `trajectories` paths over a grid of `levels` */
  | { readonly kind: "morris"; readonly trajectories: number; readonly levels: number }
  /**
   * two samples of `base` points, and one mixture of them for each factor or group of factors: base × (factors + 2) rows. For
   * second-order indices there is another mixture for each: base × (2 × factors + 2) rows
   */
  | {
      readonly kind: "saltelli";
      readonly base: number;
      /** by name of the group: names of two factors or more */
      readonly groups?: Readonly<Record<string, readonly string[]>>;
      readonly secondOrder?: boolean;
    }
  /** every subset of causes, which are the factors, for the share of each in what they bring together */
  | { readonly kind: "shapley" };

export type DesignKind = Design["kind"];

/** A value for every factor, by name, in the order of the factors. */
export type DesignPoint = Readonly<Record<string, PlainValue>>;

/** Named settings and interventions, to compare with other arms. */
export interface Arm extends Settings {
  readonly name: string;
}

/** What an arm or a cause sets. */
export interface Settings {
  /** by name, added to those of the experiment */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** traits of the focal agents from the start, by name */
  readonly focalTraits: Readonly<Record<string, number>>;
  /** added to those of the experiment, as in an interventions file */
  readonly interventions: readonly unknown[];
}

/** A number measured in each run: a column of runs.csv. */
export type Outcome = MeasureOutcome | ValueOutcome;

/** What all outcomes have. */
interface TimedOutcome {
  /** name of the column */
  readonly name: string;
  readonly when: When;
  /** ticks between two samples of a window, or between two looks at a condition */
  readonly every: number;
  /** the largest half-width of its interval, for `--until-precision`; undefined: a share of the mean */
  readonly precision?: number;
}

export interface MeasureOutcome extends TimedOutcome {
  /** one of `experimentMeasures` if `of` is `network`, else one of `groupMeasureColumns` */
  readonly measure: string;
  /** the whole network, or the mean over all agents, the focal agents or the others */
  readonly of: "network" | "agents" | "focal" | "others";
}

export interface ValueOutcome extends TimedOutcome {
  /** an expression (expressions/parse-expression.ts), in the spelling of `textOf` */
  readonly value: string;
}

/**
 * When an outcome is measured: at a tick; over samples of ticks `from` + 1 to `to`; as the value at `to` minus the value at `from`; or
 * at the first tick at which a condition holds, in the spelling of `textOf`.
 */
export type When =
  | { readonly at: number }
  | { readonly mean: Span }
  | { readonly max: Span }
  | { readonly min: Span }
  /** the least-squares slope over time, per year */
  | { readonly trend: Span }
  | { readonly change: Span }
  | { readonly first: string };

/** `from` is less than `to`; both are 0 to the last tick of a run. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Network measures over time, for every run. */
export interface Series {
  /** ticks between two rows; the first and the last tick always have one */
  readonly every: number;
  /** names of network measures, at least one */
  readonly measures: readonly string[];
}
