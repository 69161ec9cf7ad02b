/** What was found in a network file, and what was done about it. */
export interface NetworkSummary {
  readonly agents: number;
  readonly ties: number;
  /** ties that are listed one way only */
  readonly oneWay: number;
  /** ties with a weight that tells them apart */
  readonly weighted: number;
  /** records that repeat another one; their weights were added */
  readonly doubled: number;
  /** records of an agent with itself, left out */
  readonly selfLoops: number;
  /** records with a weight of 0, left out */
  readonly weightless: number;
  /** agents without a tie */
  readonly islands: number;
  /** agents whom only the agents file names */
  readonly added: number;
  readonly circles: number;
  /** `the file`, `Louvain communities`, `the agents file` */
  readonly circlesFrom: string;
  /** agents of whom no file says the circle, where others have one */
  readonly withoutCircle: number;
  /** what else a person should know */
  readonly notes: readonly string[];
}

/** One line: `34 agents, 78 ties, 3 doubled, 1 self-loop, 2 islands; 4 circles from Louvain communities`. */
export function describeNetwork(summary: NetworkSummary): string {
  const found = [
    count(summary.agents, "agent"),
    count(summary.ties, "tie"),
    some(summary.oneWay, "one way"),
    some(summary.doubled, "doubled"),
    summary.selfLoops > 0 ? count(summary.selfLoops, "self-loop") : "",
    some(summary.weightless, "of weight 0 left out"),
    summary.islands > 0 ? count(summary.islands, "island") : "",
    some(summary.added, "from the agents file only"),
  ];
  const joined = summary.withoutCircle > 0 ? `, ${count(summary.withoutCircle, "agent")} without one joined to them` : "";
  const circles = `${count(summary.circles, "circle")} from ${summary.circlesFrom}${joined}`;
  return [found.filter((part) => part !== "").join(", "), circles, ...summary.notes].join("; ");
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function some(number: number, what: string): string {
  return number > 0 ? `${number} ${what}` : "";
}
