import { checkInterventions, createRun, mergeParameters, type Run, scenarios, throwIfAny } from "../sim/index.ts";
import type { Start } from "./messages.ts";

/**
 * Creates a run from plain data. The data is checked here even if the page has checked it before.
 *
 * @returns the run, and one line for each default that gave way
 * @throws InputError with every fault
 */
export function beginRun({ seed, scenario, parameters: given, interventions: wanted, people, imported, settled = 0 }: Start): {
  run: Run;
  notes: readonly string[];
} {
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
  const fromFiles = { ...(people && { people }), ...(imported && { imported }) };
  return { run: createRun({ parameters, seed, interventions: checked.interventions, settled, ...fromFiles }), notes };
}
