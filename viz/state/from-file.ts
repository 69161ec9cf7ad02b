import type { ScenarioName } from "../../sim/parameters/scenarios.ts";
import type { Start } from "../../workers/messages.ts";

/** What reading a file depends on: communities are drawn with the seed, and a domain must be one of those there are. */
export interface ReadOptions {
  readonly seed: string;
  readonly domains: number;
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
  /** reads the same files for a run with another seed or another number of domains */
  again(options: ReadOptions): Promise<FromFile>;
}
