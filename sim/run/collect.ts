import {
  type ContactRecord,
  copyRecord,
  createRecentContacts,
  type RecentContacts,
  recordRecent,
} from "../metrics/contact/recent-contacts.ts";
import { createTieLives, recordLives, type TieLives } from "../metrics/contact/tie-lives.ts";
import { createMeasureWorkspace, type MeasureWorkspace, readActiveTies } from "../metrics/measure-workspace.ts";
import { copyActiveTies, PAST_TICKS, type PastTies } from "../metrics/network/past-ties.ts";
import { experimentMeasures, measureNetwork, networkMeasures } from "../metrics/network-measures.ts";
import { type MeasureWindow, WINDOW_TICKS } from "../metrics/window.ts";
import type { Population } from "../population/population.ts";

const [ONE, THREE] = PAST_TICKS;

/** What the collector records in every tick, because the state of a population doesn't say who met when. */
interface Contacts {
  /** the last tick recorded */
  tick: number;
  readonly recent: RecentContacts;
  /** begins after the burn-in, so it isn't part of a memory */
  readonly lives: TieLives | undefined;
}

/**
 * How many ticks the measures of a tick look back. A run that continues another one is replayed for this long before its tables
 * begin, so that its rates and conversions equal those of an uninterrupted run.
 */
export const LOOK_BACK = Math.max(WINDOW_TICKS, ...PAST_TICKS);

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
 * only at the ticks that they look back to. Records encounters from its creation on, or from that of the collector whose memory it
 * has. Lives of ties begin after the burn-in.
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
  /** the encounters of new ties, if they are recorded; belongs to the collector */
  readonly lives: TieLives | undefined;
  readonly workspace: MeasureWorkspace;
}

/** What a collector remembers. Ticks are those of the population. */
export interface CollectorMemory {
  /** when the first collector was created */
  readonly beginning: Totals;
  /** by tick, ascending */
  readonly totals: ReadonlyMap<number, Totals>;
  readonly past: ReadonlyMap<number, PastTies>;
  /** who met in the last weeks, up to this tick */
  readonly recent: ContactRecord;
}

export interface CollectorOptions {
  /**
   * true to record every encounter of new ties, for `lifeMeasures`, which then follow in each row; or what another collector of the same
   * run recorded up to this tick
   */
  readonly lives?: boolean | TieLives;
  /** ticks of the burn-in; rows and `isMeasured` count ticks from its end */
  readonly settled?: number;
  /** false to leave out which ties there were before, which takes time: conversions are then undefined; true if left out */
  readonly conversions?: boolean;
  /** what another collector of the same run remembered at this tick */
  readonly memory?: CollectorMemory;
}

/** @param isMeasured says whether a tick is measured; also called with later ticks */
export function createCollector(
  population: Population,
  isMeasured: (tick: number) => boolean,
  { lives = false, settled = 0, conversions = true, memory }: CollectorOptions = {},
): Collector {
  const workspace = createMeasureWorkspace();
  const row = new Float64Array((lives === false ? networkMeasures : experimentMeasures).length);
  const totals = new Map(memory?.totals);
  const past = new Map(memory?.past);
  const contacts: Contacts = {
    tick: population.tick,
    recent: createRecentContacts(memory?.recent),
    lives: lives === true ? createTieLives(Math.max(population.tick, settled)) : lives || undefined,
  };
  const beginning = memory?.beginning ?? totalsOf(population);

  function window(): MeasureWindow {
    const { tick } = population;
    const since = totals.get(tick - WINDOW_TICKS) ?? beginning;
    if (tick - since.tick > WINDOW_TICKS)
      throw new RangeError(`tick ${tick - settled} is not measured: what was a year before is not known`);
    return windowSince(population, contacts, since, past.get(tick - ONE), past.get(tick - THREE));
  }

  return {
    workspace,
    lives: contacts.lives,
    window,
    memory() {
      recordContacts(population, contacts);
      return { beginning, totals: new Map(totals), past: new Map(past), recent: copyRecord(contacts.recent) };
    },
    collect() {
      const { tick } = population;
      const own = tick - settled;
      const measured = isMeasured(own);
      recordContacts(population, contacts);
      if (measured) {
        measureNetwork(population, workspace, window(), row);
        row[TICK] = own;
      }
      if (isMeasured(own + WINDOW_TICKS)) totals.set(tick, totalsOf(population));
      if (conversions && (isMeasured(own + ONE) || isMeasured(own + THREE))) {
        if (!measured) readActiveTies(population, workspace);
        past.set(tick, copyActiveTies(population, workspace.active));
      }
      // Keep the copies of exactly a year ago until the next tick, because `window` may still be called.
      totals.delete(tick - WINDOW_TICKS - 1);
      past.delete(tick - THREE - 1);
      return measured ? row : undefined;
    },
  };
}

/** Records the encounters of the tick that has just been taken, unless they have been recorded. */
function recordContacts({ tick, workspace }: Population, contacts: Contacts): void {
  if (tick === contacts.tick) return;
  const { recent, lives } = contacts;
  recordRecent(recent, workspace.contacts);
  if (lives !== undefined && tick > lives.origin) recordLives(lives, workspace.contacts, tick);
  contacts.tick = tick;
}

/**
 * Whether a memory, taken at the end of a burn-in, holds everything that later measurements look back to.
 *
 * @param settled ticks of the burn-in
 * @param isMeasured as for `createCollector`
 */
export function remembersEnough(
  { beginning, totals, past }: CollectorMemory,
  settled: number,
  isMeasured: (tick: number) => boolean,
): boolean {
  const isWanting = (tick: number, after: number, known: ReadonlyMap<number, unknown>) =>
    isMeasured(tick) && tick - after >= beginning.tick - settled && !known.has(tick - after + settled);
  for (let tick = 0; tick < THREE; tick++) {
    if (tick < ONE && (isWanting(tick, WINDOW_TICKS, totals) || isWanting(tick, ONE, past))) return false;
    if (isWanting(tick, THREE, past)) return false;
  }
  return true;
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
  { recent, lives }: Contacts,
  since: Totals,
  past52: PastTies | undefined,
  past156: PastTies | undefined,
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
    past52,
    past156,
    recent,
    lives,
  };
}

/** Subtracts earlier totals by agent. Agents that were added since then start from 0. */
function difference(now: Uint32Array | Float64Array, then: Uint32Array | Float64Array, count: number): Float64Array {
  const change = new Float64Array(count);
  for (let agent = 0; agent < count; agent++) change[agent] = now[agent] - (agent < then.length ? then[agent] : 0);
  return change;
}
