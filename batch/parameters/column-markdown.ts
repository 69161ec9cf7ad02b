import { agentMeasureColumns, groupMeasureColumns, networkMeasures } from "../../sim/index.ts";
import { analysisMeasures } from "../../study/run-analysis/analysis-tables.ts";

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly source: string;
}

const tables = { series: networkMeasures, agents: agentMeasureColumns, groups: groupMeasureColumns, analysis: analysisMeasures };

/**
 * The tables of measures in the docs: in docs/files.md the columns of series.csv and the measured columns of agents.csv, and in
 * docs/experiments.md the measures of groups of agents, and in docs/analyze.md those of `weakties analyze`.
 */
export function columnMarkdown(which: keyof typeof tables): string {
  const columns: readonly Described[] = tables[which];
  const rows = columns.map(({ name, unit, description, source }) => `| \`${name}\` | ${unit} | ${description} | ${source} |`);
  return ["| column | unit | what it is | source |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
