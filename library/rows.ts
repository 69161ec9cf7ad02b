import {
  type AgentMeasure,
  agentRows as agentCells,
  agentTableColumns,
  type Cell,
  formatNumber,
  InputError,
  networkMeasures,
  advance as step,
  type TraitName,
  tickOf,
  tieRows as tieCells,
  tieTableColumns,
} from "../sim/index.ts";
import { checkTicks, type Inside, insideOf, type Run } from "./run.ts";

/** A row of the series: every measure of the network at one tick, by name; NaN where one is undefined. */
export type SeriesRow = { readonly [M in (typeof networkMeasures)[number]["name"]]: number };

/** A row of agents.csv. `name` is empty without a file of people; a circle is a number unless a file names it. */
export type AgentRow = {
  readonly [C in "agent" | "domain" | "expertise" | "status" | "sociality" | "since" | TraitName | AgentMeasure]: number;
} & { readonly name: string; readonly circle: number | string };

type TieColumn = (typeof tieTableColumns)[number];

/** A row of ties.csv: one direction of a tie. `overlap` is NaN and `local_bridge` undefined for ties that aren't active. */
export type TieRow = { readonly [C in Exclude<TieColumn, "from_circle" | "to_circle" | "local_bridge">]: number } & {
  readonly from_circle: number | string;
  readonly to_circle: number | string;
  readonly local_bridge: boolean | undefined;
};

/**
 * Advances a run and returns its series: a row at the start and at every tick that `every` divides. The rows of two calls together are
 * those of one long call.
 *
 * @param ticks how many to advance; 0 returns the row of the start
 * @throws InputError if it isn't a whole number of 0 or more
 */
export function runSeries(run: Run, ticks: number): SeriesRow[] {
  const inside = insideOf(run);
  const until = tickOf(inside.run) + checkTicks(ticks);
  const rows: SeriesRow[] = [];
  for (;;) {
    const row = rowNow(inside);
    if (row !== undefined) rows.push(row);
    if (tickOf(inside.run) >= until) return rows;
    step(inside.run);
  }
}

/** The row of this tick, unless it has none or it was returned before. */
function rowNow(inside: Inside): SeriesRow | undefined {
  const tick = tickOf(inside.run);
  inside.wantsRow = tick > inside.lastRow;
  const row = inside.collector.collect();
  inside.wantsRow = false;
  if (row === undefined) return undefined;
  inside.lastRow = tick;
  return Object.fromEntries(networkMeasures.map(({ name }, at) => [name, row[at]])) as SeriesRow;
}

/**
 * Every agent that is present, as in agents.csv. What agents did and received is that of the last year.
 *
 * @throws InputError if the run has no row at this tick, because what was a year before is then not known
 */
export function agentRows(run: Run): AgentRow[] {
  const { run: inner, collector, every } = insideOf(run);
  collector.collect();
  try {
    return asObjects(agentTableColumns, agentCells(inner, collector)) as unknown as AgentRow[];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const tick = formatNumber(tickOf(inner));
    throw new InputError([
      `agentRows needs a tick with a row of the series: ${formatNumber(every)} must divide tick ${tick}; advance the run to such a tick, or create it with every: 1`,
    ]);
  }
}

/** Both directions of every known tie at this tick, as in ties.csv. */
export function tieRows(run: Run): TieRow[] {
  const { run: inner, collector } = insideOf(run);
  return asObjects(tieTableColumns, tieCells(inner, collector)) as unknown as TieRow[];
}

function asObjects(columns: readonly string[], rows: Iterable<readonly Cell[]>): Record<string, Cell>[] {
  return Array.from(rows, (cells) =>
    Object.fromEntries(columns.map((column, at) => [column, column === "overlap" ? (cells[at] ?? Number.NaN) : cells[at]])),
  );
}
