import { checkInterventions, didYouMean, formatValue, type Intervention } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { type KnownNames, readInterventionTable } from "./intervention-table.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { plainWord } from "./network/words.ts";
import { readYaml } from "./read-yaml.ts";
import { findTable } from "./table/find-table.ts";

/** What is known about a run when its interventions are checked. */
export type Known = Parameters<typeof checkInterventions>[1];

/**
 * Reads interventions: a list in YAML or JSON, alone or as `interventions:` of a table, or a CSV table with the columns
 * `tick`, `action`, `agents`, `name`, `value`, `circle`, `until`, `label`.
 *
 * @param known names of agents and circles. In a table, a number is a name if one is so spelled, otherwise an index
 * @throws InputError if the text is none of these
 */
export function readInterventions(
  text: string,
  file: string,
  known: KnownNames = { names: [], circleNames: [] },
): ReadInterventions {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const table = findTable(checked, ["\t", ";", ","]);
  const [firstLine = ""] = checked.slice(table?.start.at ?? 0).split(/[\r\n]/, 1);
  if (table !== undefined && firstLine.split(table.delimiter).some((cell) => plainWord(cell) === "action"))
    return readInterventionTable(checked, table, faults, known);
  const value = readYaml(checked, faults);
  // A table with other keys is a single intervention or the wrong file.
  for (const [key, { line }] of value.table ?? [])
    if (key !== "interventions")
      faults.add(
        line,
        `unknown key ${formatValue(key)}${didYouMean(key, ["interventions"])}; start each intervention of a list with -`,
      );
  faults.throwIfAny();
  const read = listInterventions(value.table?.get("interventions") ?? value, faults);
  faults.throwIfAny();
  return read;
}

/**
 * Checks interventions by the rules of the model and adds the line to each fault.
 *
 * @returns the interventions in the order in which they take effect
 * @throws InputError with every fault
 */
export function checkReadInterventions({ file, given, lines }: ReadInterventions, known: Known): Intervention[] {
  const { interventions, problems } = checkInterventions(given, known, "");
  const faults: Faults = new Faults(file);
  for (const problem of problems) {
    const [, at = "", what = problem] = /^\[(\d+)\]: (.*)$/s.exec(problem) ?? [];
    faults.add(at === "" ? 0 : (lines[Number(at)] ?? 0), what);
  }
  faults.throwIfAny();
  return interventions;
}
