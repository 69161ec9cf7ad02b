import { levelText } from "../tables/factor-text.ts";
import type { Comparison, Group } from "./contrast.ts";

/** A group of runs in words: `arm none, gossip on`; `all runs` for the group without conditions. */
export function groupText({ arm, levels }: Group): string {
  const parts = [
    ...(arm === undefined ? [] : [arm]),
    ...Object.entries(levels).map(([factor, some]) => `${factor} ${some.map(levelText).join(" or ")}`),
  ];
  return parts.length === 0 ? "all runs" : parts.join(", ");
}

/** What is compared: `gossip on − gossip off`. */
export function comparisonText(comparison: Comparison): string {
  switch (comparison.kind) {
    case "difference":
      return comparison.groups.map(groupText).join(" − ");
    case "ratio":
      return comparison.groups.map(groupText).join(" ÷ ");
    case "difference of differences": {
      const [a, b, c, d] = comparison.groups.map(groupText);
      return `(${a} − ${b}) − (${c} − ${d})`;
    }
    case "slope":
      return `slope over ${comparison.factor}${withinText(comparison.within)}`;
    case "maximum":
      return `${comparison.factor} with the highest mean${withinText(comparison.within)}`;
  }
}

function withinText(group: Group): string {
  const text = groupText(group);
  return text === "all runs" ? "" : ` (${text})`;
}
