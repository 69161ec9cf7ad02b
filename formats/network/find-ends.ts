import { circleWords, endSuffixes, fromWords, plainWord, toWords, undirectedWords, weightWords } from "./words.ts";

/** The columns of the two ends. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** whether their names say who names whom */
  readonly directed: boolean;
}

/**
 * Where a header names the two ends of a tie.
 *
 * @param words the first row, as plain words
 * @param others rows below it
 * @returns undefined where it names neither, a text where it names one
 */
export function findEnds(words: readonly string[], others: readonly (readonly string[])[]): Ends | string | undefined {
  const from = endPlace(words, fromWords);
  const to = endPlace(words, toWords);
  if (from >= 0 && to >= 0) {
    const undirected = [words[from], words[to]].every((word) => undirectedWords.some((one) => isEndWord(word, one)));
    return { from, to, directed: !undirected };
  }
  const twins = findTwins(words, others);
  if (twins !== undefined || (from < 0 && to < 0)) return twins;
  const [given, missing] = from >= 0 ? [words[from], "target"] : [words[to], "source"];
  return `must name both ends of a tie in its header, got ${JSON.stringify(given)} and none for the other end, such as ${missing}`;
}

const secondMarks: Readonly<Record<string, string>> = { "1": "2", a: "b", i: "j", u: "v" };

/**
 * Two columns whose names differ in their mark only, such as `person1` and `person2` or `i` and `j`. Where the rows below hold
 * such names too they are those of agents, and the row is no header.
 */
function findTwins(words: readonly string[], others: readonly (readonly string[])[]): Ends | undefined {
  for (const [from, word] of words.entries()) {
    const stem = word.slice(0, -1);
    const mark = word.slice(-1);
    const to = words.indexOf(stem + secondMarks[mark]);
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

/** The column of an end: by the plain word first, then with each suffix. */
function endPlace(words: readonly string[], endWords: readonly string[]): number {
  for (const suffix of endSuffixes)
    for (const word of endWords) if (words.includes(word + suffix)) return words.indexOf(word + suffix);
  return -1;
}

function isEndWord(word: string, end: string): boolean {
  return word.startsWith(end) && endSuffixes.includes(word.slice(end.length));
}
