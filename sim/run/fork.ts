import { checkpoint, restore } from "./checkpoint.ts";
import type { Collector, CollectorMemory } from "./collect.ts";
import { readMemory, writeMemory } from "./collector-memory.ts";
import type { Run } from "./run.ts";
import { BufferSink, Source } from "./state-bytes.ts";

/**
 * Writes a run and what its collector remembers as bytes, so that the run can also continue elsewhere. Unlike a settled world, it may
 * be at any tick. Only for the program that wrote it.
 */
export function packFork(run: Run, collector: Collector): Uint8Array<ArrayBuffer> {
  const sink = new BufferSink();
  writeMemory(collector.memory(), sink);
  const state = checkpoint(run);
  sink.put(Uint32Array.of(state.length));
  sink.put(state);
  return sink.bytes();
}

/** Reads what `packFork` has written. */
export function unpackFork(bytes: Uint8Array): { readonly run: Run; readonly memory: CollectorMemory } {
  const source = new Source(bytes);
  const memory = readMemory(source);
  const [length] = source.integers(1);
  return { run: restore(source.bytes(length)), memory };
}
