import { type EvidenceReplay, type FourBeliefs, type Row, scoreOf } from "../../sim/index.ts";

// biome-ignore format: a table
export const evidenceColumns = [
  "tick", "kind", "believer", "about", "source", "relied", "credibility_before", "reliability_before", "intimacy_before",
  "self_orientation_before", "trust_score_before", "credibility", "reliability", "intimacy", "self_orientation", "trust_score",
  "trust_score_unboasted",
] as const;

/** A row for each item of evidence, and then one for each missed chance, whose kind begins with `missed_`. */
export function* evidenceRows({ items, missed }: EvidenceReplay, agent: number | undefined): Generator<Row> {
  for (const { tick, kind, believer, about, source, relied, before, after, unboasted } of items)
    yield [
      tick,
      kind,
      believer,
      about,
      source < 0 ? undefined : source,
      relied === undefined ? undefined : +relied,
      ...beliefCells(before),
      ...beliefCells(after),
      unboasted && scoreOf(unboasted),
    ];
  for (const { tick, kind, by } of missed)
    yield [tick, `missed_${kind}`, by, agent, ...Array.from({ length: evidenceColumns.length - 4 }, () => undefined)];
}

/** The four beliefs and T. */
function beliefCells(beliefs: FourBeliefs | undefined): (number | undefined)[] {
  return beliefs === undefined ? Array.from({ length: 5 }, () => undefined) : [...beliefs, scoreOf(beliefs)];
}
