import { formatValue } from "../../sim/index.ts";
import { circleWords, endSuffixes, fromWords, plainWord, toWords, undirectedWords, weightWords } from "./words.ts";

/** The columns of the two ends of a tie. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** whether their titles say who names whom */
  readonly directed: boolean;
}

/**
 * Finds the columns whose titles name the two ends of a tie.
 *
 * @param words the first row, as plain words
 * @param others rows below it
 * @returns undefined if it names neither end; a fault if it names only one
 */
export function findEnds(words: readonly string[], others: readonly (readonly string[])[]): Ends | string | undefined {
  const from = endPlace(words, fromWords);
  const to = endPlace(words, toWords);
  if (from >= 0 && to >= 0) {
    const undirected = [words[from], words[to]].every((word = "") => undirectedWords.some((one) => isEndWord(word, one)));
    return { from, to, directed: !undirected };
  }
  const twins = findTwins(words, others);
  if (twins !== undefined || (from < 0 && to < 0)) return twins;
  const [given, missing] = from >= 0 ? [words[from], "target"] : [words[to], "source"];
  return `the header names one end of a tie, ${formatValue(given)}, but not the other; add a column such as ${missing}`;
}

const secondMarks: ReadonlyMap<string, string> = new Map([
  ["1", "2"],
  ["a", "b"],
  ["i", "j"],
  ["u", "v"],
]);

/**
 * Two columns whose titles differ only in their mark, such as `person1` and `person2` or `i` and `j`. If the rows below hold such
 * names too, these are names of agents, and the row is not a header.
 */
function findTwins(words: readonly string[], others: readonly (readonly string[])[]): Ends | undefined {
  const places = new Map<string, number>();
  for (const [place, word] of words.entries()) if (!places.has(word)) places.set(word, place);
  for (const [from, word] of words.entries()) {
    const stem = word.slice(0, -1);
    const second = secondMarks.get(word.slice(-1));
    const to = second === undefined ? -1 : (places.get(stem + second) ?? -1);
    if (to < 0 || word === "1" || weightWords.includes(stem) || circleWords.includes(stem)) continue;
    const isAgent = (cell: string): boolean => {
      const below = plainWord(cell);
      return stem === "" ? /^\p{L}$/u.test(below) : below.startsWith(stem) && below.length <= stem.length + 6;
    };
    if (others.length > 0 && !others.some((row) => isAgent(row[from] ?? "") || isAgent(row[to] ?? "")))
      return { from, to, directed: false };
  }
  return undefined;
}

/** The column of an end: its plain word first, then the word with each suffix. */
function endPlace(words: readonly string[], endWords: readonly string[]): number {
  for (const suffix of endSuffixes)
    for (const word of endWords) if (words.includes(word + suffix)) return words.indexOf(word + suffix);
  return -1;
}

function isEndWord(word: string, end: string): boolean {
  return word.startsWith(end) && endSuffixes.includes(word.slice(end.length));
}
