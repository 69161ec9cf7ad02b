import { numberOf } from "../../sim/index.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { findEnds } from "./find-ends.ts";
import { circleWords, fromWords, plainWord, readDirection, toWords, weightWords } from "./words.ts";

/** The columns of an edge list by place; −1 if there is no such column. */
export interface EdgeColumns {
  readonly header: boolean;
  /** cells in a row */
  readonly cells: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly direction: number;
  readonly fromCircle: number;
  readonly toCircle: number;
  readonly tick: number;
  /** whether a record goes in one direction only, if no direction column says otherwise */
  readonly directed: boolean;
  /** titles of columns that are not used */
  readonly ignored: readonly string[];
}

/** Titles of the circle column of one end: `from_circle`, `circle_from`, `group1`. */
function sidedCircleWords(endWords: readonly string[], marks: readonly string[]): ReadonlySet<string> {
  return new Set([...endWords, ...marks].flatMap((end) => circleWords.flatMap((circle) => [end + circle, circle + end])));
}

const fromCircleWords = sidedCircleWords(fromWords, ["1", "a", "i"]);
const toCircleWords = sidedCircleWords(toWords, ["2", "b", "j"]);

/**
 * Finds the columns of an edge list from its first rows. The first row is a header if it names both ends, or if it has text above a
 * column of numbers. If it names no ends, they are the first two columns. Without a header, a third column of numbers is the weight.
 *
 * @param rows the first row and some of those that follow
 * @returns a fault if the header names only one end, or if the rows form a matrix
 */
export function findEdgeColumns(rows: readonly (readonly string[])[]): EdgeColumns | string {
  if (isMatrix(rows)) return "looks like a matrix; write a list with one line for each tie, such as from,to,weight";
  const [first = [], ...others] = rows;
  const words = first.map(plainWord);
  const ends = findEnds(words, others);
  if (typeof ends === "string") return ends;
  const header = ends !== undefined || isAboveNumbers(first, others);
  const shift = header && hasRowNames(first, others) ? 1 : 0;
  const find = (test: (word: string) => boolean): number => {
    const at = header ? words.findIndex(test) : -1;
    return at < 0 ? -1 : at + shift;
  };
  const begin = header && first[0] === "" ? 1 : 0; // R's write.csv leaves the title of row names empty
  const from = (ends?.from ?? begin) + shift;
  const to = (ends?.to ?? begin + 1) + shift;
  const notEnd = (place: number): boolean => place !== from && place !== to;
  const column = (place: number): string[] => others.map((row) => row[place] ?? "");
  const weightWord = weightWords.find((word) => words.includes(word) && notEnd(find((one) => one === word)));
  const weight = header && weightWord !== undefined ? find((one) => one === weightWord) : !header && mostlyNumbers(rows) ? 2 : -1;
  const direction = find((word) => word === "directed" || word === "direction");
  const type = find((word) => word === "type" || word === "edgetype");
  const typeIsDirection = type >= 0 && column(type).every((cell) => isMissing(cell) || readDirection(cell) !== undefined);
  const used = {
    from,
    to,
    weight,
    direction: direction >= 0 || !typeIsDirection ? direction : type,
    fromCircle: find((word) => fromCircleWords.has(word)),
    toCircle: find((word) => toCircleWords.has(word)),
    tick: find((word) => word === "tick"),
  };
  const places = new Set(Object.values(used));
  const ignored = header ? first.filter((name, at) => name !== "" && !places.has(at + shift)) : [];
  return { header, cells: first.length + shift, ...used, directed: ends?.directed ?? false, ignored };
}

/** Whether each row below the header begins with its number, as in R's write.table. */
function hasRowNames(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  return others.length > 0 && others.every((row, at) => row.length === first.length + 1 && row[0] === String(at + 1));
}

/** Whether a row has text above a column of numbers. */
function isAboveNumbers(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  return first.some((cell, at) => {
    const below = others.map((row) => row[at] ?? "").filter((one) => one !== "");
    return cell !== "" && numberOf(cell) === undefined && below.length > 0 && below.every((one) => numberOf(one) !== undefined);
  });
}

/** Whether at least half of the given third cells are numbers. The others are then faults. */
function mostlyNumbers(rows: readonly (readonly string[])[]): boolean {
  const given = rows.map((row) => row[2] ?? "").filter((cell) => !isMissing(cell));
  return given.length > 0 && 2 * given.filter((cell) => readNumber(cell) !== undefined).length >= given.length;
}

/** A matrix with names above and beside, or a square of numbers with zeros down the diagonal. */
function isMatrix(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  const corner = others[0]?.length === first.length;
  const names = corner ? first.slice(1) : first;
  const beside = others.every(
    (row, at) => row[0] === names[at] && row.slice(1).every((cell) => isMissing(cell) || numberOf(cell) !== undefined),
  );
  // With a number in the corner too, it is rather a list of ties between numbered agents.
  const framed =
    others.length > 1 && others.length <= names.length && beside && !(corner && numberOf(first[0] ?? "") !== undefined);
  const square = rows.length > 4 && rows.every((row, at) => row.length === rows.length && numberOf(row[at] ?? "") === 0);
  return framed || square;
}
