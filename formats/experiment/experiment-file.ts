import type { AgentSelector, PlainValue, ScenarioName } from "../../sim/index.ts";
import type { Arm, Design, Factor, Outcome, Series } from "../../study/experiment.ts";
import type { ReadInterventions } from "../list-interventions.ts";
import type { FileReference, Located } from "../table-reader.ts";

/**
 * What an experiment file says, sound by itself; what it does not say is undefined, and left to the configuration that it names or
 * to its scenario. Lines stand beside what hangs on these.
 */
export interface ExperimentFile {
  /** the file, as the messages call it */
  readonly file: string;
  readonly question?: string;
  readonly scenario?: ScenarioName;
  /** path of a configuration as for `weakties run`, as written; never together with a scenario */
  readonly config?: string;
  /** paths as written: meant from where the file is */
  readonly network?: FileReference;
  readonly agents?: FileReference;
  readonly ticks?: Located<number>;
  readonly burnIn?: Located<number>;
  readonly seed?: string;
  readonly replicates: number;
  /** by name, each sound, in the order of the definitions; whether they fit each other is for `mergeParameters` to say */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** in place of the scenario's, where they are given; not yet checked */
  readonly interventions?: ReadInterventions;
  /** its form is sound; whether the agents are there is asked when the people are known */
  readonly focalAgents?: Located<AgentSelector>;
  readonly factors: readonly ReadFactor[];
  readonly design: Design;
  readonly arms: readonly ReadArm[];
  readonly outcomes: readonly ReadOutcome[];
  readonly series?: Series;
  /** seconds */
  readonly runLimit: number;
  /** every parameter that the file sets or varies, and where */
  readonly settings: readonly Setting[];
}

/** A factor and the line it stands in. */
export type ReadFactor = Factor & { readonly line: number };

/** What varies, and how its values are put together. */
export interface ReadDesign {
  readonly design: Design;
  /** those of the points where the design is a list */
  readonly factors: readonly ReadFactor[];
}

/** An arm whose interventions are not yet checked. */
export interface ReadArm extends Omit<Arm, "interventions"> {
  readonly interventions: ReadInterventions;
}

/** A parameter or `focal.` and a trait that is set at one place of the file. */
export interface Setting {
  readonly name: string;
  readonly line: number;
  /** `vary`, `parameters`, `arms.none` */
  readonly place: string;
}

/** An outcome whose ticks may hang on the length of a run. */
export interface ReadOutcome extends Omit<Outcome, "when"> {
  readonly when: ReadWhen;
  /** of what is said of when, or of the outcome */
  readonly line: number;
}

export type ReadWhen =
  | { readonly at: number | "end" }
  | { readonly mean: "window" | ReadSpan }
  | { readonly change: "window" | ReadSpan };

export interface ReadSpan {
  readonly from: number;
  readonly to: number | "end";
}
