import type { EvidenceItem, EvidenceKind } from "../../sim/evidence/evidence-item.ts";

/** Kinds of evidence that a reader can choose together. */
export type EvidenceGroup = "all" | "promises" | "refused" | "gossip" | "respect" | "sharing" | "disclosure" | "attention" | "ends";

export const groupLabels: Readonly<Record<EvidenceGroup, string>> = {
  all: "Everything",
  promises: "Promises and thanks",
  refused: "Refused favors",
  gossip: "Word of mouth",
  respect: "Respect",
  sharing: "Shared expertise",
  disclosure: "Openness",
  attention: "Attention",
  ends: "Begin and end of the tie",
};

const groupOfKind: Readonly<Record<EvidenceKind, EvidenceGroup>> = {
  start: "ends",
  began: "ends",
  respect: "respect",
  sharing: "sharing",
  disclosure: "disclosure",
  attention: "attention",
  refused: "refused",
  gossip: "gossip",
  kept: "promises",
  broken: "promises",
  thanks: "promises",
  forgotten: "ends",
  left: "ends",
  cut: "ends",
};

export function isInGroup({ kind }: Pick<EvidenceItem, "kind">, group: EvidenceGroup): boolean {
  return group === "all" || groupOfKind[kind] === group;
}

/** How many items each group has. */
export function countGroups(items: readonly EvidenceItem[]): Readonly<Record<EvidenceGroup, number>> {
  const counts = Object.fromEntries(Object.keys(groupLabels).map((group) => [group, 0])) as Record<EvidenceGroup, number>;
  counts.all = items.length;
  for (const { kind } of items) counts[groupOfKind[kind]]++;
  return counts;
}

/** The items up to a tick; the list is ordered by tick. */
export function untilTick<T extends { readonly tick: number }>(items: readonly T[], tick: number): readonly T[] {
  const last = items.at(-1);
  if (last === undefined || last.tick <= tick) return items;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as T).tick <= tick) low = middle + 1;
    else high = middle;
  }
  return items.slice(0, low);
}
