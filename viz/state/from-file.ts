import type { Reading } from "../../formats/network/read-options.ts";
import type { ScenarioName } from "../../sim/parameters/scenarios.ts";
import type { Start } from "../../workers/messages.ts";
import type { NoticeAction } from "./notices.ts";

/** What a person has said about a file: what its lines are, and how to read it. */
export interface FileChoice {
  readonly kind: "network" | "agents";
  readonly reading: Reading;
}

/** What reading a file depends on: communities are drawn with the seed, and a domain must be one of those there are. */
export interface ReadOptions {
  readonly seed: string;
  readonly domains: number;
  /** by the name of the file */
  readonly choices?: Readonly<Record<string, FileChoice>>;
  /** whether files are read again with other choices; then a record's own seed and domains don't count */
  readonly isAgain?: boolean;
}

/** How a recorded run started, and what came out. */
export interface RecordedStart extends Pick<Start, "seed" | "parameters" | "interventions"> {
  readonly scenario: ScenarioName;
  readonly domains: number;
  /** ticks of its burn-in before tick 0; 0 if there was none */
  readonly settled: number;
  /** where it ended */
  readonly ticks: number;
  /** its state there */
  readonly stateHash: string;
  /** the program version that wrote it */
  readonly version: string;
}

/** People read from files. */
export interface FromFile extends Pick<Start, "people" | "imported" | "files"> {
  /** the names of the files, as the page shows them */
  readonly file: string;
  /** one sentence that takes the place of the scenario's story */
  readonly summary: string;
  /** the run to repeat, if one of the files was a run.json */
  readonly record?: RecordedStart;
  /** one line about a network: what was found, and what was changed */
  readonly note?: string;
  /** what else a person should know of the files, one line each */
  readonly notices?: readonly string[];
  /** what a person can do about how the files were read */
  readonly actions?: readonly NoticeAction[];
  /** reads the same files for a run with another seed or another number of domains */
  again(options: ReadOptions): Promise<FromFile>;
}

/** Files were refused. The message has every fault, one per line. */
export class RefusedFiles extends Error {
  override readonly name = "RefusedFiles";
  /** what a person can do about it */
  readonly actions: readonly NoticeAction[];

  constructor(message: string, actions: readonly NoticeAction[]) {
    super(message);
    this.actions = actions;
  }
}
