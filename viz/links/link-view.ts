import type { ViewChoices } from "../../formats/link/read-view.ts";
import type { LinkView } from "../../formats/link/run-link.ts";
import { chartList } from "../charts/chart-list.ts";
import { type Amount, type Aspect, amountLabels, aspectLabels } from "../network/aspects.ts";
import { type Filter, filterLabels } from "../network/ties/filters.ts";
import type { ViewOptions } from "../network/view-options.ts";
import type { Focus, Selection } from "../state/focus.ts";

/** What the view of a link may name. */
export const viewChoices: ViewChoices = {
  color: aspectLabels.map(([aspect]) => aspect),
  size: ["none", ...amountLabels.map(([amount]) => amount)],
  ties: Object.keys(filterLabels),
  chart: chartList.map(({ title }) => title),
};

/** What the page shows, as a link names it. What is as at first is left out. */
export function viewOf({ selection }: Pick<Focus, "selection">, options: ViewOptions): LinkView {
  const { colorBy, sizeBy, filter, labels, asTable, chart } = options;
  const selected = selection.value;
  return {
    ...(selected && ("agent" in selected ? { agent: selected.agent } : { tie: [selected.lower, selected.upper] as const })),
    ...(colorBy.value !== undefined && { color: colorBy.value }),
    ...(sizeBy.value !== "none" && { size: sizeBy.value }),
    ...(filter.value !== "best" && { ties: filter.value }),
    ...(labels.value !== undefined && { names: labels.value }),
    ...(asTable.value && { table: true }),
    ...(chart.value !== undefined && { chart: chart.value }),
  };
}

/**
 * Shows what a link names.
 *
 * @param agents how many there are; someone beyond them is not selected
 */
export function showView(view: LinkView, { selection }: Pick<Focus, "selection">, options: ViewOptions, agents: number): void {
  const { color, size = "none", ties = "best", names, table = false, chart } = view;
  options.colorBy.value = color as Aspect | undefined;
  options.sizeBy.value = size as Amount | "none";
  options.filter.value = ties as Filter;
  options.labels.value = names;
  options.asTable.value = table;
  options.chart.value = chart;
  selection.value = selectionOf(view, agents);
}

function selectionOf({ agent, tie }: LinkView, agents: number): Selection | undefined {
  if (tie !== undefined) return tie[1] < agents ? { lower: tie[0], upper: tie[1] } : undefined;
  return agent !== undefined && agent < agents ? { agent } : undefined;
}
