/** The front door for programs: create a run, advance it, read it, change it and repeat it. */
export { InputError, VERSION } from "../sim/index.ts";
export type { Change, Intervention } from "./change.ts";
export { createRun } from "./create-run.ts";
export type { ParameterName, ParameterSettings, ParameterValues } from "./parameter-types.ts";
export { type ParameterDescription, parameters } from "./parameters.ts";
export { type AgentRow, agentRows, runSeries, type SeriesRow, type TieRow, tieRows } from "./rows.ts";
export { advance, intervene, type Run, runRecord, stateHash } from "./run.ts";
export type { RealPeople, RunOptions } from "./run-options.ts";
export { type ScenarioDescription, scenarios } from "./scenarios.ts";
