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
 * @param before units by agent and contact in the period before, the most met first
 * @param now likewise in this period
 * @param stayed whether an agent was there in both periods
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function signatureDistances(
  before: readonly Float64Array[],
  now: readonly Float64Array[],
  stayed: (agent: number) => boolean,
): SignatureDistances {
  const compared = [...now.keys()].filter(
    (agent) => stayed(agent) && (before[agent]?.length ?? 0) > 0 && itemAt(now, agent).length > 0,
  );
  const shares = compared.map((agent) => signatureOf(itemAt(now, agent)));
  let self = 0;
  let others = 0;
  let pairs = 0;
  const step = Math.max(1, Math.floor((compared.length - 1) / MOST_OTHERS));
  for (const [at, agent] of compared.entries()) {
    self += signatureDistance(itemAt(shares, at), signatureOf(itemAt(before, agent)));
    for (let away = step; away < compared.length; away += step) {
      others += signatureDistance(itemAt(shares, at), itemAt(shares, (at + away) % compared.length));
      pairs++;
    }
  }
  return { self: self / compared.length, others: others / pairs };
}

/** An agent's shares of contact by rank, and their entropy in bits. */
interface Signature {
  readonly shares: Float64Array;
  readonly entropy: number;
}

/** @param units by contact, the most met first */
export function signatureOf(units: Float64Array): Signature {
  const all = units.reduce((sum, one) => sum + one, 0);
  const shares = units.map((one) => one / all);
  return { shares, entropy: entropyOf(shares) };
}

function entropyOf(shares: Float64Array): number {
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * Math.log2(share);
  return entropy;
}

/** The square root of the Jensen–Shannon divergence, in bits: the entropy of the mean minus the mean entropy. */
export function signatureDistance(one: Signature, other: Signature): number {
  const [long, short] = one.shares.length < other.shares.length ? [other.shares, one.shares] : [one.shares, other.shares];
  const middle = long.map((share, rank) => (share + (short[rank] ?? 0)) / 2);
  return Math.sqrt(Math.max(0, entropyOf(middle) - (one.entropy + other.entropy) / 2)); // rounding may leave less than 0
}
