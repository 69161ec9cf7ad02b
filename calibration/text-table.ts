import { itemAt } from "../study/item-at.ts";

/** Formats rows as aligned lines of text. The first column is left-aligned, all others are right-aligned. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => itemAt(row, column).length)));
  const formatCell = (text: string, column: number) =>
    column === 0 ? text.padEnd(itemAt(widths, column)) : text.padStart(itemAt(widths, column));
  return all.map((row) => row.map(formatCell).join("  ").trimEnd()).join("\n");
}
