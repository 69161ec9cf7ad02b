import { agentMeasureColumns, networkMeasures } from "../../sim/index.ts";

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly source: string;
}

/** The columns of series.csv, and those of agents.csv that are measured, as they stand in docs/files.md. */
export function columnMarkdown(which: "series" | "agents"): string {
  const columns: readonly Described[] = which === "series" ? networkMeasures : agentMeasureColumns;
  const rows = columns.map(({ name, unit, description, source }) => `| \`${name}\` | ${unit} | ${description} | ${source} |`);
  return ["| column | unit | what it is | source |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
