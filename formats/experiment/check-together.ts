import { formatNumber } from "../../sim/index.ts";
import { designSize, MOST_RUNS, mostFactors } from "../../study/designs/design-size.ts";
import { FOCAL } from "../../study/experiment.ts";
import { listDecidedParameters } from "../decided-parameters.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import type { ExperimentFile, ReadOutcome, ReadRunTables, Setting } from "./experiment-file.ts";
import { traitOfFactor } from "./factor-levels.ts";

/** What the parts of a file need to know of each other and of the files that it names. */
export interface Context {
  /** length of a run; undefined if it is not known yet, and then nothing that depends on it is checked */
  readonly ticks: number | undefined;
  /** whether a file supplies the ties, and whether one supplies the people */
  readonly network: boolean;
  readonly agents: boolean;
  /** whether the file has focal agents, sound or not */
  readonly focal: boolean;
}

/** Checks whether the parts of an experiment fit each other. */
export function checkTogether(read: ExperimentFile, context: Context, faults: Faults): void {
  const { burnIn, factors, design, arms, replicates, outcomes, settings } = read;
  const { ticks } = context;
  if (ticks !== undefined && burnIn !== undefined && burnIn.value >= ticks)
    faults.add(burnIn.line, `burn_in must be less than the ${formatCount(ticks, "tick")} of a run, got ${burnIn.value}`);
  for (const outcome of outcomes) {
    if (ticks !== undefined) checkWhen(outcome, ticks, faults);
    const group = [...("of" in outcome ? [outcome.of] : []), ...outcome.groups.map(({ kind }) => kind)].find(isFocalGroup);
    if (!context.focal && group !== undefined)
      faults.add(outcome.line, `outcomes.${outcome.name} measures ${group} agents, but ${noFocalAgents}`);
  }
  const ofStop = read.stop?.groups.map(({ kind }) => kind).find(isFocalGroup);
  if (!context.focal && ofStop !== undefined)
    faults.add(read.stop?.line ?? 0, `stop.when looks at ${ofStop} agents, but ${noFocalAgents}`);
  if (ticks !== undefined && (read.stop?.value.every ?? 1) > ticks)
    faults.add(
      read.stop?.line ?? 0,
      `stop.every must be at most ${formatNumber(ticks)}, the last tick of a run, got ${read.stop?.value.every}`,
    );
  if (read.tables !== undefined) checkTables(read.tables, context, faults);
  const varied = new Set(factors.flatMap(({ name, sets }) => (sets === undefined ? [name] : [])));
  for (const setting of settings) checkSetting(setting, varied, context, faults);
  if (design.kind !== "shapley" && factors.length > mostFactors(design.kind))
    faults.add(0, `the design ${design.kind} takes at most ${mostFactors(design.kind)} factors, got ${factors.length}`);
  const points = designSize(design, factors);
  const runs = points * arms.length * replicates;
  if (runs > MOST_RUNS) {
    const product = `${formatCount(points, "design point")} × ${formatCount(arms.length, "arm")} × ${formatCount(replicates, "replicate")}`;
    faults.add(0, `an experiment can have at most ${formatNumber(MOST_RUNS)} runs, got ${formatNumber(runs)}: ${product}`);
  }
}

function checkTables({ ties, agents, events }: ReadRunTables, { ticks, focal }: Context, faults: Faults): void {
  const group = ties?.groups.map(({ kind }) => kind).find(isFocalGroup);
  if (!focal && group !== undefined)
    faults.add(ties?.at[0]?.line ?? 0, `tables.ties.where names ${group} agents, but ${noFocalAgents}`);
  if (ticks === undefined) return;
  for (const [name, at] of [
    ["ties", ties?.at ?? []],
    ["agents", agents?.at ?? []],
  ] as const)
    for (const { value, line } of at)
      if (value !== "end" && value > ticks)
        faults.add(
          line,
          `tables.${name}: ticks must be at most ${formatNumber(ticks)}, the last tick of a run, got ${formatNumber(value)}`,
        );
  if (events === undefined) return;
  const to = events.to === "end" ? ticks : events.to;
  if (!(events.from <= to && to <= ticks))
    faults.add(
      events.line,
      `tables.events must go from a tick to the same or a later one, at most ${formatNumber(ticks)}, the last tick of a run, got ${events.from} to ${to}`,
    );
}

function isFocalGroup(group: string): boolean {
  return group === "focal" || group === "others";
}

const noFocalAgents = "no agents are focal; choose them, as in focal_agents: {every: 10}";

function checkSetting({ name, line, place }: Setting, varied: ReadonlySet<string>, context: Context, faults: Faults): void {
  const varies = place === "vary" || place === "design.points";
  if (!varies && varied.has(name)) faults.add(line, `${place}: ${name} varies, so it must not be set here; remove one of the two`);
  if (!context.focal && traitOfFactor(name) !== undefined)
    faults.add(line, `${place}: ${varies ? name : name.slice(FOCAL.length)} is a trait of focal agents, but ${noFocalAgents}`);
  if (listDecidedParameters(context.network, context.agents).includes(name)) {
    const file = context.network ? "network" : "agents";
    faults.add(line, `${place}: the ${file} file determines ${name}; leave it out here`);
  }
}

function checkWhen({ name, when, line }: ReadOutcome, ticks: number, faults: Faults): void {
  if ("at" in when) {
    if (when.at !== "end" && when.at > ticks)
      faults.add(line, `outcomes.${name}.at must be end or at most ${formatNumber(ticks)}, the last tick of a run, got ${when.at}`);
    return;
  }
  if ("first" in when || when.span === "window") return;
  const { over: word, span } = when;
  const to = span.to === "end" ? ticks : span.to;
  if (!(span.from < to && to <= ticks))
    faults.add(
      line,
      `outcomes.${name}.${word} must go from a tick to a later one, at most ${formatNumber(ticks)}, the last tick of a run, got [${span.from}, ${span.to}]`,
    );
}
