import type { Collector, Row, Run, TieFilter } from "../sim/index.ts";
import { groupProblems, type Known } from "./combination.ts";
import { selectTies } from "./expressions/evaluate.ts";
import { listingText } from "./expressions/expression-text.ts";
import type { TieListing } from "./expressions/listing.ts";
import { parseTies } from "./expressions/parse-expression.ts";
import { createScene, type FocalGroups } from "./expressions/scene.ts";

/** Decides which rows of ties.csv belong to ties of a kind, at the tick of the collector. */
export function keepTies(
  ties: TieListing,
  run: Run,
  collector: Collector,
  { row, groups }: { readonly row: Float64Array; readonly groups: FocalGroups },
): (row: Row) => boolean {
  const chosen = selectTies(ties, createScene(run, collector, row, groups));
  const pairs = new Set(chosen.map(([one, other]) => `${one} ${other}`));
  return ([, from, to]) => pairs.has(Number(from) < Number(to) ? `${from} ${to}` : `${to} ${from}`);
}

/** A kind of ties that a single run writes. */
export interface ChosenTies {
  /** in its usual form */
  readonly text: string;
  readonly filter: TieFilter;
}

const nobody: FocalGroups = { focal: new Uint8Array(0), others: new Uint8Array(0) };
const noMeasures = new Float64Array(0);

/**
 * Reads a kind of ties for a single run, such as `strong cross ties of circle 2`.
 *
 * @param place of the text, for messages
 * @param known what the run has; undefined if that is not known, because its files are faulty
 * @returns every problem if there is one
 */
export function readChosenTies(written: string, place: string, known: Known | undefined): ChosenTies | { problems: string[] } {
  const { ties, problems } = parseTies(written);
  if (problems.length > 0) return { problems: problems.map((problem) => `${place}, ${problem}`) };
  const groups = ties.ends?.groups ?? [];
  const found = groups.flatMap(({ kind }) => {
    if (kind === "focal" || kind === "others")
      return [`${place} names ${kind} agents, and only experiments have them; name agents or circles`];
    if (kind === "top" || kind === "bottom") return [`${place} ranks agents, which only experiments do; name agents or circles`];
    return [];
  });
  if (known !== undefined) found.push(...groupProblems(place, groups, known));
  if (found.length > 0) return { problems: found };
  return {
    text: listingText(ties),
    filter: (run, collector) => keepTies(ties, run, collector, { row: noMeasures, groups: nobody }),
  };
}
