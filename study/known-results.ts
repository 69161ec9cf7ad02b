import type { Cell } from "../sim/index.ts";
import type { Experiment, Outcome, RunTables } from "./experiment.ts";
import type { KeptRun, Samples } from "./kept-run.ts";
import { isInSeries, neededTicks } from "./outcomes.ts";
import { type KnownRows, keptTables, type TableRows } from "./run-tables.ts";

/** What is known of a run up to a tick, from a kept run, as its experiment asks for it now. */
export interface KnownResults extends KnownRows {
  readonly samples: Samples;
  /** by tick, with the measures in their order */
  readonly series: readonly (readonly number[])[];
}

/** What a sample of an outcome measures, without the ticks: two outcomes with equal texts have equal samples. */
export function sampleText(outcome: Outcome): string {
  const what = "value" in outcome ? outcome.value : `${outcome.measure} of ${outcome.of}`;
  return "first" in outcome.when ? `${what}, when first ${outcome.when.first}, every ${outcome.every}` : what;
}

/**
 * Finds what an experiment needs of a kept run.
 *
 * @returns undefined if the experiment needs something that was not measured, or has fewer ticks
 */
export function findKnown(experiment: Experiment, kept: KeptRun): KnownResults | undefined {
  const { ticks: tick, samples } = kept;
  if (tick > experiment.ticks || !experiment.outcomes.every((outcome) => hasSamples(outcome, experiment, kept))) return undefined;
  const series = seriesOf(experiment, kept);
  const tables = tablesOf(experiment, kept);
  return series === undefined || tables === undefined ? undefined : { tick, samples, series, tables };
}

function hasSamples(outcome: Outcome, experiment: Experiment, { ticks, samples }: KeptRun): boolean {
  const known = samples.get(sampleText(outcome));
  if (known === undefined) return false;
  if ("first" in outcome.when) return true;
  const isNeeded = neededTicks(outcome, experiment);
  for (let tick = 0; tick <= ticks; tick++) if (isNeeded(tick) && !known.has(tick)) return false;
  return true;
}

/** The rows of a series up to the end of a kept run; undefined if some are not known. */
function seriesOf({ series: asked, ticks: last }: Experiment, { series, ticks }: KeptRun): number[][] | undefined {
  if (asked === undefined) return [];
  if (series === undefined) return undefined;
  const places = asked.measures.map((name) => series.measures.indexOf(name));
  if (places.includes(-1)) return undefined;
  const byTick = new Map(series.rows.map(([tick, ...values]) => [tick, values]));
  const rows: number[][] = [];
  for (let tick = 0; tick <= ticks; tick++) {
    if (!isInSeries(asked, tick, last)) continue;
    const values = byTick.get(tick);
    if (values === undefined) return undefined;
    rows.push([tick, ...places.map((place) => values[place] ?? Number.NaN)]);
  }
  return rows;
}

/** The rows of a run's tables up to the end of a kept run; undefined if some are not known. */
function tablesOf({ tables = {} }: Experiment, { tables: kept, ticks }: KeptRun): TableRows | undefined {
  const names = keptTables({ tables });
  if (names.length === 0) return {};
  if (kept === undefined || !isCovered(tables, kept.asked, ticks)) return undefined;
  const { ties, agents, events } = tables;
  const isAt = (at: readonly number[] | undefined) => {
    const asked = new Set(at);
    return ([tick]: readonly Cell[]) => asked.has(Number(tick));
  };
  const isEvent = ([tick, kind]: readonly Cell[]) =>
    events !== undefined && Number(tick) >= events.from && Number(tick) <= events.to && events.kinds.includes(String(kind));
  const wanted = { ties: isAt(ties?.at), agents: isAt(agents?.at), events: isEvent };
  return Object.fromEntries(names.map((name) => [name, (kept.rows[name] ?? []).filter(wanted[name])]));
}

/** Whether tables hold everything that others ask for up to a tick. */
function isCovered({ ties, agents, events }: RunTables, by: RunTables, tick: number): boolean {
  const covers = (at: readonly number[], others: readonly number[] | undefined) =>
    at.every((one) => one > tick || others?.includes(one) === true);
  return (
    (ties === undefined || (by.ties !== undefined && ties.where === by.ties.where && covers(ties.at, by.ties.at))) &&
    (agents === undefined || covers(agents.at, by.agents?.at)) &&
    (events === undefined ||
      (by.events !== undefined &&
        by.events.from <= events.from &&
        by.events.to >= Math.min(events.to, tick) &&
        events.kinds.every((kind) => by.events?.kinds.includes(kind) === true)))
  );
}
