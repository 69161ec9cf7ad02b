import {
  checkInterventions,
  createRun,
  type Intervention,
  mergeParameters,
  type Run,
  scenarios,
  throwIfAny,
} from "../sim/index.ts";
import type { Start } from "./messages.ts";

/**
 * Creates a run from plain data. The data is checked here even if the page has checked it before.
 *
 * @returns the run, the interventions of the world that was planned, and one line for each default that gave way
 * @throws InputError with every fault
 */
export function beginRun(start: Start): {
  run: Run;
  planned: readonly Intervention[];
  notes: readonly string[];
} {
  const { seed, scenario, parameters: given, interventions: wanted, planned = wanted, people, imported, settled = 0 } = start;
  const ofScenario = scenario === undefined ? {} : scenarios[scenario].parameters;
  const layers = [
    { place: `scenario ${scenario}`, values: ofScenario },
    { place: "parameters", values: given },
  ];
  const ofFiles = people && { agents: people.names.length, ties: imported !== undefined };
  const { parameters, problems, notes } = mergeParameters(layers, ofFiles);
  const known = {
    parameters,
    names: people?.names ?? [],
    circleNames: people?.circleNames ?? [],
    after: imported?.state?.tick ?? 0,
  };
  const checked = checkInterventions(wanted, known);
  throwIfAny([...problems, ...checked.problems]);
  // Planned interventions have been checked where they were planned; a faulty one is left out.
  const asPlanned = planned === wanted ? checked : checkInterventions(planned, known);
  const fromFiles = { ...(people && { people }), ...(imported && { imported }) };
  const run = createRun({ parameters, seed, interventions: checked.interventions, settled, ...fromFiles });
  return { run, planned: asPlanned.interventions, notes };
}
