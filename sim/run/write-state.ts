import { TRAITS } from "../parameters/trait-names.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS } from "../population/tie-store.ts";

/** Receives columns one after another, as bytes in memory order. All engines are little-endian in practice. */
export interface StateSink {
  put(column: ArrayBufferView): void;
}

/**
 * Writes the whole model state to a sink, in an order that doesn't depend on the memory layout: agents by index, their ties by
 * contact, promises in the order they were made, live items of news. Leaves out what follows from the rest.
 */
export function writeState(population: Population, sink: StateSink): void {
  writeAgents(population, sink);
  writeTies(population, sink);
  writePromises(population, sink);
  writeNews(population, sink);
}

/** Writes a text: its length, then its code units. */
export function writeText(text: string, sink: StateSink): void {
  sink.put(Uint32Array.of(text.length));
  sink.put(Uint32Array.from({ length: text.length }, (_, k) => text.charCodeAt(k)));
}

function writeAgents({ tick, runKey, agents }: Population, sink: StateSink): void {
  const { count } = agents;
  sink.put(Uint32Array.of(tick, count));
  sink.put(runKey);
  sink.put(Uint32Array.from(agents.present.subarray(0, count)));
  sink.put(agents.traits.subarray(0, count * TRAITS));
  sink.put(agents.ownTraits.subarray(0, count * TRAITS));
  sink.put(Uint32Array.from(agents.given.subarray(0, count)));
  sink.put(Uint32Array.from(agents.domain.subarray(0, count)));
  sink.put(agents.expertise.subarray(0, count));
  sink.put(agents.status.subarray(0, count));
  sink.put(agents.sociality.subarray(0, count));
  sink.put(agents.circle.subarray(0, count));
  sink.put(agents.since.subarray(0, count));
  sink.put(agents.reach.subarray(0, count));
  sink.put(agents.payoff.subarray(0, count));
  sink.put(agents.promisesKept.subarray(0, count));
  sink.put(agents.promisesBroken.subarray(0, count));
}

function writeTies({ agents, ties }: Population, sink: StateSink): void {
  const { start, length, ids } = ties.blocks;
  sink.put(length.subarray(0, agents.count));
  for (let agent = 0; agent < agents.count; agent++) {
    const from = start[agent];
    const to = from + length[agent];
    if (from === to) continue;
    sink.put(ids.subarray(from, to));
    sink.put(ties.beliefs.subarray(from * BELIEFS, to * BELIEFS));
    sink.put(ties.evidence.subarray(from, to));
    sink.put(ties.strength.subarray(from, to));
    sink.put(ties.lastEncounter.subarray(from, to));
  }
}

function writePromises({ promises }: Population, sink: StateSink): void {
  const { count } = promises;
  sink.put(Uint32Array.of(count));
  sink.put(promises.asker.subarray(0, count));
  sink.put(promises.promiser.subarray(0, count));
  sink.put(promises.made.subarray(0, count));
  sink.put(promises.due.subarray(0, count));
  sink.put(Uint32Array.from(promises.relied.subarray(0, count)));
  sink.put(Uint32Array.from(promises.need.subarray(0, count)));
}

function writeNews({ agents, news }: Population, sink: StateSink): void {
  const { held, oldestLive } = news;
  sink.put(Float64Array.of(news.next, oldestLive));
  sink.put(news.firstOfTick);
  for (let agent = 0; agent < agents.count; agent++) {
    const start = held.start[agent];
    const live = held.ids.subarray(start, start + held.length[agent]).filter((item) => item >= oldestLive);
    sink.put(Uint32Array.of(live.length));
    sink.put(live);
  }
}
