import { didYouMean, formatValue, type PlainValue, traitNames, withoutMinusZero } from "../../sim/index.ts";
import { mostFactors } from "../../study/designs/design-size.ts";
import { FOCAL } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { describeNested } from "../fields.ts";
import { listInterventions, type ReadInterventions } from "../list-interventions.ts";
import type { Schema } from "../parameter-schema.ts";
import { type Located, TableReader, valuesOf } from "../table-reader.ts";
import { describeValue, plainOf, type YamlValue } from "../yaml-value.ts";
import { checkName, NAME_PATTERN } from "./check-name.ts";
import type { ReadArm, Setting } from "./experiment-file.ts";
import { readTrait } from "./factor-levels.ts";
import { keepParameters, sortByNames } from "./plain-data.ts";
import { fieldTable, parametersSchema, ref, traits } from "./schema-parts.ts";

/** The name of the only arm if the file describes none. */
const ONLY_ARM = "base";

/** The keys of an arm. */
export const armFields = {
  parameters: describeNested("Parameters in the runs of this arm.", parametersSchema),
  focal_traits: describeNested("Traits of the focal agents in this arm.", { ...traits, type: ["object", "null"] }),
  interventions: describeNested("Interventions in the runs of this arm, in addition to those of every run.", ref("interventions")),
};

export const armsSchema: Schema = {
  type: ["object", "null"],
  minProperties: 1,
  propertyNames: { pattern: NAME_PATTERN },
  additionalProperties: { ...fieldTable(armFields), type: ["object", "null"] },
};

/** Causes by name, each with at least one setting. */
export const causesSchema: Schema = {
  type: "object",
  minProperties: 2,
  maxProperties: mostFactors("shapley"),
  propertyNames: { pattern: NAME_PATTERN },
  additionalProperties: { ...fieldTable(armFields), minProperties: 1 },
};

/**
 * Reads `arms`.
 *
 * @param factors names of the factors, which no arm may have
 * @returns the arms, and what they set
 */
export function readArms(file: TableReader, factors: ReadonlySet<string>): { arms: ReadArm[]; settings: Setting[] } {
  const { faults } = file;
  const given = file.entries("arms", "a table such as {none: {}, without_gossip: {parameters: {gossip: off}}}");
  const value = file.get("arms");
  if (value?.table?.size === 0) faults.add(value.line, "arms needs at least one entry; for a single arm, leave the key out");
  const settings: Setting[] = [];
  const arms = [...given].map(([name, arm]): ReadArm => {
    checkName("arm", name, factors, arm.line, faults);
    const read = readSettings(arm, `arms.${name}`, faults);
    settings.push(...read.settings);
    return { name, ...read.sets };
  });
  if (arms.length === 0)
    arms.push({ name: ONLY_ARM, parameters: {}, focalTraits: {}, interventions: { file: faults.file, given: [], lines: [] } });
  return { arms, settings };
}

/**
 * Reads what an arm or a cause sets.
 *
 * @param place `arms.none`
 */
export function readSettings(
  value: YamlValue,
  place: string,
  faults: Faults,
): { sets: Omit<ReadArm, "name">; settings: Setting[] } {
  const keys = Object.keys(armFields);
  if (value.table === undefined && value.scalar !== null)
    faults.add(value.line, `${place} must be {} or a table of ${keys.join(", ")}, got ${describeValue(value)}`);
  const reader = new TableReader(value.table ?? new Map(), faults, place);
  reader.checkKeys(keys);
  const parameters = reader.parameters("parameters");
  const focalTraits = readTraits(reader);
  return {
    sets: {
      parameters: keepParameters(valuesOf(parameters)),
      focalTraits: sortByNames(traitNames, Object.entries(valuesOf(focalTraits))),
      interventions: readInterventionList(reader),
    },
    settings: [
      ...[...parameters].map(([name, { line }]): Setting => ({ name, line, place })),
      ...[...focalTraits].map(([trait, { line }]): Setting => ({ name: FOCAL + trait, line, place })),
    ],
  };
}

/** The interventions of a table as plain data, not yet checked. */
export function readInterventionList(reader: TableReader): ReadInterventions {
  const { faults } = reader;
  const value = reader.get("interventions");
  const read = value === undefined ? { file: faults.file, given: [], lines: [] } : listInterventions(value, faults);
  return { ...read, given: read.given.map(withoutMinusZero) };
}

function readTraits(reader: TableReader): Map<string, Located<number>> {
  const sound = new Map<string, Located<number>>();
  for (const [name, value] of reader.entries("focal_traits", "a table such as {follow_through: 0.9}")) {
    if (!(traitNames as readonly string[]).includes(name)) {
      reader.faults.add(
        value.line,
        `unknown trait ${formatValue(name)}${didYouMean(name, traitNames)}; known traits: ${traitNames.join(", ")}`,
      );
      continue;
    }
    const read = readTrait(name, plainOf(value) as PlainValue);
    if ("problem" in read) reader.faults.add(value.line, read.problem);
    else sound.set(name, { value: read.value, line: value.line });
  }
  return sound;
}
