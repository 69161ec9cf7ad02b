import {
  type followTies,
  shareOf,
  wereStrong,
  wereStrongAcross,
  wereStrongWithin,
  wereWeak,
  wereWeakAcross,
  wereWeakWithin,
} from "../../../sim/index.ts";
import type { Network, TieKind } from "../network.ts";
import type { ClosurePoint } from "./closure.ts";
import type { NewsLog } from "./news.ts";
import type { SignatureDistances } from "./signatures.ts";

/** Two waves and what happened between them. */
export interface Period {
  readonly before: Network;
  readonly now: Network;
  /** whether an agent was there at both waves */
  readonly stayed: (agent: number) => boolean;
  /** by kind of ties, units by agent and contact, the most met first, since the wave before */
  readonly contact: Readonly<Record<TieKind, readonly Float64Array[]>>;
  /** how far apart social signatures are, by kind of ties */
  readonly signatures: Readonly<Record<TieKind, SignatureDistances>>;
  readonly news: NewsLog;
  readonly closure: readonly ClosurePoint[];
  /** what has become of the ties of the wave before */
  readonly followed: ReturnType<typeof followTies>;
}

const selections = {
  weak: { all: wereWeak, within: wereWeakWithin, across: wereWeakAcross },
  strong: { all: wereStrong, within: wereStrongWithin, across: wereStrongAcross },
} as const;

/** The share of the ties of the wave before that are active now. */
export function survival({ followed }: Period, strength: "weak" | "strong", kind: TieKind): number {
  return shareOf(followed.active, followed, selections[strength][kind]);
}

/** The share of the weak ties of the wave before that are strong now. */
export function conversion({ followed }: Period, kind: TieKind): number {
  return shareOf(followed.strong, followed, selections.weak[kind]);
}
