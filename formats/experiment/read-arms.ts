import { didYouMean, type PlainValue, shown, traitNames } from "../../sim/index.ts";
import { listInterventions, type ReadInterventions } from "../list-interventions.ts";
import { plainOf, shownValue, type YamlValue } from "../read-yaml.ts";
import { type Located, TableReader, valuesOf } from "../table-reader.ts";
import { checkName } from "./check-name.ts";
import type { ReadArm, Setting } from "./experiment-file.ts";
import { FOCAL, readTrait } from "./factor-levels.ts";
import { inOrder, keptParameters, withoutMinusZero } from "./plain-data.ts";

/** What the only arm is called where none is described. */
const ONLY_ARM = "base";

const armWords = ["parameters", "focal_traits", "interventions"];

/**
 * Reads `arms`.
 *
 * @param factors their names, which no arm may have
 * @returns the arms, and what they set
 */
export function readArms(file: TableReader, factors: ReadonlySet<string>): { arms: ReadArm[]; settings: Setting[] } {
  const { faults } = file;
  const given = file.entries("arms", "a table such as {none: {}, without_gossip: {parameters: {gossip: off}}}");
  const value = file.get("arms");
  if (value?.table?.size === 0) faults.add(value.line, "arms must have one at least; leave the key out for a single one");
  const settings: Setting[] = [];
  const arms = [...given].map(([name, arm]): ReadArm => {
    checkName("arm", name, factors, arm.line, faults);
    if (arm.table === undefined && arm.scalar !== null)
      faults.add(arm.line, `arms.${name} must be a table of ${armWords.join(", ")}, or {}, got ${shownValue(arm)}`);
    const reader = new TableReader(arm.table ?? new Map(), faults, `arms.${name}`);
    reader.onlyKeys(armWords);
    const parameters = reader.parameters("parameters");
    const traits = readTraits(reader);
    const place = `arms.${name}`;
    for (const [parameter, { line }] of parameters) settings.push({ name: parameter, line, place });
    for (const [trait, { line }] of traits) settings.push({ name: FOCAL + trait, line, place });
    return {
      name,
      parameters: keptParameters(valuesOf(parameters)),
      focalTraits: inOrder(traitNames, Object.entries(valuesOf(traits))),
      interventions: readInterventionList(reader),
    };
  });
  if (arms.length === 0)
    arms.push({ name: ONLY_ARM, parameters: {}, focalTraits: {}, interventions: { file: faults.file, given: [], lines: [] } });
  return { arms, settings };
}

/** The interventions of a table, as plain data that nobody has checked yet. */
export function readInterventionList(reader: TableReader): ReadInterventions {
  const { faults } = reader;
  const value = reader.get("interventions");
  const read = value === undefined ? { file: faults.file, given: [], lines: [] } : listInterventions(value, faults);
  return { ...read, given: read.given.map(withoutMinusZero) };
}

function readTraits(reader: TableReader): Map<string, Located<number>> {
  const sound = new Map<string, Located<number>>();
  const given: ReadonlyMap<string, YamlValue> = reader.entries("focal_traits", "a table such as {follow_through: 0.9}");
  for (const [name, value] of given) {
    if (!(traitNames as readonly string[]).includes(name)) {
      reader.faults.add(
        value.line,
        `unknown trait ${shown(name)}${didYouMean(name, traitNames)}; known are ${traitNames.join(", ")}`,
      );
      continue;
    }
    const read = readTrait(name, plainOf(value) as PlainValue);
    if ("problem" in read) reader.faults.add(value.line, read.problem);
    else sound.set(name, { value: read.value, line: value.line });
  }
  return sound;
}
