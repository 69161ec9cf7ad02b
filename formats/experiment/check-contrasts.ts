import { didYouMean, formatValue, type PlainValue } from "../../sim/index.ts";
import type { Comparison, Group } from "../../study/contrasts/contrast.ts";
import { groupText } from "../../study/contrasts/contrast-text.ts";
import type { DesignPoint } from "../../study/experiment.ts";
import { levelText, NEVER } from "../../study/tables/factor-text.ts";
import type { TableReader } from "../table-reader.ts";
import type { ReadContrast } from "./experiment-file.ts";
import { readLevel } from "./factor-levels.ts";

/** What contrasts can refer to. */
interface Known {
  readonly outcomes: readonly string[];
  readonly arms: readonly string[];
  readonly factors: readonly {
    readonly name: string;
    readonly levels: readonly PlainValue[] | undefined;
    readonly isCause: boolean;
  }[];
}

/**
 * Checks that contrasts refer to outcomes, arms, factors and levels that the file has.
 *
 * @returns the contrasts with their outcomes, and levels in the form in which experiments keep them
 */
export function checkContrasts(read: readonly ReadContrast[], known: Known, { faults }: TableReader): ReadContrast[] {
  return read.map((contrast) => {
    const place = `contrasts.${contrast.name}`;
    const fault = (what: string, line = contrast.line) => faults.add(line, `${place}${what}`);
    const { outcome = known.outcomes.length === 1 ? known.outcomes[0] : undefined } = contrast;
    if (outcome === undefined) fault(` needs outcome, one of ${known.outcomes.join(", ")}`);
    else if (!known.outcomes.includes(outcome))
      fault(
        `.outcome must be an outcome of this file, got ${formatValue(outcome)}${nearest(outcome, known.outcomes)}`,
        contrast.outcomeLine,
      );
    const comparison = withGroups(contrast.comparison, (group) => checkedGroup(group, known, fault));
    if (comparison.kind === "slope" || comparison.kind === "maximum") checkNumeric(comparison, known, fault);
    return { ...contrast, outcome: outcome ?? "", comparison };
  });
}

function withGroups(comparison: Comparison, change: (group: Group) => Group): Comparison {
  switch (comparison.kind) {
    case "slope":
    case "maximum":
      return { ...comparison, within: change(comparison.within) };
    case "difference of differences": {
      const [a, b, c, d] = comparison.groups;
      return { ...comparison, groups: [change(a), change(b), change(c), change(d)] };
    }
    case "difference":
    case "ratio": {
      const [a, b] = comparison.groups;
      return { ...comparison, groups: [change(a), change(b)] };
    }
  }
}

function nearest(name: string, known: readonly string[]): string {
  return `${didYouMean(name, known)}; known: ${known.length === 0 ? "none" : known.join(", ")}`;
}

function checkedGroup({ arm, levels }: Group, { arms, factors }: Known, fault: (what: string) => void): Group {
  if (arm !== undefined && !arms.includes(arm)) fault(` names an unknown arm ${formatValue(arm)}${nearest(arm, arms)}`);
  const kept = Object.entries(levels).map(([name, some]): [string, PlainValue[]] => {
    const factor = factors.find((one) => one.name === name);
    if (factor === undefined) {
      fault(` names an unknown factor ${formatValue(name)}${nearest(name, ["arm", ...factors.map((one) => one.name)])}`);
      return [name, []];
    }
    if (factor.levels === undefined) {
      fault(
        `: ${name} varies over a range, so no run has exactly the value ${formatValue(some[0])}; use slope, or list its values under vary`,
      );
      return [name, []];
    }
    const own = factor.levels;
    return [
      name,
      some.map((given) => {
        const level = levelOf(factor, given);
        if (!own.includes(level))
          fault(`: ${name} has no level ${formatValue(given)}; its levels are ${own.map(levelText).join(", ")}`);
        return level;
      }),
    ];
  });
  return { ...(arm !== undefined && { arm }), levels: Object.fromEntries(kept) };
}

/** A level in the form in which experiments keep it. A cause is off or on. */
function levelOf({ name, isCause }: Known["factors"][number], given: PlainValue): PlainValue {
  if (isCause) return given === "on" ? true : given === "off" ? false : given;
  const read = readLevel(name, given);
  return "problem" in read ? given : read.value;
}

function checkNumeric(
  { kind, factor, within }: Extract<Comparison, { kind: "slope" | "maximum" }>,
  { factors }: Known,
  fault: (what: string) => void,
): void {
  const found = factors.find(({ name }) => name === factor);
  if (found === undefined)
    return fault(
      `.${kind} must be a factor, got ${formatValue(factor)}${nearest(
        factor,
        factors.map(({ name }) => name),
      )}`,
    );
  if (Object.hasOwn(within.levels, factor))
    return fault(`.within must leave ${factor} out, because ${kind} looks at all its levels`);
  const { levels = [] } = found;
  const words = levels.filter((level) => typeof level !== "number" && !(kind === "maximum" && level === NEVER));
  if (words.length > 0)
    fault(`.${kind} needs a factor with numbers, but ${factor} has the level ${levelText(words[0])}; use difference`);
}

/** Checks that each group has a point of a list, which need not have every combination of levels. */
export function checkPoints(contrasts: readonly ReadContrast[], points: readonly DesignPoint[], { faults }: TableReader): void {
  for (const { name, comparison, line } of contrasts) {
    const groups = "groups" in comparison ? comparison.groups : [comparison.within];
    for (const { levels } of groups) {
      const wanted = Object.entries(levels);
      if (wanted.length > 1 && !points.some((point) => wanted.every(([factor, some]) => some.includes(point[factor]))))
        faults.add(
          line,
          `contrasts.${name}: no point of the list has ${groupText({ levels })}; add such a point, or choose other levels`,
        );
    }
  }
}
