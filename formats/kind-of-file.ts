import { agentTableColumns, didYouMean } from "../sim/index.ts";
import { Faults } from "./faults.ts";
import { findEnds } from "./network/find-ends.ts";
import { plainWord } from "./network/words.ts";
import { findTable } from "./table/find-table.ts";
import { readRows } from "./table/read-rows.ts";

/** Rows below the header that are examined. */
const SAMPLE = 20;

const known = agentTableColumns.map(plainWord);

/**
 * Whether a file lists people or ties, judged by its content. A list of people has a header with the column `name` and without
 * the two ends of a tie. Another column must be one of an agents file's, or spelled almost like one, because a list of ties may
 * have the header `name,friend`. Anything else goes to the reader of networks.
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
