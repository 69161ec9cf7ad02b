import { capitalized } from "../capitalized.ts";
import { formatTick } from "../dates.ts";
import { trustScore } from "../trust/trust-equation.ts";
import type { EvidenceItem, EvidenceKind, FourBeliefs, MissedItem, MissedKind } from "./evidence-item.ts";

/** Names of agents for a person. */
export type NameOf = (agent: number) => string;

const beliefNames = ["credibility", "reliability", "intimacy", "self-orientation"] as const;

/** What each kind of evidence shows: `a` believes it of `b`, and `c` is the third person. */
const sentences: Readonly<Record<EvidenceKind, (a: string, b: string, c: string | undefined, item: EvidenceItem) => string>> = {
  start: (a, b) => `${a} knows ${b} at the start`,
  began: (a, b, c) => (c === undefined ? `${a} got to know ${b}` : `${c} introduced ${b} to ${a}`),
  respect: (a, b, c) => `${a} saw how ${b} treats ${c ?? a}`,
  sharing: (a, b) => `${b} shared expertise with ${a}`,
  disclosure: (a, b) => `${b} disclosed something to ${a}`,
  attention: (a, b) => `${a} saw how much attention ${b} pays`,
  refused: (a, b) => `${b} refused ${a} a favor`,
  gossip: (a, b, c) => `${c} told ${a} about ${b}`,
  kept: (a, b, _, item) => `${b} kept a promise${item.relied === true ? ` that ${a} relied on` : ` to ${a}`}`,
  broken: (a, b, _, item) => `${b} broke a promise${item.relied === true ? ` that ${a} relied on` : ` to ${a}`}`,
  thanks: (a, b) => `${b} thanked ${a} for a kept promise`,
  forgotten: (a, b) => `${a} and ${b} forgot each other`,
  left: (_a, _b, c) => `${c} left, and a newcomer took the place`,
  cut: (a, b) => `an intervention changed the tie of ${a} and ${b}`,
};

/** `41 broke a promise that 7 relied on` */
export function whatHappened(item: EvidenceItem, nameOf: NameOf): string {
  const source = item.source < 0 ? undefined : nameOf(item.source);
  return sentences[item.kind](nameOf(item.believer), nameOf(item.about), source, item);
}

/** The beliefs that moved, on the equation's scale of 1 to 10, and the trust score: `reliability 7.4 → 4.5, T 6.1 → 4.2`. */
export function whatMoved({ before, after }: Pick<EvidenceItem, "before" | "after">): string {
  if (after === undefined) return `T was ${scoreOf(before as FourBeliefs).toFixed(1)}`;
  const moved = beliefNames.flatMap((name, at) => {
    const now = scaled(after[at] as number);
    if (before === undefined) return [`${name} ${now.toFixed(1)}`];
    return before[at] === after[at] ? [] : [`${name} ${moveText(scaled(before[at] as number), now)}`];
  });
  const score = scoreOf(after);
  return `${moved.join(", ")}, T ${before === undefined ? score.toFixed(1) : moveText(scoreOf(before), score)}`;
}

/** A move with as few digits as show it, up to three. */
function moveText(from: number, to: number): string {
  let [digits, texts] = [1, [from.toFixed(1), to.toFixed(1)]];
  while (texts[0] === texts[1] && digits < 3) {
    digits++;
    texts = [from.toFixed(digits), to.toFixed(digits)];
  }
  return texts.join(" → ");
}

/** `year 3, week 12: 41 broke a promise that 7 relied on. Reliability 7.4 → 4.5, T 6.1 → 4.2` */
export function evidenceText(item: EvidenceItem, nameOf: NameOf): string {
  return `${formatTick(item.tick)}: ${whatHappened(item, nameOf)}. ${capitalized(whatMoved(item))}`;
}

/** `41 did not use news that 7 offered` */
export function whatWasMissed({ kind, by }: MissedItem, agent: string, nameOf: NameOf): string {
  const other = nameOf(by);
  return {
    news: `${other} did not use news that ${agent} offered`,
    favor: `${other} refused ${agent} a favor`,
    trust_check: `${other} asked around about ${agent} and declined`,
    introduction: `${other} did not introduce ${agent} to anyone`,
  }[kind];
}

/** `year 3, week 12: 41 did not use news that 7 offered` */
export function missedText(item: MissedItem, agent: string, nameOf: NameOf): string {
  return `${formatTick(item.tick)}: ${whatWasMissed(item, agent, nameOf)}`;
}

/** What an agent missed, as the heading of a list. */
export const missedLabels: Readonly<Record<MissedKind, string>> = {
  news: "news not used",
  favor: "favors refused",
  trust_check: "trust checks declined",
  introduction: "introductions not offered",
};

/** A change with its sign: `+1.2`, `−0.8`; two digits after the point. */
export function signed(change: number): string {
  const text = Math.abs(change).toFixed(2);
  return Number(text) === 0 ? text : `${change < 0 ? "−" : "+"}${text}`;
}

/** T, 0.3 to 30 */
export function scoreOf([credibility, reliability, intimacy, selfOrientation]: FourBeliefs): number {
  return trustScore(credibility, reliability, intimacy, selfOrientation);
}

/** A belief from 0 to 1 on the scale of the trust equation, 1 to 10. */
function scaled(belief: number): number {
  return 1 + 9 * belief;
}
