import { groupMeasureColumns, type MeasureColumn, networkMeasures } from "../../sim/index.ts";
import type { Outcome } from "../experiment.ts";

/**
 * What an outcome is read from.
 *
 * @throws RangeError where there is no such measure, which a checked experiment does not have
 */
export function measureOfOutcome({ of, measure }: Outcome): MeasureColumn {
  const columns: readonly MeasureColumn[] = of === "network" ? networkMeasures : groupMeasureColumns;
  const found = columns.find(({ name }) => name === measure);
  if (found === undefined) throw new RangeError(`no measure of ${of} is called ${measure}`);
  return found;
}

/** When an outcome is read, as the rest of a sentence: `at tick 520`. */
export function whenText({ when, every }: Outcome): string {
  if ("at" in when) return `at tick ${when.at}`;
  if ("change" in when) return `value at tick ${when.change.to} less that at tick ${when.change.from}`;
  const each = every === 1 ? "each tick" : `every ${every} ticks`;
  return `mean over ticks ${when.mean.from + 1} to ${when.mean.to}, taken ${each}`;
}

/** Of whom it is read. */
export function ofText({ of }: Outcome): string {
  return groups[of];
}

const groups: Readonly<Record<Outcome["of"], string>> = {
  network: "of the network",
  agents: "mean over all agents",
  focal: "mean over the focal agents",
  others: "mean over the agents that are not focal",
};
