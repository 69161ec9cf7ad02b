import { type Definition, definitions, keyOfName, type PlainValue, type TraitName, traitNames } from "../../sim/index.ts";
import type { Factor } from "../experiment.ts";

/** A factor as a reader meets it. */
export interface FactorText {
  /** for an axis: `Easier to blow off a weak tie` */
  readonly label: string;
  /** in a sentence */
  readonly help: string;
  readonly unit: string;
}

const FOCAL = "focal.";

/**
 * What varies, from the definition of the parameter or, of a trait of focal agents, from that of its mean.
 *
 * @throws RangeError where there is no such parameter or trait, which a checked experiment does not have
 */
export function factorText({ name }: Factor): FactorText {
  const trait = name.startsWith(FOCAL) ? traitNames.find((known) => known === name.slice(FOCAL.length)) : undefined;
  const key = keyOfName(trait === undefined ? name : meanOfTrait(trait));
  if (key === undefined) throw new RangeError(`no factor is called ${name}`);
  const definition: Definition = definitions[key];
  const unit = definition.kind === "number" ? definition.unit : definition.kind === "switch" ? "on or off" : "a choice";
  if (trait === undefined) return { label: definition.label, help: definition.help, unit };
  const help = definition.help.replace(" Mean over agents.", "");
  return { label: `${definition.label}, focal agents`, help: `${help} Of the focal agents, from the start on.`, unit };
}

function meanOfTrait(trait: TraitName): string {
  return `${trait}_mean`;
}

/** A level as a person types it: `0.3`, `on`, `never`. */
export function levelText(value: PlainValue): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return value === Number.POSITIVE_INFINITY ? "never" : String(value);
}

/** A level as a cell of a table holds it: switches as 1 and 0. */
export function levelCell(value: PlainValue): number | string | boolean | undefined {
  if (value === Number.POSITIVE_INFINITY) return "never";
  return value === null || typeof value === "object" ? JSON.stringify(value) : value;
}
