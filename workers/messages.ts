import type {
  AgentView,
  ImportedTies,
  InputFile,
  MeasureColumn,
  People,
  PlainValue,
  RunPlan,
  ScenarioName,
  Snapshot,
  TableFile,
  TieView,
} from "../sim/index.ts";

export type {
  AgentView,
  BeliefView,
  ContactView,
  ImportedTies,
  InputFile,
  MeasureColumn,
  People,
  Snapshot,
  TieView,
} from "../sim/index.ts";

/** What a run is begun with, as plain data that crosses threads: names and values as in a configuration file. */
export interface Start {
  readonly seed: string;
  /** whose parameters stand below those given here; its interventions are not added to those given here */
  readonly scenario?: ScenarioName;
  readonly parameters: Readonly<Record<string, PlainValue>>;
  readonly interventions: readonly Readonly<Record<string, unknown>>[];
  readonly people?: People;
  readonly imported?: ImportedTies;
  /** where people and ties came from, for the record */
  readonly files?: { readonly network?: InputFile; readonly agents?: InputFile };
}

/** What the view learns of a run that has begun. */
export interface Started {
  /** by name, each of them */
  readonly parameters: Record<string, number | string | boolean>;
  readonly names: readonly string[];
  readonly circleNames: readonly string[];
  /** what a row of measures holds, in its order */
  readonly measures: readonly MeasureColumn[];
}

/**
 * What the engine sends whenever the view has given a snapshot back and there is something new: the state now, and what was
 * measured since the last frame.
 */
export interface Frame {
  /** with the first frame of a run: what it is */
  readonly begins?: Started;
  readonly snapshot: Snapshot;
  /** rows of network measures, one after the other, each as long as `networkMeasures` */
  readonly rows: Float64Array;
  /** whether the engine goes on by itself */
  readonly playing: boolean;
  /** where they have changed: interventions that have acted or are to come */
  readonly interventions?: readonly Readonly<Record<string, unknown>>[];
}

/** Commands to the engine. Every one may be called at any time; none writes into the model's state. */
export interface EngineCommands {
  /** where frames go, and where snapshots come back to be filled again */
  connect(frames: MessagePort): void;
  /**
   * Begins a run at tick 0, paused, in place of the one before, which goes on where this fails.
   *
   * @returns what a person should know of defaults that gave way
   * @throws InputError with every fault
   */
  start(start: Start): readonly string[];
  /** ticks a second; Infinity for as fast as it goes */
  play(speed: number): void;
  pause(): void;
  /** so many ticks at once */
  step(ticks: number): void;
  /** @throws InputError where it is no intervention */
  intervene(intervention: Readonly<Record<string, unknown>>): void;
  agent(agent: number): AgentView | undefined;
  tie(one: number, other: number): TieView | undefined;
  stateHash(): string;
  /** what would begin this run again, and how far it is */
  record(): { start: Start; ticks: number };
}

/** The files of a run, as the command line writes them. */
export type RunFile = TableFile | "run.json";

/** Commands to the worker that goes through a run again, to write what it would have written on the command line. */
export interface ReplayCommands {
  /** One at a time. */
  replay(start: Start, plan: RunPlan, progress: (tick: number) => void): Promise<Partial<Record<RunFile, Blob>>>;
  /** makes the replay that is under way fail */
  cancel(): void;
}
