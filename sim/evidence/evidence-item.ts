/** What an observer of a run looks at: both directions of one tie, or all that others believe of one agent. */
export type Watch = { readonly tie: readonly [number, number] } | { readonly agent: number };

/** The kinds of evidence: what moved a belief, or began or ended it. */
export const evidenceKinds = [
  "start",
  "began",
  "respect",
  "sharing",
  "disclosure",
  "attention",
  "refused",
  "gossip",
  "kept",
  "broken",
  "thanks",
  "forgotten",
  "left",
  "cut",
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** The four beliefs of one direction, in the order of the tie store. */
export type FourBeliefs = readonly [credibility: number, reliability: number, intimacy: number, selfOrientation: number];

/** In place of an agent: no third person had a part in it. */
export const NO_SOURCE = -1;

/** What changed the beliefs of one agent about another. */
export interface EvidenceItem {
  /** as tables count it */
  readonly tick: number;
  readonly kind: EvidenceKind;
  /** whose beliefs changed */
  readonly believer: number;
  /** about whom */
  readonly about: number;
  /** who told the gossip, introduced the two, was treated while the believer looked on, or left; else NO_SOURCE */
  readonly source: number;
  /** for a kept or broken promise: whether the believer relied on it */
  readonly relied?: boolean;
  /** undefined if it began here */
  readonly before: FourBeliefs | undefined;
  /** undefined if it ended here */
  readonly after: FourBeliefs | undefined;
  /** what the beliefs would be after it if the other boasted nothing in it; left out where boasting plays no part */
  readonly unboasted?: FourBeliefs;
}

/** What an agent can miss. */
export const missedKinds = ["news", "favor", "trust_check", "introduction"] as const;

export type MissedKind = (typeof missedKinds)[number];

/** Something that an agent missed, because another one didn't trust or treat it well enough. */
export interface MissedItem {
  readonly tick: number;
  /**
   * its news was not used; it was refused a favor; someone whom others warned did not ask it for a favor or did not begin a tie; a
   * contact did not want to introduce it to anyone
   */
  readonly kind: MissedKind;
  readonly by: number;
}
