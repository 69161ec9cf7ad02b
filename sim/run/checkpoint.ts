import { formatValue, InputError } from "../errors.ts";
import { type PlainValue, plainParameters, withPlainValues } from "../parameters/check-parameters.ts";
import { defaultParameters } from "../parameters/definitions.ts";
import { fillEffectiveValues } from "../parameters/effective-values.ts";
import { TRAITS } from "../parameters/trait-names.ts";
import { growAgentStore } from "../population/agent-store.ts";
import { createCircleIndex } from "../population/circle-index.ts";
import { eventKinds } from "../population/event-log.ts";
import { growNewsOwners, holdItem } from "../population/news-store.ts";
import type { Population } from "../population/population.ts";
import { addPromise } from "../population/promise-store.ts";
import { insertRow } from "../population/sorted-blocks.ts";
import { BELIEFS, growTieOwners, reserveContacts } from "../population/tie-store.ts";
import { createEmptyPopulation } from "../start/create-population.ts";
import { VERSION as RELEASE } from "../version.ts";
import type { Intervention, TurningIntervention } from "./interventions.ts";
import type { Run } from "./run.ts";
import { markHeldTraits, type PassingSetting, parametersNow, plainSettings, refreshAllTrust } from "./settings.ts";
import { BufferSink, Source } from "./state-bytes.ts";
import { hashBytes } from "./state-hash.ts";
import { writeState, writeText } from "./write-state.ts";

/** Version of the layout. A checkpoint with another layout is refused. */
const LAYOUT = 3;
/** "WEAK" */
const MAGIC = 0x4b414557;
const NOT_ONE = "these bytes are not a checkpoint of a run";

/** Length of the header in bytes: magic, layout, and a hash of everything after it in two words. */
const HEADER = 16;

/** Writes a run as bytes. Restored by the same release, it continues with the same states. */
export function checkpoint(run: Run): Uint8Array<ArrayBuffer> {
  const sink = new BufferSink();
  sink.put(new Uint32Array(HEADER / 4));
  const { seed, settled, parameters, settings, names, circleNames, interventions, applied, missing } = run;
  const plain: PlainRun = {
    release: RELEASE,
    seed,
    ...(settled > 0 && { settled }),
    parameters: plainParameters(parameters),
    settings: plainSettings(settings),
    names,
    circleNames,
    interventions,
    applied,
    ...(missing.length > 0 && { missing }),
  };
  writeText(JSON.stringify(plain), sink);
  sink.put(run.population.events.counts);
  writeState(run.population, sink);
  const bytes = sink.bytes();
  new Uint32Array(bytes.buffer, 0, HEADER / 4).set([MAGIC, LAYOUT, ...hashBytes(bytes.subarray(HEADER))]);
  return bytes;
}

interface PlainRun {
  readonly release: string;
  readonly seed: string;
  readonly settled?: number;
  readonly parameters: Record<string, PlainValue>;
  readonly settings: { parameters: Record<string, PlainValue>; passing: PassingSetting[] };
  readonly names: string[];
  readonly circleNames: readonly string[];
  readonly interventions: Intervention[];
  readonly applied: number;
  readonly missing?: TurningIntervention[];
}

/**
 * Restores a run from a checkpoint.
 *
 * @throws InputError if the bytes are not a checkpoint, are damaged or incomplete, or were written by another release
 */
export function restore(given: Uint8Array): Run {
  // Copy the bytes, so that columns of numbers start at aligned positions.
  const bytes = new Uint8Array(given);
  const source = new Source(bytes);
  const plain = readPlainRun(bytes, source);
  const parameters = withPlainValues(defaultParameters, plain.parameters);
  const settings = { parameters: withPlainValues(defaultParameters, plain.settings.parameters), passing: plain.settings.passing };
  const counts = source.doubles(eventKinds.length);
  const population = readState(parametersNow(settings), source);
  population.events.counts.set(counts);
  markHeldTraits(population.agents, settings);
  const { seed, settled = 0, names, circleNames, interventions, applied, missing = [] } = plain;
  return { seed, settled, parameters, population, settings, names, circleNames, interventions, applied, missing };
}

/** Checks the header and reads the text after it. Complete bytes from this release need no further checks. */
function readPlainRun(bytes: Uint8Array, source: Source): PlainRun {
  if (bytes.length < HEADER) throw new InputError([NOT_ONE]);
  const [magic, layout, ...hash] = source.integers(HEADER / 4);
  if (magic !== MAGIC) throw new InputError([NOT_ONE]);
  const otherRelease = (what: string, ours: number | string, theirs: unknown) =>
    new InputError([`the checkpoint's ${what} must be ${ours}, got ${formatValue(theirs)}; another version of weakties wrote it`]);
  if (layout !== LAYOUT) throw otherRelease("layout", LAYOUT, layout);
  if (hashBytes(bytes.subarray(HEADER)).some((word, at) => word !== hash[at]))
    throw new InputError(["the checkpoint is cut off or damaged"]);
  const plain = JSON.parse(source.text()) as PlainRun;
  if (plain.release !== RELEASE) throw otherRelease("release", RELEASE, plain.release);
  return plain;
}

function readState(parameters: Population["parameters"], source: Source): Population {
  const [tick, count] = source.integers(2);
  const population = createEmptyPopulation({ ...parameters, agents: Math.max(count, 1) }, Int32Array.from(source.integers(2)));
  population.tick = tick;
  population.parameters = parameters;
  fillEffectiveValues(parameters, population.values);
  readAgents(population, count, source);
  readTies(population, source);
  readPromises(population, source);
  readNews(population, source);
  population.circles = createCircleIndex(population.agents);
  population.workspace.touched = new Uint8Array(count);
  // The next phase of forgetting looks at every agent and schedules it.
  population.ties.nextForgetting.fill(0, 0, count);
  refreshAllTrust(population);
  return population;
}

function readAgents({ agents }: Population, count: number, source: Source): void {
  growAgentStore(agents, count);
  agents.count = count;
  agents.present.set(source.integers(count));
  agents.traits.set(source.doubles(count * TRAITS));
  agents.ownTraits.set(source.doubles(count * TRAITS));
  agents.given.set(source.integers(count));
  agents.domain.set(source.integers(count));
  agents.expertise.set(source.doubles(count));
  agents.status.set(source.doubles(count));
  agents.sociality.set(source.doubles(count));
  agents.circle.set(source.integers(count));
  agents.since.set(source.integers(count));
  agents.reach.set(source.integers(count));
  agents.payoff.set(source.doubles(count));
  agents.promisesKept.set(source.integers(count));
  agents.promisesBroken.set(source.integers(count));
}

function readTies({ agents, ties }: Population, source: Source): void {
  growTieOwners(ties, agents.count);
  const lengths = source.integers(agents.count);
  for (let agent = 0; agent < agents.count; agent++) {
    const count = lengths[agent];
    if (count === 0) continue;
    reserveContacts(ties, agent, count);
    for (const contact of source.integers(count)) insertRow(ties.blocks, agent, contact, ties.columns);
    const row = ties.blocks.start[agent];
    ties.beliefs.set(source.doubles(count * BELIEFS), row * BELIEFS);
    ties.evidence.set(source.doubles(count), row);
    ties.strength.set(source.doubles(count), row);
    ties.lastEncounter.set(source.integers(count), row);
  }
}

function readPromises({ promises }: Population, source: Source): void {
  const [count] = source.integers(1);
  const asker = source.integers(count);
  const promiser = source.integers(count);
  const made = source.integers(count);
  const due = source.integers(count);
  const relied = source.integers(count);
  const need = source.integers(count);
  for (let at = 0; at < count; at++) addPromise(promises, asker[at], promiser[at], made[at], due[at], relied[at], need[at]);
}

function readNews({ agents, news }: Population, source: Source): void {
  growNewsOwners(news, agents.count);
  [news.next, news.oldestLive] = source.doubles(2);
  news.firstOfTick.set(source.doubles(news.firstOfTick.length));
  for (let agent = 0; agent < agents.count; agent++) {
    const [count] = source.integers(1);
    for (const item of source.integers(count)) holdItem(news, agent, item);
  }
}
