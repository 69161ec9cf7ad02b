import { designSize, MOST_RUNS, mostFactors } from "../../study/designs/design-size.ts";
import { decidedParameters } from "../decided-parameters.ts";
import type { Faults } from "../faults.ts";
import type { ExperimentFile, ReadOutcome, Setting } from "./experiment-file.ts";
import { FOCAL, traitOfFactor } from "./factor-levels.ts";

/** What one part of a file must know of another, and of what stands around it. */
export interface Around {
  /** length of a run; undefined where it is not known: then nothing is told that hangs on it */
  readonly ticks: number | undefined;
  /** whether files bring the ties, and the people */
  readonly network: boolean;
  readonly agents: boolean;
  /** whether focal agents are named, soundly or not */
  readonly focal: boolean;
}

/** Checks how the parts of an experiment fit each other. */
export function checkTogether(read: ExperimentFile, around: Around, faults: Faults): void {
  const { burnIn, factors, design, arms, replicates, outcomes, settings } = read;
  const { ticks } = around;
  if (ticks !== undefined && burnIn !== undefined && burnIn.value >= ticks)
    faults.add(burnIn.line, `burn_in must be less than ticks, which is ${ticks}, got ${burnIn.value}`);
  for (const outcome of outcomes) {
    if (ticks !== undefined) checkWhen(outcome, ticks, faults);
    if (!around.focal && (outcome.of === "focal" || outcome.of === "others"))
      faults.add(outcome.line, `outcomes.${outcome.name} is of ${outcome.of}: ${whichAgents}`);
  }
  const varied = new Set(factors.map(({ name }) => name));
  for (const setting of settings) checkSetting(setting, varied, around, faults);
  if (factors.length > mostFactors(design.kind))
    faults.add(0, `design: ${design.kind} takes ${mostFactors(design.kind)} factors at most, got ${factors.length}`);
  const points = designSize(design, factors);
  const runs = points * arms.length * replicates;
  if (runs > MOST_RUNS)
    faults.add(
      0,
      `must have ${MOST_RUNS} runs at most, got ${runs}: ${points} design points × ${arms.length} arms × ${replicates} replicates`,
    );
}

const whichAgents = "say which agents those are, as in focal_agents: {every: 10}";

function checkSetting({ name, line, place }: Setting, varied: ReadonlySet<string>, around: Around, faults: Faults): void {
  const varies = place === "vary" || place === "design.points";
  if (!varies && varied.has(name)) faults.add(line, `${place}: ${name} must not be set, as it varies; set it here or vary it`);
  if (!around.focal && traitOfFactor(name) !== undefined)
    faults.add(line, `${place}: ${varies ? name : name.slice(FOCAL.length)} is of focal agents: ${whichAgents}`);
  if (decidedParameters(around.network, around.agents).includes(name)) {
    const file = around.network ? "network" : "agents";
    faults.add(line, `${place}: ${name} must not be ${varies ? "varied" : "set"} beside ${file}, whose file decides it`);
  }
}

function checkWhen({ name, when, line }: ReadOutcome, ticks: number, faults: Faults): void {
  if ("at" in when) {
    if (when.at !== "end" && when.at > ticks)
      faults.add(line, `outcomes.${name}.at must be ${ticks} at most, the length of a run, or end, got ${when.at}`);
    return;
  }
  const [word, span] = "mean" in when ? ["mean", when.mean] : ["change", when.change];
  if (span === "window") return;
  const to = span.to === "end" ? ticks : span.to;
  if (!(span.from < to && to <= ticks))
    faults.add(
      line,
      `outcomes.${name}.${word} must go from a tick to a later one, ${ticks} at most, the length of a run, got [${span.from}, ${span.to}]`,
    );
}
