import { agentTableColumns, didYouMean } from "../../sim/index.ts";
import { findEnds } from "./find-ends.ts";
import { circleWords, plainWord } from "./words.ts";

const known = agentTableColumns.map(plainWord);

/** Titles of a column that identifies people. */
const idWords: readonly string[] = ["id", "label", "nodeid"];

/**
 * Whether the first rows of a table are those of a list of people. The header must not name the two ends of a tie. Either it has an
 * id or label that is different in each row; or a name beside a group or another column of an agents file, or one spelled almost like it,
 * because a list of ties may have the header `name,friend`.
 */
export function isListOfPeople([header = [], ...others]: readonly (readonly string[])[]): boolean {
  const words = header.map(plainWord);
  if (typeof findEnds(words, others) === "object") return false;
  const id = words.findIndex((word) => idWords.includes(word));
  const ids = others.map((row) => row[id] ?? "");
  if (id >= 0 && ids.length > 0 && new Set(ids).size === ids.length) return true;
  if (!words.includes("name")) return false;
  const rest = words.filter((word) => word !== "name" && word !== "");
  return (
    rest.length === 0 || rest.some((word) => known.includes(word) || circleWords.includes(word) || didYouMean(word, known) !== "")
  );
}
