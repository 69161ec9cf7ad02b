import type { EvidenceItem, EvidenceReplay, FourBeliefs } from "../../sim/index.ts";
import { alignColumns } from "../text/columns.ts";
import { missedText, type NameOf, scoreOf } from "./evidence-text.ts";

/** How many of the latest missed chances a summary lists. */
const LISTED = 10;

/** What made others trust an agent, whom it lost, and what it missed. */
export function agentSummary({ items, missed }: EvidenceReplay, agent: number, nameOf: NameOf): string {
  const lost = items.filter(({ after }) => after === undefined);
  const list = missed
    .slice(-LISTED)
    .toReversed()
    .map((one) => missedText(one, nameOf(agent), nameOf));
  return [
    `What moved the trust of others in ${nameOf(agent)}: changes of T, added up over all of them`,
    "",
    alignColumns([["", "times", "change of T"], ...byKind(items)]),
    "",
    `ties that ended: ${lost.length}${
      lost.length === 0
        ? ""
        : `, the last with ${lost
            .slice(-5)
            .map(({ believer }) => nameOf(believer))
            .join(", ")}`
    }`,
    `chances missed: ${missed.length} (${countMissed(missed)})`,
    ...list.map((line) => `  ${line}`),
  ].join("\n");
}

function byKind(items: readonly EvidenceItem[]): string[][] {
  const sums = new Map<string, { times: number; change: number }>();
  for (const { kind, before, after } of items) {
    if (before === undefined || after === undefined) continue;
    const sum = sums.get(kind) ?? { times: 0, change: 0 };
    sums.set(kind, { times: sum.times + 1, change: sum.change + changeOf(before, after) });
  }
  return [...sums]
    .sort((a, b) => b[1].change - a[1].change)
    .map(([kind, { times, change }]) => [kind, String(times), `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}`]);
}

function changeOf(before: FourBeliefs, after: FourBeliefs): number {
  return scoreOf(after) - scoreOf(before);
}

function countMissed(missed: EvidenceReplay["missed"]): string {
  const kinds = ["news", "favor", "trust_check", "introduction"] as const;
  return kinds.map((kind) => `${kind.replace("_", " ")} ${missed.filter((one) => one.kind === kind).length}`).join(", ");
}
