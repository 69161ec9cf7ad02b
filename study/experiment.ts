import type { AgentSelector, PlainValue, ScenarioName } from "../sim/index.ts";

/**
 * An experiment as checked, plain data: what varies, what is compared, what is measured, and how often. Everything that is
 * computed follows from it and from the files of people it names; nothing in it is a time, a path or a machine.
 */
export interface Experiment {
  /** what is asked, in a person's words */
  readonly question: string;
  readonly scenario: ScenarioName;
  /** by name, on top of the scenario's, in every run */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** done to every run, as in a file of interventions; the scenario's, unless others stand in their place */
  readonly interventions: readonly unknown[];
  /** length of a run */
  readonly ticks: number;
  /** the tick after which windows begin, 0 to ticks − 1 */
  readonly burnIn: number;
  /** what the seeds of all runs come from */
  readonly seed: string;
  /** runs of each design point and arm, which differ in their seed only */
  readonly replicates: number;
  /** agents whose traits are varied and who can be measured apart; as they are at the start */
  readonly focalAgents?: AgentSelector;
  /** what varies, in the order of the columns; none in an experiment that only compares arms */
  readonly factors: readonly Factor[];
  readonly design: Design;
  /** one at least; the first is what the others are compared with */
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
  /** undefined: no series are kept */
  readonly series?: Series;
  /** seconds after which a run is given up; plays no part in what a run is */
  readonly runLimit: number;
}

/** A parameter, a switch, or `focal.` and a trait of the focal agents: something that differs between design points. */
export interface Factor {
  /** `blow_off`, `gossip`, `focal.follow_through` */
  readonly name: string;
  readonly values: Levels | Range;
}

/** Values that are taken as they are listed, two or more, each once. */
export interface Levels {
  readonly levels: readonly PlainValue[];
}

/** Numbers between two bounds, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** only whole numbers */
  readonly whole: boolean;
}

/** How the values of factors are put together to design points. */
export type Design =
  /** every level with every other; the first factor changes slowest. Without factors one point, without values. */
  | { readonly kind: "grid" }
  /** the points as listed, each with a value for every factor */
  | { readonly kind: "list"; readonly points: readonly DesignPoint[] }
  /** one point in each of `points` strata of every factor */
  | { readonly kind: "latin_hypercube"; readonly points: number }
  /** the first `points` of a scrambled Sobol sequence */
  | { readonly kind: "sobol"; readonly points: number }
  /** one factor at a time along `trajectories` paths over a grid of `levels` */
  | { readonly kind: "morris"; readonly trajectories: number; readonly levels: number }
  /** two samples of `base` points and one for each factor between them: base × (factors + 2) rows */
  | { readonly kind: "saltelli"; readonly base: number };

export type DesignKind = Design["kind"];

/** A value for every factor, by name, in the order of the factors. */
export type DesignPoint = Readonly<Record<string, PlainValue>>;

/** Settings and interventions under a name, to be compared with those of other arms. */
export interface Arm {
  readonly name: string;
  /** by name, on top of the experiment's */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** traits of the focal agents, by name, from the start on */
  readonly focalTraits: Readonly<Record<string, number>>;
  /** on top of the experiment's, as in a file of interventions */
  readonly interventions: readonly unknown[];
}

/** A number that is read off a run: a column of runs.csv. */
export interface Outcome {
  /** of the column */
  readonly name: string;
  /** of `networkMeasures` where it is one of the network, else of `focalMeasures` */
  readonly measure: string;
  /** the network as a whole, or the mean over all agents, the focal ones, or the others */
  readonly of: "network" | "agents" | "focal" | "others";
  readonly when: When;
  /** where a mean over a window is taken: ticks between two samples */
  readonly every: number;
  /** half the width that its interval may have, where `--until-precision` is given; else a share of the mean */
  readonly precision?: number;
}

/** When an outcome is read: at a tick, as the mean over ticks from + 1 to `to`, or as the value at `to` less the one at `from`. */
export type When = { readonly at: number } | { readonly mean: Span } | { readonly change: Span };

/** From less than to; both 0 to the ticks of a run. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Network measures over the time of every run. */
export interface Series {
  /** a value each so many ticks, at the start and at the end */
  readonly every: number;
  /** names of network measures, one or more */
  readonly measures: readonly string[];
}
