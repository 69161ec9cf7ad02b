import { itemAt } from "../../item-at.ts";

/** Each agent is compared with at most this many others. */
const MOST_OTHERS = 10;

/** How far apart social signatures are, 0 to 1. NaN if there is nothing to compare. */
export interface SignatureDistances {
  /** of an agent in one period from the same agent in the period before, mean over agents */
  readonly self: number;
  /** of an agent from others in the same period, mean over agents */
  readonly others: number;
}

/**
 * Compares social signatures. A signature is the share of an agent's contact that goes to its most met contact, to the second, and so
 * on, whoever they are. The distance of two signatures is the square root of their Jensen–Shannon divergence, in bits.
 *
 * @param before signatures by agent in the period before, empty for those who met nobody
 * @param now likewise in this period
 * @param stayed whether an agent was there in both periods
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function signatureDistances(
  before: readonly Signature[],
  now: readonly Signature[],
  stayed: (agent: number) => boolean,
): SignatureDistances {
  const isThere = (signature: Signature | undefined) => signature !== undefined && signature.shares.length > 0;
  const compared = [...now.keys()].filter((agent) => stayed(agent) && isThere(before[agent]) && isThere(now[agent]));
  const own = compared.map((agent) => itemAt(now, agent));
  let self = 0;
  let others = 0;
  let pairs = 0;
  const step = Math.max(1, Math.floor((compared.length - 1) / MOST_OTHERS));
  for (const [at, agent] of compared.entries()) {
    self += signatureDistance(itemAt(own, at), itemAt(before, agent));
    for (let away = step; away < compared.length; away += step) {
      others += signatureDistance(itemAt(own, at), itemAt(own, (at + away) % compared.length));
      pairs++;
    }
  }
  return { self: self / compared.length, others: others / pairs };
}

/** An agent's shares of contact by rank, and their entropy in bits. */
export interface Signature {
  readonly shares: Float64Array;
  readonly entropy: number;
}

/** @param units by contact, the most met first */
export function signatureOf(units: Float64Array): Signature {
  let all = 0;
  for (let rank = 0; rank < units.length; rank++) all += units[rank] ?? 0;
  const shares = new Float64Array(units.length);
  let entropy = 0;
  for (let rank = 0; rank < units.length; rank++) {
    const share = (units[rank] ?? 0) / all;
    shares[rank] = share;
    entropy += surprise(share);
  }
  return { shares, entropy };
}

/** What a share adds to an entropy, in bits. */
function surprise(share: number): number {
  return share > 0 ? -share * Math.log2(share) : 0;
}

/** The square root of the Jensen–Shannon divergence, in bits: the entropy of the mean minus the mean entropy. */
export function signatureDistance(one: Signature, other: Signature): number {
  const ranks = Math.max(one.shares.length, other.shares.length);
  let entropy = 0;
  for (let rank = 0; rank < ranks; rank++) entropy += surprise(((one.shares[rank] ?? 0) + (other.shares[rank] ?? 0)) / 2);
  return Math.sqrt(Math.max(0, entropy - (one.entropy + other.entropy) / 2)); // rounding may leave less than 0
}
