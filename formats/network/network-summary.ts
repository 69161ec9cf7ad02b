import { formatNumber } from "../../sim/index.ts";
import { formatCount } from "../format-number.ts";

/** What a network file contains, and how it was read. */
export interface NetworkSummary {
  readonly agents: number;
  readonly ties: number;
  /** ties that are listed in one direction only */
  readonly oneWay: number;
  /** ties with a weight that tells them apart */
  readonly weighted: number;
  /** records that repeat another one; their weights were added */
  readonly repeated: number;
  /** records of an agent with itself, left out */
  readonly selfLoops: number;
  /** records with a weight of 0, left out */
  readonly zeroWeights: number;
  /** agents without a tie */
  readonly isolated: number;
  /** agents that only the agents file names */
  readonly added: number;
  readonly circles: number;
  /** `the file`, `Louvain communities`, `the agents file` */
  readonly circlesFrom: string;
  /** agents whose circle no file gives, although others have one */
  readonly withoutCircle: number;
  /** what else a person should know */
  readonly notes: readonly string[];
  /** what looks wrong */
  readonly warnings: readonly string[];
}

/** One line: `34 agents, 78 ties, 3 repeated lines, 1 self-loop, 2 without ties; 4 circles from Louvain communities`. */
export function describeNetwork(summary: NetworkSummary): string {
  const found = [
    formatCount(summary.agents, "agent"),
    formatCount(summary.ties, "tie"),
    summary.oneWay > 0 ? `${formatNumber(summary.oneWay)} one way` : "",
    summary.repeated > 0 ? formatCount(summary.repeated, "repeated line") : "",
    summary.selfLoops > 0 ? formatCount(summary.selfLoops, "self-loop") : "",
    summary.zeroWeights > 0 ? `${formatCount(summary.zeroWeights, "line")} of weight 0 left out` : "",
    summary.isolated > 0 ? `${formatNumber(summary.isolated)} without ties` : "",
    summary.added > 0 ? `${formatNumber(summary.added)} only in the agents file` : "",
  ];
  const joined = summary.withoutCircle > 0 ? `, joined by ${formatCount(summary.withoutCircle, "agent")} without one` : "";
  const circles = `${formatCount(summary.circles, "circle")} from ${summary.circlesFrom}${joined}`;
  return [found.filter((part) => part !== "").join(", "), circles, ...summary.notes].join("; ");
}
