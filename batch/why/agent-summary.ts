import {
  type EvidenceReplay,
  evidenceText,
  formatNumber,
  isOfPredecessor,
  type MissedItem,
  missedKinds,
  missedLabels,
  missedText,
  type NameOf,
  signed,
  TrustParts,
  trustCauseLabels,
} from "../../sim/index.ts";
import { alignColumns } from "../text/columns.ts";

/** How many of the latest lost ties, and of the latest missed chances, a summary lists. */
const LISTED = 10;

/**
 * What made others trust an agent, whom it lost, and what it missed.
 *
 * @param since the tick in which the agent came
 */
export function agentSummary({ items, missed }: EvidenceReplay, agent: number, since: number, nameOf: NameOf): string {
  const own = items.filter((item) => !isOfPredecessor(item, since));
  const ownMissed = missed.filter(({ tick }) => tick >= since);
  const trust = new TrustParts(since);
  for (const item of own) trust.add(item);
  const name = nameOf(agent);
  const lost = own.filter(({ after }) => after === undefined);
  return [
    ...(since > 0 ? [`${name} came in tick ${formatNumber(since)}. What came before is about another agent.`, ""] : []),
    `What moved the trust of others in ${name}: changes of the mean T over all who know it`,
    "",
    alignColumns([["", "times", "change"], ...trust.list().map(rowOf)]),
    "",
    `together ${signed(trust.mean - trust.first)}: mean T from ${trust.first.toFixed(2)} to ${trust.mean.toFixed(2)}, ${countKnown(trust.knownBy)}`,
    `ties that ended: ${formatNumber(lost.length)}`,
    ...newest(lost, (item) => evidenceText(item, nameOf)),
    `chances missed: ${formatNumber(ownMissed.length)} (${countMissed(ownMissed)})`,
    ...newest(ownMissed, (item) => missedText(item, name, nameOf)),
  ].join("\n");
}

function rowOf({ cause, times, change }: ReturnType<TrustParts["list"]>[number]): string[] {
  return [trustCauseLabels[cause], formatNumber(times), signed(change)];
}

function countKnown(count: number): string {
  return count === 0 ? "and nobody knows it now" : `over ${formatNumber(count)} ${count === 1 ? "agent" : "agents"} now`;
}

function newest<T>(list: readonly T[], textOf: (one: T) => string): string[] {
  return list
    .slice(-LISTED)
    .toReversed()
    .map((one) => `  ${textOf(one)}`);
}

function countMissed(missed: readonly MissedItem[]): string {
  return missedKinds
    .map((kind) => `${missedLabels[kind]} ${formatNumber(missed.filter((one) => one.kind === kind).length)}`)
    .join(", ");
}
