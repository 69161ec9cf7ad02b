import { experimentMeasures, groupMeasureColumns, type MeasureColumn } from "../../sim/index.ts";
import type { Outcome } from "../experiment.ts";

/**
 * The measure that an outcome reads.
 *
 * @throws RangeError for an unknown measure, which a checked experiment cannot have
 */
export function measureOfOutcome({ of, measure }: Outcome): MeasureColumn {
  const columns: readonly MeasureColumn[] = of === "network" ? experimentMeasures : groupMeasureColumns;
  const found = columns.find(({ name }) => name === measure);
  if (found === undefined) throw new RangeError(`no measure of ${of} is called ${measure}`);
  return found;
}

/** When an outcome is read, as part of a sentence: `at tick 520`. */
function whenText({ when, every }: Outcome): string {
  if ("at" in when) return `at tick ${when.at}`;
  if ("change" in when) return `change from tick ${when.change.from} to tick ${when.change.to}`;
  const interval = every === 1 ? "every tick" : `every ${every} ticks`;
  return `mean over ticks ${when.mean.from + 1} to ${when.mean.to}, measured ${interval}`;
}

/** What an outcome is, without its unit: `Trust score of the network, at tick 520`. */
export function outcomePhrase(outcome: Outcome): string {
  return `${measureOfOutcome(outcome).label}${groups[outcome.of]}, ${whenText(outcome)}`;
}

const groups: Readonly<Record<Outcome["of"], string>> = {
  network: " of the network",
  agents: ", mean over all agents",
  focal: ", mean over the focal agents",
  others: ", mean over the agents that are not focal",
};
