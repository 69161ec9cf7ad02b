/** Aligns rows of cells in columns, the first one to the left and the others to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  const pad = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return column === 0 ? cell.padEnd(width) : cell.padStart(width + 2);
  };
  return rows.map((row) => `  ${row.map(pad).join("")}`.trimEnd()).join("\n");
}
