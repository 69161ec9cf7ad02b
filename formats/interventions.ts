import { checkInterventions, didYouMean, type Intervention, shown } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { type KnownNames, readInterventionTable } from "./intervention-table.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { plainWord } from "./network/words.ts";
import { readYaml } from "./read-yaml.ts";
import { findTable } from "./table/find-table.ts";

/** What is known of a run when its interventions are checked. */
export type Known = Parameters<typeof checkInterventions>[1];

/**
 * Reads interventions: a list in YAML or JSON, alone or as `interventions:` of a table, or a CSV table with the columns
 * `tick`, `action`, `agents`, `name`, `value`, `circle`, `until`, `label`.
 *
 * @param known names of agents and circles: in a table a number is what is called so, and else an index
 * @throws InputError where the text is none of these
 */
export function readInterventions(
  text: string,
  file: string,
  known: KnownNames = { names: [], circleNames: [] },
): ReadInterventions {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const table = findTable(checked, ["\t", ";", ","]);
  const firstLine = checked.slice(table?.start.at ?? 0).split(/[\r\n]/, 1)[0];
  if (table !== undefined && firstLine.split(table.delimiter).some((cell) => plainWord(cell) === "action"))
    return readInterventionTable(checked, table, faults, known);
  const value = readYaml(checked, faults);
  // As part of a configuration too, but of nothing else: a table may also be one intervention, or a file taken by mistake.
  for (const [key, { line }] of value.table ?? [])
    if (key !== "interventions")
      faults.add(line, `unknown key ${shown(key)}${didYouMean(key, ["interventions"])}; in a list each intervention begins with -`);
  faults.throwIfAny();
  const read = listInterventions(value.table?.get("interventions") ?? value, faults);
  faults.throwIfAny();
  return read;
}

/**
 * Checks interventions as the model does, and says of each fault in which line it stands.
 *
 * @returns the interventions in the order in which they act
 * @throws InputError with every fault
 */
export function checkReadInterventions({ file, given, lines }: ReadInterventions, known: Known): Intervention[] {
  const { interventions, problems } = checkInterventions(given, known, "");
  const faults: Faults = new Faults(file);
  for (const problem of problems) {
    const [, at, what] = /^\[(\d+)\]: (.*)$/s.exec(problem) ?? ["", "", problem];
    faults.add(lines[Number(at)] ?? 0, what);
  }
  faults.throwIfAny();
  return interventions;
}
