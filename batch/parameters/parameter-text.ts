import { type Definition, definitions, groups } from "../../sim/index.ts";
import { wrap } from "../text/wrap.ts";
import { shownDefault, shownRange } from "./shown-values.ts";

/** Longer defaults are cut, with a sign, so that a line fits the narrowest terminals; `--json` has them whole. */
const LONGEST_DEFAULT = 7;

/**
 * Every parameter for a person to read: two lines each, by group.
 *
 * @param width characters a line, for what is wrapped
 */
export function parameterText(width: number): string {
  const all: readonly Definition[] = Object.values(definitions);
  const rows = new Map(all.map((one) => [one, cellsOf(one)]));
  const widths = [0, 1].map((column) => Math.max(...[...rows.values()].map((cells) => cells[column].length)));
  const parts: string[] = [];
  for (const [group, title] of Object.entries(groups)) {
    const lines: string[] = [title];
    for (const [one, cells] of rows) {
      if (one.group !== group) continue;
      lines.push(`  ${cells[0].padEnd(widths[0])}  ${cells[1].padEnd(widths[1])} ${cells[2]}`);
      lines.push(...wrap(one.help, width, "      "));
    }
    parts.push(lines.join("\n"));
  }
  return `${parts.join("\n\n")}\n\n${wrap(note, width).join("\n")}\n`;
}

const note =
  "Each line: name, default, when a change acts (live: between two ticks of a run; start: at the next start), range and unit. " +
  "Set one with `weakties run --set name=value`.";

/** Name, default, and the rest, in columns of its own. */
function cellsOf(one: Definition): string[] {
  const range = one.kind === "number" ? `${shownRange(one).padEnd(WIDEST_RANGE)}  ${one.unit}` : shownRange(one);
  return [one.name, shortDefault(one), `${one.live ? "live " : "start"}  ${range}`];
}

/** Characters of the longest range of a number, so that units stand in a column. */
const WIDEST_RANGE = Math.max(...Object.values(definitions).map((one) => (one.kind === "number" ? shownRange(one).length : 0)));

function shortDefault(definition: Definition): string {
  const text = shownDefault(definition);
  return text.length > LONGEST_DEFAULT && definition.kind === "number" ? `${text.slice(0, LONGEST_DEFAULT - 1)}…` : text;
}
