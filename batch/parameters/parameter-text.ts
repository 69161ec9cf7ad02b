import { type Definition, definitions, groups } from "../../sim/index.ts";
import { wrap } from "../text/wrap.ts";
import { formatDefault, formatRange } from "./format-definition.ts";

/** A longer default is cut and marked with …, so that a line fits a narrow terminal. `--json` has the whole default. */
const LONGEST_DEFAULT = 7;

/**
 * Lists every parameter for a person: by group, with one line of facts and a description.
 *
 * @param width characters per line of description
 */
export function parameterText(width: number): string {
  const definitionList: readonly Definition[] = Object.values(definitions);
  const rows = definitionList.map((definition) => ({ definition, ...cellsOf(definition) }));
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const parts = Object.entries(groups).map(([group, title]) => {
    const lines: string[] = [title];
    for (const { definition, name, value, live, range } of rows) {
      if (definition.group !== group) continue;
      const start = `  ${name.padEnd(nameWidth)}  ${value.padEnd(LONGEST_DEFAULT)} ${live}`;
      const line = `${start}  ${range}`;
      // A long list of choices has lines of its own.
      lines.push(...(line.length > width ? [start, ...wrap(range, width, "      ")] : [line]));
      lines.push(...wrap(definition.help, width, "      "));
    }
    return lines.join("\n");
  });
  return `${parts.join("\n\n")}\n\n${wrap(note, width).join("\n")}\n`;
}

const note =
  "Each line shows the name, the default, when a change takes effect (live: between two ticks of a run; start: at the next start), " +
  "the range and the unit. To set a parameter, use `weakties run --set name=value`.";

function cellsOf(definition: Definition): { name: string; value: string; live: string; range: string } {
  const { kind, name } = definition;
  const values = formatRange(definition);
  const range = kind === "number" ? `${values.padEnd(WIDEST_RANGE)}  ${definition.unit}` : values;
  return { name, value: shortDefault(definition), live: definition.live ? "live " : "start", range };
}

/** Characters of the longest range of a number, so that the units are in one column. */
const WIDEST_RANGE = Math.max(...Object.values(definitions).map((one) => (one.kind === "number" ? formatRange(one).length : 0)));

function shortDefault(definition: Definition): string {
  const text = formatDefault(definition);
  return text.length > LONGEST_DEFAULT && definition.kind === "number" ? `${text.slice(0, LONGEST_DEFAULT - 1)}…` : text;
}
