import type { Population } from "../population/population.ts";
import { decodeBase64 } from "./decode-base64.ts";
import type { MemoryMap } from "./memory-map.ts";
import { type Exports, SharedMemory } from "./shared-memory.ts";

/** What `npm run compile-rules` writes to step-code.ts. */
export interface StepCode {
  /** the WebAssembly module, as base64 */
  readonly code: string;
  readonly map: MemoryMap;
}

interface LoadedCode {
  readonly module: WebAssembly.Module;
  readonly map: MemoryMap;
}

/** The code of the rules, once a program has loaded it. */
let loaded: LoadedCode | undefined;

const attached = new WeakMap<Population, CompiledStep>();

/** From how many agents on a run pays for its own memory at once. Smaller ones do when they have lasted a while. */
const MANY_AGENTS = 100;

/** Agents × ticks after which a small run pays for its own memory. */
const LONG_RUN = 20_000;

/** Rows of ties up to which the memory, which ends at 4 GiB, is surely large enough. */
const MOST_ROWS = 16_000_000;

/** A population in its own memory, with the phases that were compiled. */
export interface CompiledStep {
  readonly memory: SharedMemory;
  readonly phases: readonly (() => void)[];
  /** runs functions of the compiled code in turn, each with the whole numbers that follow its name */
  readonly call: (...calls: readonly (readonly [name: string, ...numbers: number[]])[]) => void;
}

/**
 * Lets all runs use compiled phases from their next tick on. They compute the same bits, about twice as fast. Without this call, the
 * same rules run as JavaScript, and also if WebAssembly is missing or forbidden.
 *
 * @returns whether the code is in use
 */
export function useCompiledStep(step: StepCode): boolean {
  try {
    load(step);
    return true;
  } catch {
    // `node --jitless` has no WebAssembly, and the content policy of a web page can forbid it.
    return false;
  }
}

function load({ code, map }: StepCode): LoadedCode {
  loaded ??= { module: new WebAssembly.Module(decodeBase64(code)), map };
  return loaded;
}

/**
 * Runs the compiled phases of a tick, if there is compiled code and the run is worth it.
 *
 * @param names the phases, in order
 * @returns whether they have run
 */
export function runCompiledPhases(population: Population, names: readonly string[]): boolean {
  const step = openCompiledStep(population, names);
  if (step === undefined) return false;
  step.memory.enter();
  for (const phase of step.phases) phase();
  step.memory.leave();
  return true;
}

/**
 * The compiled code for the rest of a tick, for a caller that runs it phase by phase and may read and change the population between
 * two calls.
 *
 * @returns undefined if the phases of this tick must run as JavaScript
 */
export function openCompiledStep(population: Population, names: readonly string[]): CompiledStep | undefined {
  const step = attached.get(population) ?? tryToAttach(population, names);
  if (step === undefined) return undefined;
  if (isTooLarge(population)) {
    detach(population, step);
    return undefined;
  }
  return step.memory.isMissingSomething ? undefined : step;
}

/** Gives a population its own memory, if there is compiled code, the run is worth it and the system has room. */
function tryToAttach(population: Population, names: readonly string[]): CompiledStep | undefined {
  if (loaded === undefined || !isWorthIt(population)) return undefined;
  try {
    const step = attach(population, names, loaded);
    step.memory.enter();
    return step;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The engine reserves addresses for a memory's largest size, which a limit such as `ulimit -v` can refuse. Asking takes
    // long, so other runs don't ask again.
    loaded = undefined;
    const step = attached.get(population);
    if (step !== undefined) detach(population, step);
    return undefined;
  }
}

function detach(population: Population, { memory }: CompiledStep): void {
  memory.detach();
  attached.delete(population);
}

function isWorthIt(population: Population): boolean {
  const { agents, tick } = population;
  return (agents.count >= MANY_AGENTS || agents.count * tick >= LONG_RUN) && !isTooLarge(population);
}

function isTooLarge({ ties }: Population): boolean {
  return ties.blocks.ids.length > MOST_ROWS;
}

/** Gives a population its own memory, so that its next ticks run compiled, however small it is. */
export function attachCompiledStep(population: Population, names: readonly string[], step: StepCode): CompiledStep {
  return attach(population, names, load(step));
}

function attach(population: Population, names: readonly string[], { module, map }: LoadedCode): CompiledStep {
  const { exports } = new WebAssembly.Instance(module, { host: { fail: refuseMemory } });
  const memory = new SharedMemory(exports as unknown as Exports, population, map);
  const call: CompiledStep["call"] = (...calls) => {
    memory.enter();
    for (const [name, ...numbers] of calls) (exports[name] as (...given: readonly number[]) => void)(...numbers);
    memory.leave();
  };
  const step = { memory, phases: names.map((name) => exports[name] as () => void), call };
  attached.set(population, step);
  return step;
}

/** Called by compiled code that gets no more memory: fails as a typed array that can't be created. */
function refuseMemory(): void {
  throw new RangeError("Array buffer allocation failed");
}
