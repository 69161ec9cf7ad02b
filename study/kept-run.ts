import {
  BufferSink,
  type Cell,
  hashBytes,
  hashText,
  type KeptState,
  LOOK_BACK,
  Source,
  unpackState,
  writeText,
} from "../sim/index.ts";
import { type Combination, meaningOf } from "./combination.ts";
import type { Experiment, RunTables, Series } from "./experiment.ts";
import type { TableRows } from "./run-tables.ts";

/** What was measured at which ticks: by a text that says what (`sampleText`), then by tick. */
export type Samples = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * A finished run that continues if its experiment gets more ticks: its state LOOK_BACK ticks before its end, and all that was measured.
 * The ticks in between are replayed, because later measures look back to them.
 */
export interface KeptRun {
  /** the tick at which the run ended */
  readonly ticks: number;
  /** its state there */
  readonly stateHash: string;
  /** who was focal, ascending */
  readonly focal: readonly number[];
  /** how many agents there were at the start */
  readonly agents: number;
  readonly samples: Samples;
  readonly series?: Series & { readonly rows: readonly (readonly (number | null)[])[] };
  readonly tables?: { readonly asked: RunTables; readonly rows: TableRows };
  /** of `packState` */
  readonly state: Uint8Array;
}

/** Version of the layout. */
const LAYOUT = 2;

/**
 * The tick whose state a run keeps; undefined if the run is too short for that to save anything.
 *
 * @param first tick of the run
 */
export function tickToKeep({ ticks }: Pick<Experiment, "ticks">, first: number): number | undefined {
  const tick = ticks - LOOK_BACK;
  return tick > first ? tick : undefined;
}

/**
 * A hash of everything that a run depends on except its length. A kept run continues only in a run of the same identity.
 *
 * @param files as for `meaningOf`
 */
export function identityOf(experiment: Experiment, combination: Combination, seed: string, files: readonly string[]): string {
  return hashText(JSON.stringify([LAYOUT, meaningOf({ ...experiment, ticks: 0 }, combination, files), seed]));
}

/** Writes a kept run as bytes. */
export function packKept({ samples, state, ...plain }: KeptRun, identity: string): Uint8Array {
  const lists = [...samples].map(([what, byTick]) => ({ what, ticks: [...byTick.keys()] }));
  const sink = new BufferSink();
  writeText(JSON.stringify([identity, plain, lists]), sink);
  // JSON has no NaN and no −0.
  for (const byTick of samples.values()) sink.put(Float64Array.from(byTick.values()));
  sink.put(Uint32Array.of(state.length));
  sink.put(state);
  const body = sink.bytes();
  const sealed = new BufferSink();
  sealed.put(Uint32Array.from(hashBytes(body)));
  sealed.put(body);
  return sealed.bytes();
}

/** @returns undefined if the bytes are not a kept run of this identity, or are damaged */
export function unpackKept(given: Uint8Array, identity: string): KeptRun | undefined {
  const bytes = new Uint8Array(given);
  if (bytes.length < SEAL) return undefined;
  const source = new Source(bytes);
  const seal = source.integers(SEAL / 4);
  if (hashBytes(bytes.subarray(SEAL)).some((word, at) => word !== seal[at])) return undefined;
  const [own, plain, lists] = JSON.parse(source.text()) as [string, Omit<KeptRun, "samples" | "state">, SampledTicks[]];
  if (own !== identity) return undefined;
  const samples = new Map(
    lists.map(({ what, ticks }) => {
      const values = source.doubles(ticks.length);
      return [what, new Map(ticks.map((tick, at) => [tick, values[at] ?? Number.NaN]))];
    }),
  );
  const [length = 0] = source.integers(1);
  const { tables } = plain;
  return {
    ...plain,
    ...(tables && { tables: { ...tables, rows: withoutNull(tables.rows) } }),
    samples,
    state: source.bytes(length),
  };
}

/** JSON has no empty cells. */
function withoutNull(rows: TableRows): TableRows {
  const cells = (row: readonly (Cell | null)[]) => row.map((cell) => cell ?? undefined);
  return Object.fromEntries(Object.entries(rows).map(([name, table]) => [name, table.map(cells)]));
}

/** Bytes of the hash before everything else. */
const SEAL = 8;

interface SampledTicks {
  readonly what: string;
  readonly ticks: readonly number[];
}

/** The state of a kept run. */
export function restoreKept({ state }: KeptRun): KeptState {
  return unpackState(state);
}
