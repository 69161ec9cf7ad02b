import { didYouMean, formatValue } from "../../sim/index.ts";
import { isMissing, isMissingNumber, readNumber } from "../table/read-number.ts";
import { listTitles, shorten } from "./declared-graph.ts";
import { type Ends, findEnds } from "./find-ends.ts";
import type { ColumnChoice } from "./read-options.ts";
import { findMeanings, hasRatings, listMeaningTitles, type TieMeanings } from "./tie-meanings.ts";
import { circleWords, fromWords, plainWord, readDirection, toWords, weightWords } from "./words.ts";

/** The columns of an edge list by place; −1 if there is no such column. */
export interface EdgeColumns {
  readonly header: boolean;
  /** cells in a row */
  readonly cells: number;
  /** cells that a row must have: less if it may lack its last cell, the weight */
  readonly needed: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly direction: number;
  readonly fromCircle: number;
  readonly toCircle: number;
  readonly tick: number;
  /** whether a record goes in one direction only, if no direction column says otherwise */
  readonly directed: boolean;
  /** columns that are none of these: place and title */
  readonly others: readonly (readonly [place: number, title: string])[];
  /** titles of the others that hold ratings and times */
  readonly meanings: TieMeanings;
}

type Rows = readonly (readonly string[])[];

/** The titles of the circle column of one end: `from_circle`, `circle_from`, `group1`. */
function sidedCircleWords(endWords: readonly string[], marks: readonly string[]): ReadonlySet<string> {
  return new Set([...endWords, ...marks].flatMap((end) => circleWords.flatMap((circle) => [end + circle, circle + end])));
}

const fromCircleWords = sidedCircleWords(fromWords, ["1", "a", "i"]);
const toCircleWords = sidedCircleWords(toWords, ["2", "b", "j"]);

/**
 * Finds the columns of an edge list from its first rows. The first row is a header if it names both ends, or if a person has chosen
 * columns by their titles. Otherwise it is a tie: its first two cells are the ends, and a third column of numbers is the weight.
 *
 * @param rows the first row and some of those that follow
 * @returns a fault if the header names only one end, or if the first row is neither a known header nor a tie
 */
export function findEdgeColumns(rows: Rows, choice: ColumnChoice = {}): EdgeColumns | string {
  const places = findPlaces(rows, choice);
  return typeof places === "string" ? places : addMeanings(places, rows[0] ?? [], choice);
}

/** What is wrong with a choice of columns: those that the first row does not have, and those that are chosen twice. */
export function choiceProblems(first: readonly string[], choice: ColumnChoice = {}): string[] {
  const places = new Map<number, string>();
  return Object.entries(choice).flatMap(([key, chosen]) => {
    const place = placeOf(chosen, first);
    if (typeof place === "string") return [place];
    const other = places.get(place);
    places.set(place, key);
    return other === undefined ? [] : [`--columns: ${other} and ${key} choose the same column ${formatValue(chosen)}`];
  });
}

type Places = Omit<EdgeColumns, "meanings">;

/** Ratings have a direction, whatever the titles of the two ends say. */
function addMeanings(places: Places, first: readonly string[], choice: ColumnChoice): EdgeColumns | string {
  const shift = places.header ? places.cells - first.length : 0;
  const titleOf = (key: "trust" | "time"): string | undefined => {
    const at = choice[key] === undefined ? -1 : placeOf(choice[key], first);
    return typeof at === "string" ? undefined : places.others.find(([place]) => place === at + shift)?.[1];
  };
  for (const key of ["trust", "time"] as const) {
    const chosen = choice[key];
    if (chosen === undefined || titleOf(key) !== undefined) continue;
    const at = placeOf(chosen, first);
    return typeof at === "string" ? at : `the column ${formatValue(chosen)} cannot be ${key}: it has another use`;
  }
  const titles = places.others.map(([, title]) => title);
  const meanings = findMeanings(titles, { trust: titleOf("trust"), time: titleOf("time") });
  const repeated = listMeaningTitles(meanings).find(
    (title) => title !== undefined && titles.indexOf(title) !== titles.lastIndexOf(title),
  );
  if (repeated !== undefined) return `duplicate column ${shorten(repeated)}`;
  return { ...places, directed: places.directed || hasRatings(meanings), meanings };
}

function findPlaces(rows: Rows, choice: ColumnChoice): Places | string {
  const [first = [], ...others] = rows;
  const words = first.map(plainWord);
  const ends = chooseEnds(first, words, others, choice);
  if (typeof ends === "string") return ends;
  return ends === undefined || !ends.header ? withoutHeader(rows, choice, ends) : withHeader(first, words, others, choice, ends);
}

interface ChosenEnds extends Ends {
  readonly header: boolean;
}

function chooseEnds(
  first: readonly string[],
  words: readonly string[],
  others: Rows,
  choice: ColumnChoice,
): ChosenEnds | string | undefined {
  const found = findEnds(words, others);
  if (choice.from === undefined || choice.to === undefined) return typeof found === "object" ? { ...found, header: true } : found;
  const from = placeOf(choice.from, first);
  const to = placeOf(choice.to, first);
  if (typeof from === "string") return from;
  if (typeof to === "string") return to;
  const byTitle = Object.values(choice).some((one) => !isPlaceNumber(one) && words.includes(plainWord(one)));
  return { from, to, directed: false, header: byTitle || typeof found === "object" };
}

function isPlaceNumber(chosen: string): boolean {
  return /^\d{1,4}$/.test(chosen);
}

/**
 * The place of a chosen column by its number from 1, or by its title; a fault if there is none. A number is never a title, because
 * the first line of a file without a header may hold any number.
 */
function placeOf(chosen: string, first: readonly string[]): number | string {
  const number = isPlaceNumber(chosen) ? Number(chosen) : 0;
  if (number >= 1 && number <= first.length) return number - 1;
  const at = number > 0 ? -1 : first.findIndex((title) => plainWord(title) === plainWord(chosen));
  if (at >= 0) return at;
  return `has no column ${formatValue(chosen)}${didYouMean(chosen, first)}; the first line has ${listTitles(first)}`;
}

function withHeader(
  first: readonly string[],
  words: readonly string[],
  others: Rows,
  choice: ColumnChoice,
  ends: ChosenEnds,
): Places | string {
  const shift = hasRowNames(first, others) ? 1 : 0;
  const find = (test: (word: string) => boolean): number => {
    const at = words.findIndex((word, place) => test(word) && place !== ends.from && place !== ends.to);
    return at < 0 ? -1 : at + shift;
  };
  const chosen = (title: string | undefined): number | string =>
    title === undefined ? -1 : shiftPlace(placeOf(title, first), shift);
  const isTaken = (word: string): boolean => isChosen(words.indexOf(word), first, choice);
  const weightWord = weightWords.find((word) => find((one) => one === word) >= 0 && !isTaken(word));
  const weight = choice.weight === undefined ? find((one) => one === weightWord) : chosen(choice.weight);
  const direction = choice.direction === undefined ? findDirection(find, others) : chosen(choice.direction);
  if (typeof weight === "string") return weight;
  if (typeof direction === "string") return direction;
  const used = {
    from: ends.from + shift,
    to: ends.to + shift,
    weight,
    direction,
    fromCircle: find((word) => fromCircleWords.has(word)),
    toCircle: find((word) => toCircleWords.has(word)),
    tick: find((word) => word === "tick"),
  };
  const places = new Set(Object.values(used));
  const repeated = words.find((word, at) => places.has(at + shift) && words.indexOf(word) !== words.lastIndexOf(word));
  if (repeated !== undefined) return `duplicate column ${repeated}`;
  const unused = first.flatMap((title, at) => (title === "" || places.has(at + shift) ? [] : [[at + shift, title] as const]));
  const cells = first.length + shift;
  const needed = weight === cells - 1 ? cells - 1 : cells;
  return { header: true, cells, needed, ...used, directed: ends.directed, others: unused };
}

/** Whether a person has chosen the column for something other than the weight. */
function isChosen(place: number, first: readonly string[], { from, to, trust, time }: ColumnChoice): boolean {
  return [from, to, trust, time].some((chosen) => chosen !== undefined && placeOf(chosen, first) === place);
}

function shiftPlace(place: number | string, shift: number): number | string {
  return typeof place === "string" ? place : place + shift;
}

/** The column of directions, which may be called `type` if it holds nothing else. */
function findDirection(find: (test: (word: string) => boolean) => number, others: Rows): number {
  const direction = find((word) => word === "directed" || word === "direction");
  const type = find((word) => word === "type" || word === "edgetype");
  if (direction >= 0 || type < 0) return direction;
  return others.every((row) => isMissing(row[type] ?? "") || readDirection(row[type] ?? "") !== undefined) ? type : -1;
}

function withoutHeader(rows: Rows, choice: ColumnChoice, ends: Ends | undefined): Places | string {
  const [first = [], ...others] = rows;
  const { from, to, directed } = ends ?? { from: 0, to: 1, directed: false };
  const cells = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const weight =
    choice.weight === undefined ? (mostlyNumbers(rows) && !isChosen(2, first, choice) ? 2 : -1) : placeOf(choice.weight, first);
  if (typeof weight === "string") return weight;
  const isText = (cell = ""): boolean => !isMissingNumber(cell) && readNumber(cell) === undefined;
  const isTextOverNumbers = (place: number): boolean => isText(first[place]) && !others.some((row) => isText(row[place]));
  const overEnds = others.length > 0 && isTextOverNumbers(from) && isTextOverNumbers(to);
  if (ends === undefined && (overEnds || (weight >= 0 && isText(first[weight]))))
    return `the first line (${listTitles(first)}) is neither a tie nor a header with known names; call the columns of the two ends from and to, or choose them with --columns from=…,to=…`;
  const none = { direction: -1, fromCircle: -1, toCircle: -1, tick: -1 };
  const unused = Array.from({ length: cells }, (_, place) => place).filter((place) => ![from, to, weight].includes(place));
  const otherColumns = unused.map((place) => [place, `column ${place + 1}`] as const);
  const needed = weight === cells - 1 ? cells - 1 : cells;
  return { header: false, cells, needed, from, to, weight, ...none, directed, others: otherColumns };
}

/** Whether each row below the header begins with its number, as in R's write.table. */
function hasRowNames(first: readonly string[], others: Rows): boolean {
  return others.length > 0 && others.every((row, at) => row.length === first.length + 1 && row[0] === String(at + 1));
}

/** Whether at least half of the given third cells are numbers. The others are then faults. */
function mostlyNumbers(rows: Rows): boolean {
  const given = rows.map((row) => row[2] ?? "").filter((cell) => !isMissingNumber(cell));
  return given.length > 0 && 2 * given.filter((cell) => readNumber(cell) !== undefined).length >= given.length;
}
