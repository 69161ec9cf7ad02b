import type { TablePreview, TieColumn } from "../../formats/network/preview-table.ts";
import type { Reading } from "../../formats/network/read-options.ts";
import type { TimeUnit } from "../../formats/network/times.ts";
import { plainWord } from "../../formats/network/words.ts";
import type { FileChoice } from "../state/from-file.ts";

/** What a person has entered about one file. */
export interface ColumnChoices {
  readonly kind: FileChoice["kind"];
  readonly hasTitles: boolean;
  /** the places of columns of ties; those that are missing are left to the program */
  readonly columns: Readonly<Partial<Record<TieColumn, number>>>;
  /** empty if it is left to the program; `ends` if the two values below count */
  readonly scale: "" | "share" | "score" | "ends";
  readonly none: string;
  readonly full: string;
  readonly timeUnit: "" | TimeUnit;
  /** the time at which the run starts, as the file writes it; empty for the last time in the file */
  readonly until: string;
  /** the place of the column with the circles of people */
  readonly circle: number | undefined;
}

/** What the form shows first: what was chosen before, or else that the program decides. */
export function firstChoices({ kind, hasTitles, rows }: TablePreview, chosen: FileChoice | undefined): ColumnChoices {
  const reading = chosen?.reading ?? {};
  const { columns = "", trust_scale: scale = "", time_unit: timeUnit = "", until = "", circle_column: circle } = reading;
  const titles = rows[0] ?? [];
  const placed = columns.split(",").flatMap((part) => {
    const [key = "", ...rest] = part.split("=");
    const place = placeOf(rest.join("="), titles);
    return place === undefined ? [] : [[key, place] as const];
  });
  const [none = "", full = ""] = scale.split(",");
  const isWord = scale === "" || scale === "share" || scale === "score";
  return {
    kind: chosen?.kind ?? kind,
    hasTitles,
    columns: Object.fromEntries(placed),
    scale: isWord ? scale : "ends",
    none: isWord ? "" : none,
    full: isWord ? "" : full,
    timeUnit: timeUnit as ColumnChoices["timeUnit"],
    until,
    circle: circle === undefined ? undefined : placeOf(circle, titles),
  };
}

/** What keeps choices from being used, one line each. */
export function choiceProblems({ kind, columns, scale, none, full }: ColumnChoices): string[] {
  if (kind === "agents") return [];
  const problems: string[] = [];
  if ((columns.from === undefined) !== (columns.to === undefined)) problems.push("Choose both people of a tie, or neither.");
  const places = Object.values(columns);
  if (new Set(places).size < places.length) problems.push("Choose each column only once.");
  const isNumber = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));
  if (scale === "ends" && !(isNumber(none) && isNumber(full) && Number(none) !== Number(full)))
    problems.push("Give two different numbers for no trust and full trust.");
  return problems;
}

/** How a file is to be read, in the words of the command line. @param titles the first row of the table */
export function readingOf(choices: ColumnChoices, titles: readonly string[]): Reading {
  const { kind, hasTitles, columns, scale, none, full, timeUnit, until, circle } = choices;
  if (kind === "agents") return circle === undefined ? {} : { circle_column: titles[circle] ?? "" };
  const given = Object.entries(columns).map(([key, place]) => `${key}=${columnName(place, titles, hasTitles)}`);
  return {
    ...(given.length > 0 && { columns: given.join(",") }),
    ...(scale !== "" && { trust_scale: scale === "ends" ? `${none.trim()},${full.trim()}` : scale }),
    ...(timeUnit !== "" && { time_unit: timeUnit }),
    ...(until.trim() !== "" && { until: until.trim() }),
  };
}

/** The flags of the command line that say the same. */
export function flagsOf(reading: Reading): string {
  return Object.entries(reading)
    .map(([key, text]) => `--${key.replace("_", "-")}=${/^[\w,=.+-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`}`)
    .join(" ");
}

/** A column by its title, or by its number from 1 if it has none that could be mistaken for something else. */
function columnName(place: number, titles: readonly string[], hasTitles: boolean): string {
  const title = titles[place] ?? "";
  const word = plainWord(title);
  const isOnly = titles.filter((one) => plainWord(one) === word).length === 1;
  const isSafe = word !== "" && isOnly && !/[,…]|^\d{1,4}$/.test(title);
  return hasTitles && isSafe ? title : String(place + 1);
}

function placeOf(chosen: string, titles: readonly string[]): number | undefined {
  if (/^\d{1,4}$/.test(chosen)) return Number(chosen) - 1;
  const place = titles.findIndex((title) => chosen !== "" && plainWord(title) === plainWord(chosen));
  return place < 0 ? undefined : place;
}
