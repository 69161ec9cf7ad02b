import type { ImportedTies, People } from "../../sim/index.ts";
import type { Listing } from "./listing.ts";
import type { NetworkSummary } from "./network-summary.ts";

/** A network of real people in the form that a run takes. */
export interface ReadNetwork {
  /** with names and circles only */
  readonly people: People;
  readonly ties: ImportedTies;
  readonly summary: NetworkSummary;
  /** the label of each agent's circle in the file; undefined if it has none */
  readonly circleLabels: readonly (string | undefined)[];
  /** what the file lists: every record with its direction and weight, and all attributes of agents and ties */
  readonly listing: Listing;
}
