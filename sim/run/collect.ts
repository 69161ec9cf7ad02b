import { createMeasureWorkspace, type MeasureWorkspace, readActiveTies } from "../metrics/measure-workspace.ts";
import { CONVERSION_AFTER, createWeakTies, type WeakTies, weakTies } from "../metrics/network/conversion.ts";
import { measureNetwork, networkMeasures } from "../metrics/network-measures.ts";
import { type MeasureWindow, WINDOW_TICKS } from "../metrics/window.ts";
import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";

/** The number of ticks that conversion looks back: one year and three years. */
const [ONE, THREE] = CONVERSION_AFTER;

/**
 * How many ticks the measures of a tick look back. A run that continues another one is replayed for this long before its tables
 * begin, so that its rates and conversions equal those of an uninterrupted run.
 */
export const LOOK_BACK = Math.max(WINDOW_TICKS, ...CONVERSION_AFTER);

/** The column of a row that holds its tick. */
const TICK = networkMeasures.findIndex(({ name }) => name === "tick");

/** Totals since the start, at some tick. */
export interface Totals {
  readonly tick: number;
  readonly counts: Float64Array;
  readonly reach: Uint32Array;
  readonly payoff: Float64Array;
  readonly promisesKept: Uint32Array;
  readonly promisesBroken: Uint32Array;
}

/**
 * Collects the series of a run as it advances, without changing the run. Copies what later rates and conversions will need, and
 * only at the ticks that they look back to.
 */
export interface Collector {
  /** Call at the first tick and after each further tick. Returns the row if the tick is measured, in a buffer that is reused. */
  collect(): Float64Array | undefined;
  /**
   * Returns what happened in the last year, or since the collector was created if that is shorter.
   *
   * @throws RangeError if the tick is not measured
   */
  window(): MeasureWindow;
  /** what later measurements will look back to, before this tick is collected */
  memory(): CollectorMemory;
  readonly workspace: MeasureWorkspace;
}

/** What a collector remembers. Ticks are those of the population. */
export interface CollectorMemory {
  /** when the first collector was created */
  readonly beginning: Totals;
  /** by tick, ascending */
  readonly totals: ReadonlyMap<number, Totals>;
  readonly weak: ReadonlyMap<number, WeakTies>;
}

/** What a collector of a settled run needs to know. */
export interface CollectorOptions {
  /** ticks of the burn-in; rows and `isMeasured` count ticks from its end */
  readonly settled?: number;
  /** what another collector of the same run remembered at this tick */
  readonly memory?: CollectorMemory;
}

/** @param isMeasured says whether a tick is measured; also called with later ticks */
export function createCollector(
  population: Population,
  isMeasured: (tick: number) => boolean,
  { settled = 0, memory }: CollectorOptions = {},
): Collector {
  const workspace = createMeasureWorkspace();
  const row = new Float64Array(networkMeasures.length);
  const totals = new Map(memory?.totals);
  const weak = new Map(memory?.weak);
  const beginning = memory?.beginning ?? totalsOf(population);

  function window(): MeasureWindow {
    const { tick } = population;
    const since = totals.get(tick - WINDOW_TICKS) ?? beginning;
    if (tick - since.tick > WINDOW_TICKS)
      throw new RangeError(`tick ${tick - settled} is not measured: what was a year before is not known`);
    return windowSince(population, since, weak.get(tick - ONE), weak.get(tick - THREE));
  }

  return {
    workspace,
    window,
    memory: () => ({ beginning, totals: new Map(totals), weak: new Map(weak) }),
    collect() {
      const { tick } = population;
      const own = tick - settled;
      const measured = isMeasured(own);
      if (measured) {
        measureNetwork(population, workspace, window(), row);
        row[TICK] = own;
      }
      if (isMeasured(own + WINDOW_TICKS)) totals.set(tick, totalsOf(population));
      if (isMeasured(own + ONE) || isMeasured(own + THREE)) {
        if (!measured) readActiveTies(population, workspace);
        weak.set(tick, weakNow(population, workspace));
      }
      // Keep the copies of exactly a year ago until the next tick, because `window` may still be called.
      totals.delete(tick - WINDOW_TICKS - 1);
      weak.delete(tick - THREE - 1);
      return measured ? row : undefined;
    },
  };
}

/**
 * Whether a memory, taken at the end of a burn-in, holds everything that later measurements look back to.
 *
 * @param settled ticks of the burn-in
 * @param isMeasured as for `createCollector`
 */
export function remembersEnough(
  { beginning, totals, weak }: CollectorMemory,
  settled: number,
  isMeasured: (tick: number) => boolean,
): boolean {
  const isWanting = (tick: number, after: number, known: ReadonlyMap<number, unknown>) =>
    isMeasured(tick) && tick - after >= beginning.tick - settled && !known.has(tick - after + settled);
  for (let tick = 0; tick < THREE; tick++) {
    if (tick < ONE && (isWanting(tick, WINDOW_TICKS, totals) || isWanting(tick, ONE, weak))) return false;
    if (isWanting(tick, THREE, weak)) return false;
  }
  return true;
}

/** Lists the ties that are weak now. The workspace must hold the active ties of this tick. */
function weakNow({ values }: Population, { active }: MeasureWorkspace): WeakTies {
  const into = createWeakTies();
  weakTies(active, values[P.strongFrom], into);
  return into;
}

function totalsOf({ tick, agents, events }: Population): Totals {
  const { count } = agents;
  return {
    tick,
    counts: events.counts.slice(),
    reach: agents.reach.slice(0, count),
    payoff: agents.payoff.slice(0, count),
    promisesKept: agents.promisesKept.slice(0, count),
    promisesBroken: agents.promisesBroken.slice(0, count),
  };
}

function windowSince(
  population: Population,
  since: Totals,
  weak52: WeakTies | undefined,
  weak156: WeakTies | undefined,
): MeasureWindow {
  const { agents, events, tick } = population;
  const { count } = agents;
  return {
    ticks: tick - since.tick,
    counts: events.counts.map((now, kind) => now - since.counts[kind]),
    reach: difference(agents.reach, since.reach, count),
    payoff: difference(agents.payoff, since.payoff, count),
    promisesKept: difference(agents.promisesKept, since.promisesKept, count),
    promisesBroken: difference(agents.promisesBroken, since.promisesBroken, count),
    weak52,
    weak156,
  };
}

/** Subtracts earlier totals by agent. Agents that were added since then start from 0. */
function difference(now: Uint32Array | Float64Array, then: Uint32Array | Float64Array, count: number): Float64Array {
  const change = new Float64Array(count);
  for (let agent = 0; agent < count; agent++) change[agent] = now[agent] - (agent < then.length ? then[agent] : 0);
  return change;
}
