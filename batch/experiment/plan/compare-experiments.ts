import { isTable, type ScenarioName, scenarios } from "../../../sim/index.ts";
import type { Design, Experiment, Outcome, Span } from "../../../study/experiment.ts";
import { mapWhen, outcomeText } from "../../../study/outcomes.ts";
import { runSeed } from "../../../study/run-identity.ts";
import type { ExperimentRecord } from "../folder/experiment-record.ts";

/**
 * Compares the design and the outcomes of two experiments. Between two commands an experiment can gain or lose values of a grid or a
 * list, points of a Sobol sequence, arms, replicates and outcomes. It cannot change what a finished run means. `recordDifferences`
 * and the `means` of each log entry check the rest.
 *
 * @returns each difference that makes it another experiment: `design: sobol, now grid`. Windows of outcomes that only follow from other
 * ticks or another burn_in are not listed one by one
 */
export function designDifferences(before: Experiment, now: Experiment): string[] {
  const outcomes = outcomesThatDiffer(before.outcomes, now.outcomes);
  const others = outcomes.filter(([old, outcome]) => outcomeText(withWindowsOf(old, before, now)) !== outcomeText(outcome));
  const hasMoved = others.length < outcomes.length && before.burnIn !== now.burnIn;
  return [
    ...designProblems(before, now),
    ...(hasMoved ? [`burn_in: ${before.burnIn}, now ${now.burnIn}`] : []),
    ...others.map(([old, outcome]) => `outcomes.${outcome.name}: ${outcomeText(old)}, now ${outcomeText(outcome)}`),
  ];
}

/** An outcome of an experiment as another length and burn_in would make it. */
function withWindowsOf(outcome: Outcome, before: Experiment, now: Experiment): Outcome {
  const from = (tick: number) => (tick === before.burnIn ? now.burnIn : tick);
  const to = (tick: number) => (tick === before.ticks ? now.ticks : tick);
  const moved = (span: Span): Span => ({ from: from(span.from), to: to(span.to) });
  return { ...outcome, when: mapWhen(outcome.when, to, moved) };
}

function designProblems(before: Experiment, now: Experiment): string[] {
  const [kindBefore, kindNow] = [before.design.kind, now.design.kind];
  if (kindBefore !== kindNow) return [`design: ${kindBefore}, now ${kindNow}`];
  const names = ({ factors }: Experiment) => factors.map(({ name }) => name).join(", ");
  const sorted = (experiment: Experiment) =>
    experiment.factors
      .map(({ name }) => name)
      .sort()
      .join();
  if (sorted(before) !== sorted(now)) return [`vary: ${names(before) || "nothing"}, now ${names(now) || "nothing"}`];
  if (kindNow === "grid" || kindNow === "list") return [];
  // In all other designs, every point depends on the order of the factors and, except in a Sobol sequence, on how many points there are.
  const problems: string[] = [];
  const [factorsBefore, factorsNow] = [JSON.stringify(before.factors), JSON.stringify(now.factors)];
  if (factorsBefore !== factorsNow) problems.push(`vary: ${factorsBefore}, now ${factorsNow}`);
  const [sizeBefore, sizeNow] = [JSON.stringify(fixedPart(before.design)), JSON.stringify(fixedPart(now.design))];
  if (sizeBefore !== sizeNow) problems.push(`design: ${sizeBefore}, now ${sizeNow}`);
  return problems;
}

function fixedPart(design: Design): unknown {
  return design.kind === "sobol" ? { kind: design.kind } : design;
}

function outcomesThatDiffer(before: readonly Outcome[], now: readonly Outcome[]): [before: Outcome, now: Outcome][] {
  return now.flatMap((outcome): [Outcome, Outcome][] => {
    const other = before.find(({ name }) => name === outcome.name);
    return other === undefined || outcomeText(other) === outcomeText(outcome) ? [] : [[other, outcome]];
  });
}

/** Keys that decide what a finished run means. */
const KEYS_OF_RUNS = [
  "version",
  "scenario",
  "seed",
  "ticks",
  "settled",
  "parameters",
  "interventions",
  "focal_agents",
  "stop",
  "arms",
  "network",
  "agents",
];

/** Lists what differs between two records and changes what a run means: `ticks: 520, now 260`. */
export function recordDifferences(before: ExperimentRecord, now: ExperimentRecord): string[] {
  const differences: string[] = [];
  const compare = (path: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) === JSON.stringify(b)) return;
    if (isTable(a) && isTable(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) compare(`${path}.${key}`, a[key], b[key]);
    } else if (!isHarmless(path, a, b)) differences.push(`${path}: ${formatValue(a)}, now ${formatValue(b)}`);
  };
  const moved = firstOtherSeed(before, now);
  if (moved !== undefined) differences.push(moved);
  for (const key of KEYS_OF_RUNS) if (!followsFromScenario(key, before, now)) compare(key, before[key], now[key]);
  return differences;
}

/** The first replicate that both records have under different seeds, if one of them lists seeds. */
function firstOtherSeed(before: ExperimentRecord, now: ExperimentRecord): string | undefined {
  if (before.seeds === undefined && now.seeds === undefined) return undefined;
  const seedOf = (record: ExperimentRecord, replicate: number) =>
    runSeed(record as unknown as Pick<Experiment, "seed" | "seeds">, replicate);
  const both = Math.min(Number(before.replicates), Number(now.replicates));
  for (let replicate = 1; replicate <= both; replicate++) {
    const [old, other] = [seedOf(before, replicate), seedOf(now, replicate)];
    if (old !== other) return `seeds: replicate ${replicate} has ${formatValue(old)}, now ${formatValue(other)}`;
  }
  return undefined;
}

/** Whether a key has a scenario's own value in both records: it then differs only because the scenario does. */
function followsFromScenario(key: string, before: ExperimentRecord, now: ExperimentRecord): boolean {
  if (before.scenario === now.scenario) return false;
  return [before, now].every(({ scenario, [key]: value }) => {
    const own: Readonly<Record<string, unknown>> = { interventions: [], ...scenarios[scenario as ScenarioName] };
    return Object.hasOwn(own, key) && JSON.stringify(own[key]) === JSON.stringify(value);
  });
}

/** An arm that is added or removed changes no run of the others, and a file can move. */
function isHarmless(path: string, a: unknown, b: unknown): boolean {
  return (/^arms\.[^.]*$/.test(path) && (a === undefined || b === undefined)) || /^(network|agents)\.file$/.test(path);
}

function formatValue(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
