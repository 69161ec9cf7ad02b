import type { Experiment } from "../experiment.ts";

/** What has Sobol indices of its own: a factor, or several that take their values together. */
export interface IndexUnit {
  readonly name: string;
  /** positions among the factors */
  readonly factors: readonly number[];
}

/** The groups of a Saltelli design and the factors that belong to none, in the order of their first factors. */
export function indexUnits({ design, factors }: Pick<Experiment, "design" | "factors">): IndexUnit[] {
  const groups = Object.entries((design.kind === "saltelli" && design.groups) || {});
  const units: { readonly name: string; readonly factors: number[] }[] = [];
  for (const [at, { name }] of factors.entries()) {
    const unit = groups.find(([, members]) => members.includes(name))?.[0] ?? name;
    const known = units.find((one) => one.name === unit);
    if (known === undefined) units.push({ name: unit, factors: [at] });
    else known.factors.push(at);
  }
  return units;
}

/** The rows for each base point: A and B, a mixture for each unit, and for second-order indices another one for each. */
export function saltelliRows(units: number, secondOrder: boolean | undefined): number {
  return (secondOrder === true ? 2 : 1) * units + 2;
}

/** Pairs of units in the order of their second-order indices: 0–1, 0–2, …, 1–2, … */
export function pairsOfUnits(units: number): (readonly [one: number, other: number])[] {
  return Array.from({ length: units }, (_, one) => one).flatMap((one) =>
    Array.from({ length: units - one - 1 }, (_, after) => [one, one + 1 + after] as const),
  );
}
