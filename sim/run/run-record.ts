import { plainParameters } from "../parameters/check-parameters.ts";
import { VERSION } from "../version.ts";
import type { Run } from "./run.ts";
import { stateHash } from "./state-hash.ts";

/** A file that went into a run, so that whoever repeats it can tell whether it is the same. */
export interface InputFile {
  readonly file: string;
  /** of its bytes, hexadecimal; not given where it cannot be worked out, as in a page that came without encryption */
  readonly sha256?: string;
  /** columns of a network that a person has chosen, such as `from=Ego,to=Alter` */
  readonly columns?: string;
  /** the column or attribute with the circles of agents that a person has chosen */
  readonly circle_column?: string;
}

/** What else belongs into a record, beyond what the run itself knows. */
export interface RecordDetails {
  readonly scenario?: string;
  readonly every: number;
  readonly tiesEvery?: number;
  readonly events?: boolean;
  readonly network?: InputFile;
  readonly agents?: InputFile;
}

/**
 * All it takes to repeat a run, as plain data in the order in which it is written: itself a configuration. `ticks` is as far as
 * the run has come.
 */
export function runRecord(run: Run, details: RecordDetails): Record<string, unknown> {
  const { scenario, every, tiesEvery, events, network, agents } = details;
  return {
    program: "weakties",
    version: VERSION,
    ...(scenario === undefined ? {} : { scenario }),
    seed: run.seed,
    ticks: run.population.tick,
    every,
    ...(tiesEvery === undefined ? {} : { ties_every: tiesEvery }),
    ...(events === true ? { events } : {}),
    ...(network === undefined ? {} : { network }),
    ...(agents === undefined ? {} : { agents }),
    parameters: plainParameters(run.parameters),
    interventions: run.interventions,
    state_hash: stateHash(run),
  };
}
