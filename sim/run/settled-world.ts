import { InputError } from "../errors.ts";
import { plainParameters } from "../parameters/check-parameters.ts";
import type { Parameters } from "../parameters/definitions.ts";
import { VERSION } from "../version.ts";
import { checkpoint, restore } from "./checkpoint.ts";
import { type Collector, type CollectorMemory, LOOK_BACK, remembersEnough } from "./collect.ts";
import { readMemory, writeMemory } from "./collector-memory.ts";
import { advance, type Run, tickOf } from "./run.ts";
import { BufferSink, Source } from "./state-bytes.ts";
import { hashBytes, hashText, stateHash } from "./state-hash.ts";
import { writeText } from "./write-state.ts";

/** Version of the layout. */
const LAYOUT = 3;
/** "SETL" */
const MAGIC = 0x4c544553;
/** Length of the header in bytes: magic, layout, and a hash of everything after it in two words. */
const HEADER = 16;

/** A run at the end of its burn-in, and what a collector remembers of it. Other runs fork from it. */
export interface SettledWorld {
  readonly run: Run;
  readonly memory: CollectorMemory;
}

/** Advances a run through its burn-in, or through a part of it. Doesn't collect the tick that it reaches. */
export function settle(run: Run, collector: Collector, mostTicks = Number.POSITIVE_INFINITY): void {
  for (let k = 0; k < mostTicks && tickOf(run) < 0; k++) {
    collector.collect();
    advance(run);
  }
}

/**
 * A hash of everything that a burn-in depends on except the seed.
 *
 * @param parameters at the start
 * @param settled ticks of the burn-in
 * @param isMeasured the ticks that will be measured, because a collector remembers what these look back to
 * @param files what identifies the files about people
 */
export function burnInHash(
  parameters: Parameters,
  settled: number,
  isMeasured: (tick: number) => boolean,
  files: readonly string[] = [],
): string {
  const measured = Array.from({ length: LOOK_BACK }, (_, tick) => (isMeasured(tick) ? "1" : "0")).join("");
  return hashText(JSON.stringify([VERSION, LAYOUT, settled, plainParameters(parameters), measured, files]));
}

/** The key of a settled world: a hash of everything that it depends on. */
export function worldKey(burnIn: string, seed: string): string {
  return hashText(JSON.stringify([burnIn, seed]));
}

/** Writes a run at the end of its burn-in as bytes. */
export function packWorld(run: Run, collector: Collector, key: string): Uint8Array<ArrayBuffer> {
  const sink = new BufferSink();
  sink.put(new Uint32Array(HEADER / 4));
  writeText(JSON.stringify([key, stateHash(run)]), sink);
  writeMemory(collector.memory(), sink);
  const state = checkpoint({ ...run, interventions: [], applied: 0 });
  sink.put(Uint32Array.of(state.length));
  sink.put(state);
  const bytes = sink.bytes();
  new Uint32Array(bytes.buffer, 0, HEADER / 4).set([MAGIC, LAYOUT, ...hashBytes(bytes.subarray(HEADER))]);
  return bytes;
}

/**
 * Restores a run at the end of its burn-in.
 *
 * @param isMeasured the ticks that will be measured
 * @throws InputError if the bytes are damaged, are not the world with this key, or lack what measurements look back to
 */
export function unpackWorld(given: Uint8Array, key: string, isMeasured: (tick: number) => boolean): SettledWorld {
  // Copy the bytes, so that columns of numbers start at aligned positions.
  const bytes = new Uint8Array(given);
  const fault = (what: string) => new InputError([`settled world: ${what}`]);
  const source = new Source(bytes);
  const [magic, layout, ...hash] = bytes.length < HEADER ? [0] : source.integers(HEADER / 4);
  if (magic !== MAGIC || layout !== LAYOUT) throw fault("these bytes are not a settled world of this version");
  if (hashBytes(bytes.subarray(HEADER)).some((word, at) => word !== hash[at])) throw fault("the bytes are cut off or damaged");
  const [ownKey, recorded] = JSON.parse(source.text()) as [string, string];
  if (ownKey !== key) throw fault(`its key is ${ownKey}, not ${key}`);
  const memory = readMemory(source);
  const [length] = source.integers(1);
  const run = restore(source.bytes(length));
  const found = stateHash(run);
  if (found !== recorded) throw fault(`its state hash is ${found}, recorded ${recorded}`);
  if (!remembersEnough(memory, run.settled, isMeasured)) throw fault("it was made for other measurements");
  return { run, memory };
}
