import { type Definition, definitions, groups } from "../../sim/index.ts";
import { wrap } from "../wrap.ts";
import { shownDefault, shownLive, shownRange, shownUnit } from "./shown-values.ts";

/** Longer defaults are cut, with a sign; `--json` has them whole. */
const LONGEST_DEFAULT = 8;

/**
 * Every parameter for a person to read: two lines each, by group.
 *
 * @param width characters a line, for what is wrapped
 */
export function parameterText(width: number): string {
  const all: readonly Definition[] = Object.values(definitions);
  const rows = new Map(all.map((one) => [one, [one.name, shortDefault(one), shownRange(one), shownUnit(one), shownLive(one)]]));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[...rows.values()].map((cells) => cells[column].length)));
  const parts: string[] = [];
  for (const [group, title] of Object.entries(groups)) {
    const lines: string[] = [title];
    for (const [one, cells] of rows) {
      if (one.group !== group) continue;
      lines.push(`  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
      lines.push(...wrap(one.help, width, "      "));
    }
    parts.push(lines.join("\n"));
  }
  return `${parts.join("\n\n")}\n\n${wrap(note, width).join("\n")}\n`;
}

const note =
  "Each line: name, default, range, unit, and whether a change acts live, that is between two ticks of a run, or at its next start. " +
  "Set one with `weakties run --set name=value`.";

function shortDefault(definition: Definition): string {
  const text = shownDefault(definition);
  return text.length > LONGEST_DEFAULT && definition.kind === "number" ? `${text.slice(0, LONGEST_DEFAULT - 1)}…` : text;
}
