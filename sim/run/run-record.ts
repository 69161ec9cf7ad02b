import { plainParameters } from "../parameters/check-parameters.ts";
import { VERSION } from "../version.ts";
import { type Run, tickOf } from "./run.ts";
import { stateHash } from "./state-hash.ts";

/** An input file of a run, with a checksum, so that a repeated run can check that it reads the same file. */
export interface InputFile {
  readonly file: string;
  /** SHA-256 of its bytes, hexadecimal; missing if it can't be computed, as on a page served without HTTPS */
  readonly sha256?: string;
  /** columns of a network that a person has chosen, such as `from=Ego,to=Alter` */
  readonly columns?: string;
  /** the column or attribute with the circles of agents that a person has chosen */
  readonly circle_column?: string;
  /** the scale of trust ratings in a network that a person has chosen, such as `-10,10` */
  readonly trust_scale?: string;
  /** what the times in a network count, such as `second` */
  readonly time_unit?: string;
  /** the time at which the record of a network ends and the run starts */
  readonly until?: string;
}

/** Details of a record that the run itself doesn't know. */
export interface RecordDetails {
  readonly scenario?: string;
  readonly every: number;
  readonly tiesEvery?: number;
  readonly tiesAt?: readonly number[];
  /** the kind of ties in ties.csv, if not all */
  readonly tiesWhere?: string;
  readonly eventKinds?: readonly string[];
  readonly events?: boolean;
  /** if others than the usual ones were chosen */
  readonly tables?: readonly string[];
  /** if the tables are not plain CSV */
  readonly tableFormat?: "gzip" | "parquet";
  readonly network?: InputFile;
  readonly agents?: InputFile;
}

/**
 * Returns everything needed to repeat a run, as plain data. The record is also a valid configuration. `ticks` is the current tick.
 */
export function runRecord(run: Run, details: RecordDetails): Record<string, unknown> {
  const { scenario, every, tiesEvery, tiesAt, tiesWhere, eventKinds, events, tables, tableFormat, network, agents } = details;
  return {
    program: "weakties",
    version: VERSION,
    ...(scenario === undefined ? {} : { scenario }),
    seed: run.seed,
    ...(run.settled > 0 ? { settled: run.settled } : {}),
    ticks: tickOf(run),
    every,
    ...(tiesEvery === undefined ? {} : { ties_every: tiesEvery }),
    ...(tiesAt === undefined ? {} : { ties_at: tiesAt }),
    ...(tiesWhere === undefined ? {} : { ties_where: tiesWhere }),
    ...(eventKinds === undefined ? {} : { event_kinds: eventKinds }),
    ...(events === true ? { events } : {}),
    ...(tables === undefined ? {} : { tables }),
    ...(tableFormat === undefined ? {} : { table_format: tableFormat }),
    ...(network === undefined ? {} : { network }),
    ...(agents === undefined ? {} : { agents }),
    parameters: plainParameters(run.parameters),
    interventions: run.interventions,
    ...(run.missing.length === 0 ? {} : { not_turned: run.missing }),
    state_hash: stateHash(run),
  };
}
