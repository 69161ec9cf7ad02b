import type { Start } from "../../workers/messages.ts";

/** People who came from files, in the place of a scenario's. */
export interface FromFile extends Pick<Start, "people" | "imported" | "files"> {
  /** what the page calls them: the names of the files */
  readonly file: string;
  /** a sentence for a person */
  readonly summary: string;
  /** a line on what was found in a network, and what was done about it */
  readonly note?: string;
  /** the same files as people of a run with another seed, on which the circles that are found may hang, or other domains */
  again(options: { readonly seed: string; readonly domains: number }): Promise<FromFile>;
}
