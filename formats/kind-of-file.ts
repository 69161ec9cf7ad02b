import { agentTableColumns, didYouMean } from "../sim/index.ts";
import { Faults } from "./faults.ts";
import { findEnds } from "./network/find-ends.ts";
import { plainWord } from "./network/words.ts";
import { findTable } from "./table/find-table.ts";
import { readRows } from "./table/read-rows.ts";

/** Rows below the header that are looked at. */
const SAMPLE = 20;

const known = agentTableColumns.map(plainWord);

/**
 * Whether a file lists people or ties, by its content. People are a table whose header has the column `name` and not the two
 * ends of a tie; beside `name` some other column must be one of an agents file's, or nearly so, as a list of ties may well be
 * headed `name,friend`. All else is for the reader of networks to say.
 */
export function kindOfFile(text: string): "network" | "agents" {
  const { delimiter, start } = findTable(text, ["\t", ";", ","]) ?? { delimiter: ",", start: { at: 0, line: 1 } };
  const rows: string[][] = [];
  readRows(text, delimiter, new Faults(""), (cells) => rows.push(cells) <= SAMPLE, start);
  const [header = [], ...others] = rows;
  const words = header.map(plainWord);
  if (!words.includes("name") || typeof findEnds(words, others) === "object") return "network";
  const rest = words.filter((word) => word !== "name" && word !== "");
  return rest.length === 0 || rest.some((word) => known.includes(word) || didYouMean(word, known) !== "") ? "agents" : "network";
}
