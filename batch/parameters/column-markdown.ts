import { agentMeasureColumns, groupMeasureColumns, networkMeasures } from "../../sim/index.ts";

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly source: string;
}

const tables = { series: networkMeasures, agents: agentMeasureColumns, groups: groupMeasureColumns };

/**
 * The columns of series.csv, and those of agents.csv that are measured, as they stand in docs/files.md; and the measures of groups of
 * agents, as they stand in docs/experiments.md.
 */
export function columnMarkdown(which: keyof typeof tables): string {
  const columns: readonly Described[] = tables[which];
  const rows = columns.map(({ name, unit, description, source }) => `| \`${name}\` | ${unit} | ${description} | ${source} |`);
  return ["| column | unit | what it is | source |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
