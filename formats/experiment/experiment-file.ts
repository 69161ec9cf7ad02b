import type { AgentSelector, PlainValue, ScenarioName } from "../../sim/index.ts";
import type { Confidence, Contrast } from "../../study/contrasts/contrast.ts";
import type { Arm, Design, Factor, MeasureOutcome, Series, Stop, ValueOutcome } from "../../study/experiment.ts";
import type { Group } from "../../study/expressions/listing.ts";
import type { WindowKind } from "../../study/outcomes.ts";
import type { ReadInterventions } from "../list-interventions.ts";
import type { FileReference, Located } from "../table-reader.ts";

/**
 * What an experiment file says. Each part is sound. What the file leaves out is undefined; its configuration or scenario supplies
 * it. Values that later checks refer to have their lines.
 */
export interface ExperimentFile {
  /** the file's name in messages */
  readonly file: string;
  readonly question?: string | undefined;
  readonly scenario?: ScenarioName | undefined;
  /** path of a configuration as for `weakties run`, as written; never given together with a scenario */
  readonly config?: string | undefined;
  /** paths as written, relative to this file */
  readonly network?: FileReference | undefined;
  readonly agents?: FileReference | undefined;
  readonly ticks?: Located<number> | undefined;
  /** length of the burn-in in ticks */
  readonly settled?: number | undefined;
  readonly burnIn?: Located<number> | undefined;
  readonly seed?: string | undefined;
  readonly replicates: number;
  readonly seeds?: readonly string[] | undefined;
  /** by name, in the order of the definitions; each value is sound, and `mergeParameters` checks whether they fit each other */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** replace those of the scenario if given; not yet checked */
  readonly interventions?: ReadInterventions | undefined;
  /** sound in form; whether the agents exist is checked once the people are known */
  readonly focalAgents?: Located<AgentSelector> | undefined;
  readonly factors: readonly ReadFactor[];
  readonly design: Design;
  readonly arms: readonly ReadArm[];
  readonly outcomes: readonly ReadOutcome[];
  readonly contrasts: readonly Contrast[];
  readonly confidence?: Confidence | undefined;
  readonly series?: Series | undefined;
  readonly stop?: ReadStop | undefined;
  readonly tables?: ReadRunTables | undefined;
  /** seconds */
  readonly runLimit: number;
  /** every parameter that the file sets or varies, and where */
  readonly settings: readonly Setting[];
}

/** A factor and its line. */
export type ReadFactor = Factor & { readonly line: number };

/** What varies, and how its values are combined. */
export interface ReadDesign {
  readonly design: Design;
  /** those of the points if the design is a list */
  readonly factors: readonly ReadFactor[];
  /** what the causes of a Shapley design set, and where */
  readonly settings?: readonly Setting[];
}

/** An arm whose interventions are not yet checked. */
export interface ReadArm extends Omit<Arm, "interventions"> {
  readonly interventions: ReadInterventions;
}

/** A parameter, or `focal.` and a trait, that the file sets at one place. */
export interface Setting {
  readonly name: string;
  readonly line: number;
  /** `vary`, `parameters`, `arms.none` */
  readonly place: string;
}

/** An outcome whose ticks may depend on the length of a run. */
export type ReadOutcome = (Omit<MeasureOutcome, "when"> | Omit<ValueOutcome, "when">) & {
  readonly when: ReadWhen;
  /** of the time it is read, or of the outcome */
  readonly line: number;
  /** groups of agents in its expressions */
  readonly groups: readonly Group[];
};

/** A stop condition, and the groups of agents in it. */
export type ReadStop = Located<Stop> & { readonly groups: readonly Group[] };

/** Tables of runs whose ticks may depend on the length of a run. */
export interface ReadRunTables {
  readonly line: number;
  readonly ties?: { readonly at: readonly Located<number | "end">[]; readonly where?: string; readonly groups: readonly Group[] };
  readonly agents?: { readonly at: readonly Located<number | "end">[] };
  readonly events?: {
    readonly kinds: readonly string[];
    readonly from: number;
    readonly to: number | "end";
    readonly line: number;
  };
}

/** A contrast whose outcome, arms and levels are not yet checked. */
export interface ReadContrast extends Omit<Contrast, "outcome"> {
  /** undefined: the only outcome */
  readonly outcome?: string;
  readonly line: number;
  readonly outcomeLine: number;
}

/** When an outcome is read. `first` is a condition. */
export type ReadWhen =
  | { readonly at: number | "end" }
  | { readonly over: WindowKind | "change"; readonly span: "window" | ReadSpan }
  | { readonly first: string };

export interface ReadSpan {
  readonly from: number;
  readonly to: number | "end";
}
