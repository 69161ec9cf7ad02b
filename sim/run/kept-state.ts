import { createTieLives, fillSlots, type TieLives } from "../metrics/contact/tie-lives.ts";
import { checkpoint, restore } from "./checkpoint.ts";
import type { Collector } from "./collect.ts";
import type { StateSource } from "./collector-memory.ts";
import type { Run } from "./run.ts";
import { BufferSink, Source } from "./state-bytes.ts";
import type { StateSink } from "./write-state.ts";

/** A run at some tick, and the lives of ties if they were recorded. */
export interface KeptState {
  readonly run: Run;
  readonly lives: TieLives | undefined;
}

/**
 * Writes a run at a tick that its collector has collected, so that it can be replayed from there. It lacks what measures look back to:
 * the first tick that may be measured comes LOOK_BACK ticks later.
 */
export function packState(run: Run, { lives }: Collector): Uint8Array<ArrayBuffer> {
  const sink = new BufferSink();
  const state = checkpoint(run);
  sink.put(Uint32Array.of(state.length, +(lives !== undefined)));
  sink.put(state);
  if (lives !== undefined) writeLives(lives, sink);
  return sink.bytes();
}

/**
 * Reads what `packState` has written.
 *
 * @throws InputError if the run is damaged, or was written by another release
 */
export function unpackState(bytes: Uint8Array): KeptState {
  const source = new Source(bytes);
  const [length, hasLives] = source.integers(2);
  const run = restore(source.bytes(length));
  return { run, lives: hasLives === 1 ? readLives(source) : undefined };
}

const wordColumns = ["lower", "upper", "first", "last", "encounters", "head", "tail"] as const;

function writeLives(lives: TieLives, sink: StateSink): void {
  const { origin, count, slots, chunks, chunksUsed, freeChunk, dropped } = lives;
  sink.put(Uint32Array.of(origin, count, slots.length, chunksUsed, freeChunk));
  for (const name of wordColumns) sink.put(lives[name].subarray(0, count));
  sink.put(Uint32Array.from(lives.followed.subarray(0, count)));
  sink.put(chunks.subarray(0, chunksUsed));
  sink.put(dropped);
}

function readLives(source: StateSource): TieLives {
  const [origin, count, size, chunksUsed, freeChunk] = source.integers(5);
  const lives: TieLives = { ...createTieLives(origin), count, chunksUsed, freeChunk };
  for (const name of wordColumns) lives[name] = source.integers(count);
  lives.followed = Uint8Array.from(source.integers(count));
  lives.chunks = source.integers(chunksUsed);
  lives.dropped.set(source.doubles(3));
  fillSlots(lives, size);
  return lives;
}
