import type {
  AgentView,
  ImportedTies,
  InputFile,
  MeasureColumn,
  PackedEvidence,
  People,
  PlainValue,
  RunPlan,
  ScenarioName,
  Snapshot,
  TableFile,
  TieView,
  Watch,
  WayResults,
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
  TurningIntervention,
  WayResults,
} from "../sim/index.ts";

/** What a run starts from, as plain data that can cross threads. Names and values are those of a configuration file. */
export interface Start {
  readonly seed: string;
  /** gives the parameters that `parameters` leaves out; its interventions are not added */
  readonly scenario?: ScenarioName;
  readonly parameters: Readonly<Record<string, PlainValue>>;
  readonly interventions: readonly Readonly<Record<string, unknown>>[];
  /** the interventions of the same world without changes by hand; those above if not given */
  readonly planned?: Start["interventions"];
  readonly people?: People;
  readonly imported?: ImportedTies;
  /** ticks of the burn-in before tick 0; none if not given */
  readonly settled?: number;
  /** the world at the end of the burn-in, as bytes, so that it need not be made; ignored if it is another one */
  readonly world?: Uint8Array;
  /** the files that people and ties came from, for the record */
  readonly files?: { readonly network?: InputFile; readonly agents?: InputFile };
}

/** What the page gets to know about a run that has started. */
export interface Started {
  /** every parameter by name */
  readonly parameters: Record<string, number | string | boolean>;
  readonly names: readonly string[];
  readonly circleNames: readonly string[];
  /** ticks of the burn-in before tick 0 */
  readonly settled: number;
  /** the columns of a row of measures, in order */
  readonly measures: readonly MeasureColumn[];
}

/** A run that still has to settle. */
export interface Settling {
  /** what its settled world depends on, as a hash */
  readonly key: string;
  /** ticks of the burn-in */
  readonly ticks: number;
}

/**
 * What the engine sends when the page has returned a snapshot and something has changed: the state now, and all measures since the
 * last frame.
 */
export interface Frame {
  /** only in the first frame of a run */
  readonly begins?: Started;
  readonly snapshot: Snapshot;
  /** rows of network measures, one after the other; each has the length of `networkMeasures` */
  readonly rows: Float64Array;
  /** whether the engine ticks without further commands */
  readonly playing: boolean;
  /** the last tick of the run; the snapshot may show an earlier one */
  readonly present: number;
  /** only after the run has been changed from an earlier tick on: rows and forks after this tick no longer hold. Those in this frame do. */
  readonly cut?: number;
  /** of a slow run, the promises broken since the last frame: who broke one, and to whom, one pair after the other */
  readonly broken: Uint32Array;
  /** all interventions, past and planned; only if they have changed since the last frame */
  readonly interventions?: readonly Readonly<Record<string, unknown>>[];
  /** only in the first frame after the run has begun to differ from what was planned */
  readonly fork?: Fork;
}

/** A run at the last tick before it differs from what was planned. */
export interface Fork {
  readonly tick: number;
  /** its state, with which another engine continues as planned; not given if the world is too large to run twice */
  readonly state?: Uint8Array<ArrayBuffer>;
}

/** What names a run and the tick on show, without the data of people. */
export interface RunIdentity {
  readonly start: Omit<Start, "people" | "imported" | "world">;
  /** the tick on show */
  readonly tick: number;
  /** the state on show */
  readonly stateHash: string;
}

/** Commands to the engine, allowed at any time. Only the run itself changes the state of the model. */
export interface EngineCommands {
  /** sets the port that frames go to and snapshots come back from */
  connect(frames: MessagePort): void;
  /**
   * Replaces the run with a new one at tick 0, paused. If this fails, the old run continues. A run that has to settle first replaces
   * it when that is done.
   *
   * @returns one line for each default that gave way
   * @throws InputError with every fault
   */
  start(start: Start): readonly string[];
  /** the run that has to settle, if there is one */
  settling(): Settling | undefined;
  /**
   * Settles a run at once.
   *
   * @param world the end of its burn-in as bytes
   * @returns false if the bytes are damaged, or are another world
   */
  takeWorld(world: Uint8Array): boolean;
  /**
   * Settles a run a little further.
   *
   * @param milliseconds that this may take
   * @returns how many ticks of the burn-in are done; all of them, if no run has to settle
   */
  settle(milliseconds: number): number;
  /** gives up a run that has to settle; the old one continues */
  stopSettling(): void;
  /** @param speed ticks a second; Infinity for as fast as possible */
  play(speed: number): void;
  pause(): void;
  /**
   * Goes to a tick as fast as possible, and stops there.
   *
   * @param isGentle whether to rest between slices, and so to leave time for other threads
   */
  playTo(tick: number, isGentle: boolean): void;
  /** does this many ticks at once */
  step(ticks: number): void;
  /**
   * Goes to an earlier tick of the run, or to its last one, and pauses. `travel` does the work. What the engine shows and answers is then
   * about that tick; playing goes through the past again, and then continues the run.
   *
   * @returns whether it is there already
   */
  visit(tick: number): boolean;
  /**
   * Gives the run another list of interventions: replays it from where the lists differ to a tick, which is then its last one. `travel`
   * does the work; until it has arrived, the run is as before. A list that differs only later acts at once.
   *
   * @returns whether it is done already
   * @throws InputError with every fault; the run is as before
   */
  replan(interventions: Start["interventions"], tick: number): boolean;
  /**
   * Works on the last `visit` or `replan`.
   *
   * @param milliseconds that this may take
   * @returns how many ticks are left; 0 on arrival, undefined if another command has ended it
   */
  travel(milliseconds: number): number | undefined;
  /** gives up a `visit` or `replan` that hasn't arrived, and shows the last tick */
  stopTravel(): void;
  /** @throws InputError with every fault of the intervention */
  intervene(intervention: Readonly<Record<string, unknown>>): void;
  /**
   * Forks the run at its last tick: from there on, it is compared with what is planned for it now, with all changes so far.
   *
   * @returns false if no run has started, or if an earlier tick is on show
   */
  forkHere(): boolean;
  /** @returns undefined if there is no such agent */
  agent(agent: number): AgentView | undefined;
  /** @returns undefined if there is no such tie */
  tie(one: number, other: number): TieView | undefined;
  /** what came of the five ways */
  ways(): WayResults | undefined;
  /** Replaces the run with the fork of another one, which continues as planned. */
  continueFork(state: Uint8Array): void;
  /** the hash of the state on show. @throws Error if no run has started */
  stateHash(): string;
  /**
   * The run so far, as data that starts it again, and its tick.
   *
   * @throws Error if no run has started
   */
  record(): { start: Start; ticks: number };
  /** @throws Error if no run has started */
  identify(): RunIdentity;
}

/** The files of a run, as the command line writes them. */
export type RunFile = TableFile | "run.json";

/** Forms in which other programs read networks, as `weakties export` names them. */
export type NetworkForm = "gexf" | "graphml";

/** Commands to the worker that replays a run to write its files. It replays one run at a time. */
export interface ReplayCommands {
  replay(start: Start, plan: RunPlan, onProgress: (tick: number) => void): Promise<Partial<Record<RunFile, Blob>>>;
  /** the network up to a tick, as `weakties export` writes it */
  exportNetwork(start: Start, ticks: number, form: NetworkForm, onProgress: (tick: number) => void): Promise<Blob>;
  /** makes the current replay fail */
  cancel(): void;
}

/** Evidence that has been listed since the last answer. */
export interface NewEvidence extends PackedEvidence {
  /** up to which tick it has been listed */
  readonly tick: number;
}

/** Commands to the worker that lists evidence. */
export interface EvidenceCommands {
  /**
   * Begins to replay a run for a tie or an agent. Whatever was watched before is given up.
   *
   * @throws InputError with every fault of the start
   */
  watch(start: Start, watch: Watch): void;
  /**
   * Continues to a tick, or until there is much to send.
   *
   * @param interventions all of the run as it is now
   * @param isGentle whether to rest between slices, and so to leave time for other threads
   * @returns what is new; undefined if something else is watched by now, or if the run had other interventions so far
   */
  listUntil(
    tick: number,
    interventions: Start["interventions"],
    isGentle: boolean,
    onProgress: (tick: number) => void,
  ): Promise<NewEvidence | undefined>;
  /** gives up what is watched */
  unwatch(): void;
}
