import type { PlainValue } from "../../sim/index.ts";
import { designSize } from "../designs/design-size.ts";
import type { Experiment, Factor } from "../experiment.ts";
import { levelText, NEVER } from "../tables/factor-text.ts";
import type { Contrast, Group } from "./contrast.ts";

/** A contrast that the design gives, rather than the experimenter. */
export type Effect = Pick<Contrast, "name" | "outcome" | "comparison">;

/** A step from one level of a factor to another, or from the first arm to another. */
interface Step {
  /** of the factor, or `arm` */
  readonly of: string;
  /** `gossip on − off` */
  readonly text: string;
  readonly from: Group;
  readonly to: Group;
}

/**
 * The main effects and two-way interactions of a full factorial: every combination of levels, with one or more factors. A main effect
 * is the mean at one level minus that at another, over all other factors and arms. An interaction is the difference that one factor
 * makes to the effect of another. A switch goes from off to on, a number from its lowest to its highest level, and a choice from its
 * first level to each of the others. With several arms, the step from the first arm to another counts as a factor, too.
 */
export function factorialEffects(experiment: Experiment): { main: Effect[]; interactions: Effect[] } {
  const { factors, arms, outcomes } = experiment;
  if (!hasFactorialEffects(experiment)) return { main: [], interactions: [] };
  const [first, ...others] = arms;
  const armSteps = others.map(
    ({ name }): Step => ({
      of: "arm",
      text: `arm ${name} − ${first?.name}`,
      from: { arm: first?.name ?? "", levels: {} },
      to: { arm: name, levels: {} },
    }),
  );
  const steps = [...armSteps, ...factors.flatMap(stepsOf)];
  const main = outcomes.flatMap(({ name: outcome }) =>
    steps.map(({ text, from, to }): Effect => ({ name: text, outcome, comparison: { kind: "difference", groups: [to, from] } })),
  );
  const pairs = steps.flatMap((one, at) =>
    steps.slice(at + 1).flatMap((other) => (one.of === other.of ? [] : [[one, other] as const])),
  );
  const interactions = outcomes.flatMap(({ name: outcome }) =>
    pairs.map(([one, other]): Effect => {
      const both = (a: Group, b: Group): Group => ({ ...a, ...b, levels: { ...a.levels, ...b.levels } });
      const groups = [
        both(one.to, other.to),
        both(one.from, other.to),
        both(one.to, other.from),
        both(one.from, other.from),
      ] as const;
      return { name: `${one.text} × ${other.text}`, outcome, comparison: { kind: "difference of differences", groups } };
    }),
  );
  return { main, interactions };
}

/** Whether the design has factors and every combination of their levels. */
export function hasFactorialEffects({ design, factors }: Experiment): boolean {
  if (factors.length === 0) return false;
  if (design.kind === "grid") return true;
  return design.kind === "list" && design.points.length === designSize({ kind: "grid" }, factors);
}

function stepsOf({ name, values }: Factor): Step[] {
  const levels = "levels" in values ? values.levels : [];
  const step = (from: PlainValue, to: PlainValue): Step => ({
    of: name,
    text: `${name} ${levelText(to)} − ${levelText(from)}`,
    from: { levels: { [name]: [from] } },
    to: { levels: { [name]: [to] } },
  });
  if (levels.every((level) => typeof level === "boolean")) return levels.length < 2 ? [] : [step(false, true)];
  if (levels.every((level) => typeof level === "number" || level === NEVER)) {
    const sorted = [...levels].sort((a, b) => (a === NEVER ? 1 : b === NEVER ? -1 : Number(a) - Number(b)));
    return sorted.length < 2 ? [] : [step(sorted[0], sorted.at(-1))];
  }
  return levels.slice(1).map((level) => step(levels[0], level));
}
