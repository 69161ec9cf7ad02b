/** Rows as lines of text with columns in line: the first to the left, all others to the right. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const cell = (text: string, column: number) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return all.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}
