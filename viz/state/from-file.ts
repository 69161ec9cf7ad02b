import type { Start } from "../../workers/messages.ts";

/** What reading a file depends on: communities are drawn with the seed, and a domain must be one of those there are. */
export interface ReadOptions {
  readonly seed: string;
  readonly domains: number;
}

/** People read from files. */
export interface FromFile extends Pick<Start, "people" | "imported" | "files"> {
  /** the names of the files, as the page shows them */
  readonly file: string;
  /** one sentence that takes the place of the scenario's story */
  readonly summary: string;
  /** one line about a network: what was found, and what was changed */
  readonly note?: string;
  /** what else a person should know of the files, one line each */
  readonly notices?: readonly string[];
  /** reads the same files for a run with another seed or another number of domains */
  again(options: ReadOptions): Promise<FromFile>;
}
