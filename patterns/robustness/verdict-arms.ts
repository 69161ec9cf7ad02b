import { type Definition, definitions } from "../../sim/index.ts";
import { DEFAULTS } from "./changes.ts";

/** Ranges and choices by factor, as in an experiment file. */
export type Ranges = Readonly<Record<string, { readonly from: number; readonly to: number } | readonly unknown[]>>;

/** What an arm sets, by name of the arm. */
export type Arms = Readonly<Record<string, { readonly parameters?: Readonly<Record<string, unknown>> }>>;

/**
 * Worlds that differ from the default one in one parameter: either end of each range, every other choice, and each mechanism off.
 *
 * @param ranges those of the screening
 */
export function verdictArms(ranges: Ranges): Arms {
  const known = new Map(Object.values<Definition>(definitions).map((definition) => [definition.name, definition]));
  const ends = Object.entries(ranges).flatMap(([name, range]) =>
    "from" in range
      ? [arm(`${name}_low`, name, range.from), arm(`${name}_high`, name, range.to)]
      : (range as readonly unknown[])
          .filter((choice) => choice !== known.get(name)?.default)
          .map((choice) => arm(`${name}_${choice}`, name, choice)),
  );
  const switches = [...known.values()].filter(({ kind }) => kind === "switch").map(({ name }) => arm(`${name}_off`, name, "off"));
  return Object.fromEntries([[DEFAULTS, {}], ...ends, ...switches]);
}

function arm(name: string, parameter: string, value: unknown) {
  return [name, { parameters: { [parameter]: value } }] as const;
}
