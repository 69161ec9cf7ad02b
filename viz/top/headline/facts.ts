import { wayOfParameter } from "../../../sim/parameters/ways.ts";
import { rowAt, rowUntil } from "../../charts/chart-scales.ts";
import type { Worlds } from "../../charts/compare.ts";
import { formatParameter, formatWay } from "../../controls/format-parameter.ts";
import type { RunState } from "../../state/live-run.ts";
import type { Series } from "../../state/series.ts";
import { definitionOf, type Table, valuesInForce } from "../../state/settings.ts";

/** What a headline is made from: the measures of one week. */
export interface Facts {
  /** ticks since the start */
  readonly tick: number;
  /** a measure; NaN if it is not defined */
  at(measure: string): number;
  /** the unchanged world in the same week; undefined if nothing was changed, or if it has no measures of this week yet */
  readonly alone?: Alone;
}

/** The unchanged world, and what was changed. */
export interface Alone {
  at(measure: string): number;
  /** the last tick before the first change */
  readonly since: number;
  /** what was changed, as words that follow “Since”: `“Do what you say” fell from 88% to 10%` */
  readonly cause: string;
}

/** The last measured week up to the one on show: where there is an unchanged world, in both. Undefined before the first. */
export function readFacts(
  worlds: Worlds,
  since: number | undefined,
  { interventions, atStart, tick: shown }: Pick<RunState, "interventions" | "atStart" | "tick">,
): Facts | undefined {
  const other = since === undefined ? undefined : worlds.unchanged.series();
  const [own, theirs] = [lastTickOf(worlds.series, shown.peek()), other === undefined ? Number.NaN : lastTickOf(other)];
  if (Number.isNaN(own)) return undefined;
  if (other === undefined || since === undefined || Number.isNaN(theirs) || own <= since)
    return { tick: own, at: readAt(worlds.series, own) };
  const tick = Math.min(own, theirs);
  const cause = describeCause(interventions.value, atStart.value, tick, since);
  return { tick, at: readAt(worlds.series, tick), alone: { at: readAt(other, tick), since, cause } };
}

function lastTickOf(series: Series, until = Number.POSITIVE_INFINITY): number {
  return series.at(rowUntil(series, until), "tick");
}

function readAt(series: Series, tick: number): (measure: string) => number {
  const row = rowAt(series, tick) ?? -1;
  return (measure) => (series.at(row, "tick") === tick ? series.at(row, measure) : Number.NaN);
}

/**
 * What was changed up to a tick, after the last tick that both worlds share. One parameter that was set once is named; else the changes
 * are counted by their weeks.
 */
export function describeCause(
  interventions: RunState["interventions"]["value"],
  atStart: Table,
  tick: number,
  since: number,
): string {
  const acted = interventions.filter((one) => Number(one.tick) > since && Number(one.tick) <= tick);
  const [only] = acted;
  const settings = Object.entries(Object(only?.set)) as [string, Table[string]][];
  const [setting] = settings;
  const isOne = acted.length === 1 && settings.length === 1 && only?.until === undefined;
  if (!isOne || setting === undefined) return "the first change";
  const [name, after] = setting;
  const before = valuesInForce(atStart, interventions, since - 1)[name];
  return before === undefined || before === after ? "the first change" : describeSetting(name, before, after);
}

function describeSetting(name: string, before: Table[string], after: Table[string]): string {
  const way = wayOfParameter(name);
  const definition = definitionOf(name);
  const format = (value: Table[string]) => (way === undefined ? formatParameter(definition, value) : formatWay(way, value));
  const isNumber = typeof before === "number" && typeof after === "number";
  const isUp = Number(after) > Number(before) !== (way?.isReversed ?? false);
  const verb = isNumber ? (isUp ? "rose" : "fell") : "went";
  return `“${way?.label ?? definition.label}” ${verb} from ${format(before)} to ${format(after)}`;
}
