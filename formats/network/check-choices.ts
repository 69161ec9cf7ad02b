import type { Faults } from "../faults.ts";
import type { ColumnChoice, ReadOptions } from "./read-options.ts";

/** What a person can choose in a kind of file. */
interface Choosable {
  readonly columns: readonly (keyof ColumnChoice)[];
  /** what to do about circles, if no column can be chosen for them */
  readonly insteadOfCircles?: string;
}

const byAgents = "give the circles of agents with --agents";
const attributes: Choosable = { columns: ["weight", "trust", "time"] };

const choosable = {
  "an edge list": {
    columns: ["from", "to", "weight", "direction", "trust", "time"],
    insteadOfCircles: `call the columns of the two circles from_circle and to_circle, or ${byAgents}`,
  },
  "an edge list of networkx": { ...attributes, insteadOfCircles: byAgents },
  "a matrix": { columns: [], insteadOfCircles: byAgents },
  GraphML: attributes,
  GEXF: attributes,
  GML: attributes,
  JSON: attributes,
  Pajek: { columns: [] },
  "UCINET DL": { columns: [], insteadOfCircles: byAgents },
} satisfies Readonly<Record<string, Choosable>>;

/** A file by what can be chosen in it. */
export type KindOfFile = keyof typeof choosable;

/** Refuses choices that a kind of file cannot follow, so that none is ignored in silence. */
export function checkChoices(kind: KindOfFile, { columns = {}, circleColumn }: ReadOptions, faults: Faults): void {
  const { columns: allowed, insteadOfCircles }: Choosable = choosable[kind];
  const refused = Object.keys(columns).filter((key) => !allowed.some((one) => one === key));
  const remedy = allowed.length === 0 ? "leave out --columns" : `only ${allowed.join(", ")} can be`;
  if (refused.length > 0) faults.add(0, `--columns: ${refused.join(" and ")} cannot be chosen in ${kind}; ${remedy}`);
  if (circleColumn !== undefined && insteadOfCircles !== undefined)
    faults.add(0, `--circle-column: cannot be chosen in ${kind}; ${insteadOfCircles}`);
}

/** Refuses choices for the ties.csv of a run, which says everything about its ties. */
export function checkRunTable({ circleColumn, trustScale, timeUnit, until }: ReadOptions, faults: Faults): void {
  const given = { "--circle-column": circleColumn, "--trust-scale": trustScale, "--time-unit": timeUnit, "--until": until };
  for (const [flag, value] of Object.entries(given))
    if (value !== undefined)
      faults.add(
        0,
        `${flag}: cannot be chosen for the ties.csv of a run; to read it like any list of ties, give --columns from=from,to=to`,
      );
  faults.throwIfAny();
}
