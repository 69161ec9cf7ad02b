import {
  type EvidenceItem,
  type EvidenceKind,
  evidenceKinds,
  type FourBeliefs,
  type MissedItem,
  type MissedKind,
  missedKinds,
} from "./evidence-item.ts";

/** Evidence as numbers, which cross threads without being copied. */
export interface PackedEvidence {
  readonly items: Float64Array<ArrayBuffer>;
  readonly missed: Float64Array<ArrayBuffer>;
}

/** Numbers of an item: tick, kind, believer, about, source, whether it relied (−1: not a promise), and three times four beliefs. */
const OF_ITEM = 18;

/** Numbers of something missed: tick, kind and by whom. */
const OF_MISSED = 3;

const BEFORE = 6;
const AFTER = 10;
const UNBOASTED = 14;

export function packEvidence(items: readonly EvidenceItem[], missed: readonly MissedItem[]): PackedEvidence {
  const packed = new Float64Array(items.length * OF_ITEM).fill(Number.NaN);
  for (const [k, { tick, kind, believer, about, source, relied, before, after, unboasted }] of items.entries()) {
    const at = k * OF_ITEM;
    packed.set([tick, evidenceKinds.indexOf(kind), believer, about, source, relied === undefined ? -1 : +relied], at);
    if (before !== undefined) packed.set(before, at + BEFORE);
    if (after !== undefined) packed.set(after, at + AFTER);
    if (unboasted !== undefined) packed.set(unboasted, at + UNBOASTED);
  }
  const packedMissed = new Float64Array(missed.length * OF_MISSED);
  for (const [k, { tick, kind, by }] of missed.entries()) packedMissed.set([tick, missedKinds.indexOf(kind), by], k * OF_MISSED);
  return { items: packed, missed: packedMissed };
}

export function unpackItems({ items }: PackedEvidence): EvidenceItem[] {
  return Array.from({ length: items.length / OF_ITEM }, (_, k) => {
    const at = k * OF_ITEM;
    const relied = items[at + 5];
    const unboasted = unpackBeliefs(items, at + UNBOASTED);
    return {
      tick: items[at] as number,
      kind: evidenceKinds[items[at + 1] as number] as EvidenceKind,
      believer: items[at + 2] as number,
      about: items[at + 3] as number,
      source: items[at + 4] as number,
      ...(relied === -1 ? {} : { relied: relied === 1 }),
      before: unpackBeliefs(items, at + BEFORE),
      after: unpackBeliefs(items, at + AFTER),
      ...(unboasted === undefined ? {} : { unboasted }),
    };
  });
}

export function unpackMissed({ missed }: PackedEvidence): MissedItem[] {
  return Array.from({ length: missed.length / OF_MISSED }, (_, k) => ({
    tick: missed[k * OF_MISSED] as number,
    kind: missedKinds[missed[k * OF_MISSED + 1] as number] as MissedKind,
    by: missed[k * OF_MISSED + 2] as number,
  }));
}

/** Four beliefs; undefined if there are none. */
function unpackBeliefs(from: Float64Array, at: number): FourBeliefs | undefined {
  const [credibility = Number.NaN, reliability = Number.NaN, intimacy = Number.NaN, selfOrientation = Number.NaN] = from.subarray(
    at,
    at + 4,
  );
  return Number.isNaN(credibility) ? undefined : [credibility, reliability, intimacy, selfOrientation];
}
