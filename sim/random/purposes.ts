import { COUNTS } from "./keyed-draws.ts";

const names = [
  // creation, in the tick in which the agent came
  "sharing", "boasting", "statusBias", "followThrough", "openness", "generosity", "initiative", "gratitude", "curiosity",
  "trusting", "domain", "expertise", "status",
  // starting networks
  "withinCircle", "acrossCircles", "randomTies", "rewire", "tieCount",
  // news, by item
  "birthplace", "births",
  // plan, by agent
  "need", "needDomain", "expert", "followUp", "followUpWhom", "partner", "placed", "meets", "meetsInside", "whomInCircle",
  "whomAnywhere",
  // plan, by pair
  "meetingHappens", "order",
  // one side of an encounter, by (doer, other)
  "seesOther", "seesWhom", "respectNoise", "shares", "shareNoise", "discloseNoise", "attentionNoise",
  "asks", "agrees", "due", "relies", "checks", "checksWhom",
  "gossips", "gossipWhom", "introduces", "introducesWhom", "engages", "newsItem", "offers", "uses",
  // promises due, by (promiser, asker)
  "keeps", "deliveryNoise", "thanks",
  // new ties, by (one, other)
  "tieOrder", "tieChecks", "tieChecksWhom",
  // people, by agent
  "leaves", "moves", "movesWhom",
  // plan, by agent
  "three", "third", "freshTakes", "freshWhom",
  // more starting networks
  "attaches", "blockTies", "degree", "stubs", "rematches",
] as const;

export type Purpose = (typeof names)[number];

/**
 * The number of each purpose's first draw. Add new purposes at the end: a position in this list is part of what a seed means.
 */
export const purposes = Object.fromEntries(names.map((name, at) => [name, at * COUNTS])) as { readonly [K in Purpose]: number };

/** Draws that nearly every side of an encounter needs. They are made in advance, all at once, which is faster. */
const aheadNames = [
  "seesOther", "respectNoise", "shares", "shareNoise", "discloseNoise", "attentionNoise", "asks", "gossips", "introduces", "offers",
] as const satisfies readonly Purpose[];

/** Positions of these draws in `Side.drawn`. */
export const ahead = Object.fromEntries(aheadNames.map((name, at) => [name, at])) as { readonly [K in (typeof aheadNames)[number]]: number };

/** Their numbers, by position. */
export const aheadPurposes = Int32Array.from(aheadNames, (name) => purposes[name]);
