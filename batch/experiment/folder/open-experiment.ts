import { InputError } from "../../../sim/index.ts";
import { createPlan, type Plan } from "../../../study/plan.ts";
import { type LoggedRuns, readLoggedRuns } from "../log/logged-runs.ts";
import { checkExperimentFolder, type ExperimentFolder } from "./experiment-folder.ts";
import { precisionOf, type RecordedExperiment, readRecordedExperiment, tellRule } from "./recorded-experiment.ts";

/** An experiment whose results are looked at: its plan, and what its log has of it. */
export interface OpenedExperiment {
  readonly folder: ExperimentFolder;
  readonly recorded: RecordedExperiment;
  readonly plan: Plan;
  readonly logged: LoggedRuns;
  /** of each combination, as many replicates are of use */
  readonly replicates: number;
}

/**
 * The folder that an argument names.
 *
 * @throws InputError where it can be no folder of an experiment
 */
export function folderNamed(name: string): ExperimentFolder {
  const checked = checkExperimentFolder(name, "the folder");
  if ("problem" in checked) throw new InputError([checked.problem]);
  return checked.folder;
}

/**
 * Opens the results in a folder. Nothing is changed, so somebody else may be at work in it.
 *
 * @param known a plan that is made already, of the same experiment
 * @throws InputError where the folder holds no experiment
 */
export function openExperiment(folder: ExperimentFolder, known?: Plan): OpenedExperiment {
  const recorded = readRecordedExperiment(folder);
  const plan = known ?? createPlan(recorded.experiment);
  const rule = precisionOf(plan, recorded.untilPrecision);
  const logged = readLoggedRuns(folder.path, plan, undefined, (number, entry, index) => tellRule(rule, index, number, entry));
  return { folder, recorded, plan, logged, replicates: rule?.settledAfter() ?? recorded.experiment.replicates };
}
