import { formatNumber } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { findLookAlikes, printable } from "../names.ts";
import { listTitles, shorten } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { MergedTies } from "./merge-ties.ts";
import { plainWord } from "./words.ts";

/** A listing with its merged ties, and whether a person has chosen its columns. */
interface Understood {
  readonly listing: Listing;
  readonly merged: MergedTies;
  readonly chosen: boolean;
}

/** Fewer ties are too few to judge. */
const FEW = 8;

const advice = "if these are ties, choose their columns with --columns from=…,to=…";

/**
 * Judges what was understood of a network file. What can't be a network is refused; what looks wrong but may be right is a warning.
 *
 * @throws InputError with the reason
 */
export function checkPlausible(understood: Understood, faults: Faults): void {
  if (!understood.chosen) for (const check of refusals) refuse(check(understood), faults);
  const { warnings } = understood.listing;
  for (const check of doubts) {
    const doubt = check(understood);
    if (doubt !== undefined) warnings.push(doubt);
  }
  const { names, circles } = understood.listing;
  warnings.push(...findLookAlikes(names), ...findLookAlikes(new Set(circles), "circles "));
}

function refuse(reason: string | undefined, faults: Faults): void {
  if (reason !== undefined) faults.stop(0, reason);
}

type Check = (understood: Understood) => string | undefined;

/** Names with signs that belong to the syntax of some format, so that a line was not taken apart. */
const findSyntax: Check = ({ listing: { names, isBare } }) => {
  if (!isBare) return undefined;
  const odd = names.filter((name) => name.length < 1000 && /--|->|[{}]|^\*\w/.test(name));
  if (odd.length * 10 < names.length || odd.length === 0) return undefined;
  return `names of agents look like parts of another format: ${examples(odd)}; docs/files.md lists the supported formats`;
};

/** Names that hold several numbers or cells, because the delimiter is another one. */
const findGlued: Check = ({ listing: { names, isBare } }) => {
  if (!isBare) return undefined;
  const glued = names.filter((name) => name.length < 200 && /^\S*\d[\s;|:]+[-+]?\d[\d.,;|:\s]*$|\t|;.*;/.test(name));
  if (glued.length * 2 < names.length || glued.length === 0) return undefined;
  return `names of agents look like several cells: ${examples(glued)}; use one delimiter throughout: a comma, semicolon, tab or space`;
};

/** A list in which nearly every line has its own two agents: names beside ids, or words of a text. */
const findPairs: Check = ({ listing, merged: { ties, isolated } }) => {
  const count = ties.lower.length;
  const linked = listing.names.length - isolated;
  if (count < FEW || linked < 1.9 * count) return undefined;
  return `does not look like a list of ties: nearly all of its ${formatNumber(linked)} agents appear only once; give a list of people with --agents; ${advice}`;
};

/** Ends that are all 0 or 1: cells of a matrix taken for agents. */
const findBits: Check = ({ listing: { names, from } }) => {
  if (from.length < 3 || names.length > 2 || !names.every((name) => name === "0" || name === "1")) return undefined;
  return `contains only 0 and 1, as a matrix does, but is not square; give a square matrix or one line for each tie; ${advice}`;
};

/** An end that is a time: a number that rises from line to line and is hardly ever repeated. */
const findClock: Check = ({ listing: { names, from, to } }) => {
  if (from.length < FEW) return undefined;
  for (const end of [from, to]) {
    const numbers = end.map((agent) => toNumber(names[agent]));
    const rises = numbers.every((value, at) => at === 0 || value > (numbers[at - 1] ?? 0));
    if (rises && (numbers[0] ?? 0) >= 100_000_000)
      return `a column of names looks like times: its numbers rise with every line, from ${names[end[0] ?? 0] ?? ""}; ${advice}`;
  }
  return undefined;
};

/** Short sentences: the first words of a text, without numbers, taken for ends of ties. */
const findProse: Check = ({ listing, merged: { ties } }) => {
  const { names, weight, circles } = listing;
  if (ties.lower.length < 4 || !listing.isBare) return undefined;
  const isPlain = weight.every(Number.isNaN) && circles.every((circle) => circle === undefined);
  const words = names.filter((name) => commonWords.has(name.toLowerCase()));
  if (!isPlain || words.length * 6 < names.length) return undefined;
  return `looks like prose, not like a list of ties: ${examples(words)} would be agents; give one line for each tie`;
};

/** The most frequent words of English that are hardly names. */
const commonWords: ReadonlySet<string> = new Set(
  "the of and to in is it that this was for on are as with they be at have from or had by but not what all were we when your can there an each which their if will how".split(
    " ",
  ),
);

const refusals: readonly Check[] = [findSyntax, findGlued, findBits, findClock, findProse, findPairs];

/** The most columns that are looked at as waves. */
const MOST_WAVES = 100;

/** Several measurements of the same ties, of which only one can be the weight. */
const findWaves: Check = ({ listing: { tieAttributes, weight } }) => {
  const stems = new Map<string, string[]>();
  const stemOf = (title: string): string | undefined => /^(.{2,}?)[\s_.-]?\d{1,4}$/.exec(title)?.[1];
  const numbered = tieAttributes.titles.filter((title) => stemOf(title) !== undefined && !title.startsWith("column "));
  for (const title of numbered.slice(0, MOST_WAVES)) {
    const given = (tieAttributes.get(title) ?? []).filter((value) => value !== undefined && value !== "" && value !== "NA");
    if (!given.every((value) => Number.isFinite(toNumber(value)))) continue;
    const stem = stemOf(title) ?? "";
    stems.set(stem, [...(stems.get(stem) ?? []), title]);
  }
  const waves = [...stems.values()].find((titles) => titles.length > 1);
  if (waves === undefined || !weight.every(Number.isNaN)) return undefined;
  return `has several columns that may be weights (${listTitles(waves)}), and none is used; choose one with --columns weight=${shorten(waves.at(-1) ?? "")}`;
};

const timeWords: ReadonlySet<string> = new Set(
  "time,timestamp,date,datetime,wave,year,month,week,day,period,t,start,end,session,round".split(","),
);
const relationWords: ReadonlySet<string> = new Set(
  "relation,relationship,layer,kind,tietype,edgetype,type,relationtype,context,network".split(","),
);

/** Lines of several times or relations that were added up to one tie. */
const findMerged: Check = ({ listing: { tieAttributes, meanings }, merged: { repeated } }) => {
  if (repeated === 0) return undefined;
  for (const title of tieAttributes.titles) {
    const word = plainWord(title);
    const [isTime, isRelation] = [timeWords.has(word), relationWords.has(word)];
    if (title === meanings.time || !(isTime || isRelation)) continue;
    const distinct = new Set(tieAttributes.get(title)).size;
    if (distinct > 1 && isTime)
      return `the column ${shorten(title)} holds ${formatNumber(distinct)} times; the lines of all times are read as one network`;
    if (distinct > 1 && distinct <= 50 && isRelation)
      return `the column ${shorten(title)} holds ${formatNumber(distinct)} kinds of ties; the lines of all kinds are read as one network`;
  }
  return undefined;
};

/** Records of whom many name themselves, as when two columns repeat each other. */
const findSelfLoops: Check = ({ listing: { from }, merged: { selfLoops } }) =>
  selfLoops >= FEW && selfLoops * 2 > from.length
    ? `${formatNumber(selfLoops)} of ${formatNumber(from.length)} lines tie an agent to itself; check which columns hold the two ends`
    : undefined;

/** A network that hardly has ties. */
const findEmpty: Check = ({ listing: { names }, merged: { isolated } }) =>
  isolated >= 100 && isolated * 10 > names.length * 9
    ? `${formatNumber(isolated)} of ${formatNumber(names.length)} agents have no tie`
    : undefined;

const doubts: readonly Check[] = [findWaves, findMerged, findSelfLoops, findEmpty];

/**
 * Weights that are times in seconds or milliseconds since 1970 are not used, unless a person has chosen them.
 *
 * @returns the same listing, or one without weights
 */
export function setTimesAside(listing: Listing, chosen: boolean): Listing {
  const isTime = (weight: number): boolean =>
    Number.isInteger(weight) && ((weight > 6e8 && weight < 4e9) || (weight > 6e11 && weight < 4e12));
  if (chosen || !listing.weight.every((weight) => Number.isNaN(weight) || isTime(weight))) return listing;
  if (listing.weight.filter(isTime).length < 3) return listing;
  listing.warnings.push(
    "weights look like times since 1970, so they are taken as times; if they are weights, choose their column with --columns weight=…",
  );
  const times = listing.weight.map((weight) => (Number.isNaN(weight) ? undefined : String(weight)));
  return {
    ...listing,
    weight: listing.weight.map(() => Number.NaN),
    meanings: { ...listing.meanings, time: "time" },
    tieAttributes: listing.tieAttributes.with("time", times),
  };
}

function toNumber(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}

function examples(names: readonly string[]): string {
  return names.slice(0, 3).map(printable).join(", ");
}
