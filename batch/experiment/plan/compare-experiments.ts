import type { Design, Experiment, Outcome } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import type { ExperimentRecord } from "../folder/experiment-record.ts";
import { recordDifferences } from "../folder/experiment-record.ts";

/**
 * Whether an experiment may go on in the folder of another one. It may have more or fewer values in a grid or a list, points of a
 * Sobol sequence, arms, replicates and outcomes. What a finished run means must stay: that of the runs themselves is asked when the
 * log is read, that of designs and outcomes here.
 *
 * @returns what forbids it, for a person
 */
export function growthProblems(before: Experiment, now: Experiment): string[] {
  return [...designProblems(before, now), ...outcomeProblems(before.outcomes, now.outcomes)];
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
  // The points of all others hang on each factor's place, and on how many points there are, but for a Sobol sequence.
  const problems: string[] = [];
  const [factorsBefore, factorsNow] = [before, now].map(({ factors }) => JSON.stringify(factors));
  if (factorsBefore !== factorsNow) problems.push(`vary: ${factorsBefore}, now ${factorsNow}`);
  const [sizeBefore, sizeNow] = [before, now].map(({ design }) => JSON.stringify(fixedPart(design)));
  if (sizeBefore !== sizeNow) problems.push(`design: ${sizeBefore}, now ${sizeNow}`);
  return problems;
}

function fixedPart(design: Design): unknown {
  return design.kind === "sobol" ? { kind: design.kind } : design;
}

function outcomeProblems(before: readonly Outcome[], now: readonly Outcome[]): string[] {
  return now.flatMap((outcome) => {
    const other = before.find(({ name }) => name === outcome.name);
    if (other === undefined || outcomeText(other) === outcomeText(outcome)) return [];
    return [`outcomes.${outcome.name}: ${outcomeText(other)}, now ${outcomeText(outcome)}`];
  });
}

/** What a person is told whose experiment may not go on in a folder. */
export function refusal(folder: string, differences: readonly string[]): string[] {
  return differences.map(
    (difference) =>
      `${folder} holds an experiment in which this was otherwise: ${difference}. Finished runs would mean something else: name another folder with --out, or set it back`,
  );
}

/** The same where the runs of the log themselves are not those of the plan. */
export function refusalOfRuns(folder: string, before: ExperimentRecord, now: ExperimentRecord): string[] {
  const differences = recordDifferences(before, now);
  return refusal(folder, differences.length > 0 ? differences : ["a parameter's default or a rule of this version"]);
}
