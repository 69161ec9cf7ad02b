import {
  type Definition,
  definitions,
  keyOfName,
  type PlainValue,
  type TraitName,
  traitHelp,
  traitNames,
} from "../../sim/index.ts";
import { type Factor, FOCAL, type Settings } from "../experiment.ts";
import { countText } from "./number-text.ts";

/** The level of a numeric parameter that experiments keep as a word. No choice of another parameter has this name. */
export const NEVER = "never";

/** How a factor is described to a reader. */
export interface FactorText {
  /** for an axis: `Easier to blow off a weak tie` */
  readonly label: string;
  /** in a sentence or two */
  readonly help: string;
  readonly unit: string;
}

/**
 * Describes a factor by the definition of its parameter. A trait of focal agents is described by the parameter for its mean.
 *
 * @throws RangeError for an unknown parameter or trait, which a checked experiment cannot have
 */
export function describeFactor({ name, sets }: Factor): FactorText {
  if (sets !== undefined) return { label: "Cause", help: `It sets ${settingsText(sets)}.`, unit: "on or off" };
  const trait = name.startsWith(FOCAL) ? traitNames.find((known) => known === name.slice(FOCAL.length)) : undefined;
  const key = keyOfName(trait === undefined ? name : nameMeanOf(trait));
  if (key === undefined) throw new RangeError(`no factor is called ${name}`);
  const definition: Definition = definitions[key];
  const unit =
    definition.kind === "number"
      ? definition.unit
      : definition.kind === "switch"
        ? "on or off"
        : definition.kind === "text"
          ? "a text"
          : "a choice";
  if (trait === undefined) return { label: definition.label, help: definition.help, unit };
  return {
    label: `${definition.label}, focal agents`,
    help: `${traitHelp[trait]} Set for the focal agents from the start.`,
    unit,
  };
}

/** `gossip off; of focal agents: sharing 0.9; 2 interventions` */
function settingsText({ parameters, focalTraits, interventions }: Settings): string {
  const list = (values: Readonly<Record<string, PlainValue>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${levelText(value)}`)
      .join(", ");
  const parts = [
    ...(Object.keys(parameters).length > 0 ? [list(parameters)] : []),
    ...(Object.keys(focalTraits).length > 0 ? [`of focal agents: ${list(focalTraits)}`] : []),
    ...(interventions.length > 0 ? [countText(interventions.length, "intervention")] : []),
  ];
  return parts.join("; ");
}

/** The parameter that sets the mean of a trait. */
function nameMeanOf(trait: TraitName): string {
  return `${trait}_mean`;
}

/** A level as in an experiment file: `0.3`, `on`, `never`. */
export function levelText(value: PlainValue): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return String(value);
}

/**
 * A level as a cell of a table: switches are 1 and 0, and `never` is infinity, so that a factor with numbers and `never` is a column
 * of numbers.
 */
export function levelCell(value: PlainValue): number | string | boolean | undefined {
  if (value === NEVER) return Number.POSITIVE_INFINITY;
  return value === null || typeof value === "object" ? JSON.stringify(value) : value;
}
