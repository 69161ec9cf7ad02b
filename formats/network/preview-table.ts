import { InputError } from "../../sim/index.ts";
import { checkText } from "../check-text.ts";
import { Faults } from "../faults.ts";
import { kindOfFile } from "../kind-of-file.ts";
import { findTable } from "../table/find-table.ts";
import { readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { detectFormat } from "./detect-format.ts";
import { findEdgeColumns } from "./edge-columns.ts";
import { isDataDicts } from "./read-data-dicts.ts";
import { isFixedWidth, measureMatrix } from "./read-matrix.ts";
import { findTieTable } from "./read-tie-table.ts";
import { circleWords, fromWords, plainWord, toWords, weightWords } from "./words.ts";

/** What a column of ties can hold. */
export type TieColumn = "from" | "to" | "weight" | "trust" | "time";

/** A table for a person who is to say what its columns hold. */
export interface TablePreview {
  /** what it seems to list */
  readonly kind: "network" | "agents";
  /** whether it is a matrix of ties, whose columns are people */
  readonly isMatrix: boolean;
  /** the first rows; their cells may be missing at the end */
  readonly rows: readonly (readonly string[])[];
  /** whether the first row seems to hold titles */
  readonly hasTitles: boolean;
  /** the columns of ties that are found without a choice, by place */
  readonly found: Readonly<Partial<Record<TieColumn, number>>>;
}

/** Rows from which the columns are found. */
const SAMPLE = 200;
/** Rows of a preview. */
const SHOWN = 6;
/** Characters of the longest cell that is shown whole. */
const LONGEST = 40;

/**
 * The beginning of a table of ties or people. Undefined for all other files, and for those that need no choice: the tables of a run.
 */
export function previewTable(text: string): TablePreview | undefined {
  const checked = checkedText(text);
  if (checked === undefined || findTieTable(checked) !== undefined || isDataDicts(checked)) return undefined;
  const table = findTable(checked);
  const sample: string[][] = [];
  if (table !== undefined) readRows(checked, table.delimiter, new Faults(""), (cells) => sample.push(cells) < SAMPLE, table.start);
  if (sample.length === 0 && !isFixedWidth(checked)) return undefined;
  const kind = kindOfFile(checked);
  const isMatrix = kind === "network" && (isFixedWidth(checked) || measureMatrix(sample, sample.length === SAMPLE) !== undefined);
  const rows = sample.slice(0, SHOWN).map((row) => row.map(shorten));
  return { kind, isMatrix, rows, hasTitles: !isMatrix && hasTitles(sample), found: isMatrix ? {} : findPlaces(sample) };
}

/** The text, if it is one that is read as a table. */
function checkedText(text: string): string | undefined {
  try {
    const faults: Faults = new Faults("");
    const checked = checkText(text, faults);
    return detectFormat(checked, faults) === "edge list" ? checked : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function shorten(cell: string): string {
  return cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell;
}

const usualTitles: ReadonlySet<string> = new Set([
  ...[...fromWords, ...toWords, ...weightWords, ...circleWords],
  ...["id", "label", "name", "trust", "time", "date", "timestamp"],
]);

/** Whether the first row holds titles: usual ones, or text above a column of numbers. */
function hasTitles([first = [], ...others]: readonly (readonly string[])[]): boolean {
  const isNumber = (cell: string | undefined): boolean => readNumber(cell ?? "") !== undefined;
  const isAbove = (cell: string, place: number): boolean =>
    cell !== "" && !isNumber(cell) && others.length > 0 && others.every((row) => isNumber(row[place]));
  return first.some((cell, place) => usualTitles.has(plainWord(cell)) || isAbove(cell, place));
}

function findPlaces(sample: readonly (readonly string[])[]): TablePreview["found"] {
  const columns = findEdgeColumns(sample);
  if (typeof columns === "string") return {};
  const placeOf = (title: string | undefined): number => columns.others.find(([, one]) => one === title)?.[0] ?? -1;
  const { from, to, weight, meanings } = columns;
  const places = { from, to, weight, trust: placeOf(meanings.trust), time: placeOf(meanings.time) };
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place >= 0));
}
