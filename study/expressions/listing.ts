import { agentMeasureNames, eventKinds, experimentMeasures } from "../../sim/index.ts";

/** A list of numbers: one for each agent of a group, or for each tie of a kind. */
export type Listing = AgentListing | TieListing;

export interface AgentListing {
  readonly kind: "agents";
  /** one of `agentColumns`; undefined if only the number of agents is wanted */
  readonly column?: string;
  readonly group: Group;
}

export interface TieListing {
  readonly kind: "ties";
  /** one of `tieColumns`; undefined if only the number of ties is wanted */
  readonly column?: string;
  readonly strength?: "strong" | "weak";
  readonly side?: "cross" | "within";
  readonly isBridge: boolean;
  /** strength from the first number on, below the second; 1 is included */
  readonly band?: { readonly from: number; readonly to: number };
  readonly ends?: TieEnds;
}

/** Which agents the ties join. `to` and `from` choose a direction of each tie, and matter only to what one agent believes of another. */
export interface TieEnds {
  readonly word: "of" | "to" | "from" | "between";
  /** two for `between` */
  readonly groups: readonly Group[];
}

/** Some agents at a tick. */
export type Group =
  | { readonly kind: "agents" }
  | { readonly kind: "focal" }
  | { readonly kind: "others" }
  /** by number or name */
  | { readonly kind: "circle" | "agent"; readonly which: number | string }
  | RankedGroup;

export interface RankedGroup {
  readonly kind: "top" | "bottom";
  readonly count: number;
  /** one of `agentColumns` */
  readonly by: string;
}

/** What a list can hold of each agent. */
export const agentColumns = agentMeasureNames;

/** What a list can hold of each tie; the beliefs have a number for each direction. */
export const beliefColumns = [
  "credibility",
  "reliability",
  "intimacy",
  "self_orientation",
  "evidence",
  "trust_score",
  "trust_share",
] as const;
export const tieColumns: readonly string[] = ["strength", "overlap", ...beliefColumns];

/** Whether a column of ties says what one agent believes of the other. */
export function isBelief(column: string | undefined): column is (typeof beliefColumns)[number] {
  return beliefColumns.some((one) => one === column);
}

/** A request is a favor asked for: a promise, or a refusal. */
export const REQUEST = "request";

export const eventNames: readonly string[] = [...eventKinds, REQUEST];

/** Measures of the network that stand alone. */
export const TICK = "tick";
export const networkNames: readonly string[] = experimentMeasures.map(({ name }) => name);

/** The first words of a kind of ties. */
export const tieWords = ["strong", "weak", "cross", "within", "ties", "bridges"] as const;

/** The first words of a group. */
export const groupWords = ["agents", "focal", "others", "circle", "agent", "top", "bottom"] as const;
