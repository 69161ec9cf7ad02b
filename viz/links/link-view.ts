import type { ViewChoices } from "../../formats/link/read-view.ts";
import type { LinkView } from "../../formats/link/run-link.ts";
import { chartList } from "../charts/chart-list.ts";
import { type Amount, type Aspect, amountLabels, aspectLabels } from "../network/aspects.ts";
import { type Filter, filterLabels } from "../network/ties/filters.ts";
import type { ViewOptions } from "../network/view-options.ts";
import type { Focus, Selection } from "../state/focus.ts";
import { agentsOfEvent } from "../state/turn-event.ts";

/** What the view of a link may name. */
export const viewChoices: ViewChoices = {
  color: aspectLabels.map(([aspect]) => aspect),
  size: ["none", ...amountLabels.map(([amount]) => amount)],
  ties: Object.keys(filterLabels),
  chart: chartList.map(({ title }) => title),
};

/** What the reader looks at, as far as a link names it. */
export type ShownOfRun = Pick<Focus, "selection" | "turned" | "turnedWeek" | "ripple">;

/** What the page shows, as a link names it. What is as at first is left out. */
export function viewOf({ selection, turned, turnedWeek, ripple }: ShownOfRun, options: ViewOptions): LinkView {
  const { colorBy, sizeBy, filter, labels, asTable, chart, sideBySide } = options;
  const selected = selection.value;
  const week = ripple.value?.week ?? turnedWeek.value;
  return {
    ...(selected && ("agent" in selected ? { agent: selected.agent } : { tie: [selected.lower, selected.upper] as const })),
    ...(colorBy.value !== undefined && { color: colorBy.value }),
    ...(sizeBy.value !== "none" && { size: sizeBy.value }),
    ...(filter.value !== "best" && { ties: filter.value }),
    ...(labels.value !== undefined && { names: labels.value }),
    ...(asTable.value && { table: true }),
    ...(chart.value !== undefined && { chart: chart.value }),
    ...(sideBySide.value && { both: true }),
    ...(turned.value !== undefined && { ripple: { event: turned.value, ...(week !== undefined && { week }) } }),
  };
}

/**
 * Shows what a link names.
 *
 * @param agents how many there are; someone beyond them is not selected, and an event of theirs is not turned
 */
export function showView(
  view: LinkView,
  { selection, turned, turnedWeek }: ShownOfRun,
  options: ViewOptions,
  agents: number,
): void {
  const { color, size = "none", ties = "best", names, table = false, chart, both = false, ripple } = view;
  options.colorBy.value = color as Aspect | undefined;
  options.sizeBy.value = size as Amount | "none";
  options.filter.value = ties as Filter;
  options.labels.value = names;
  options.asTable.value = table;
  options.chart.value = chart;
  options.sideBySide.value = both;
  selection.value = selectionOf(view, agents);
  if (ripple === undefined || !agentsOfEvent(ripple.event).every((agent) => agent < agents)) return;
  turnedWeek.value = ripple.week;
  turned.value = ripple.event;
}

function selectionOf({ agent, tie }: LinkView, agents: number): Selection | undefined {
  if (tie !== undefined) return tie[1] < agents ? { lower: tie[0], upper: tie[1] } : undefined;
  return agent !== undefined && agent < agents ? { agent } : undefined;
}
