import { type GlossaryWord, glossaryWords } from "./glossary-words.ts";

/** A piece of a text; `word` if the piece is a glossary word. */
export interface Piece {
  readonly text: string;
  readonly word?: GlossaryWord;
}

// Longest first, so that "local bridge" would win over "bridge".
const words = (Object.keys(glossaryWords) as GlossaryWord[]).sort((a, b) => b.length - a.length);

const pattern = new RegExp(`\\b(${words.join("|")})(?:s|es)?\\b`, "gi");

const wordBySpelling = new Map(words.map((word) => [word.toLowerCase(), word]));

/**
 * Splits a text at its glossary words, in singular or plural and any case. Only the first occurrence of a word is split off.
 *
 * @param besides a text next to this one; its words are explained there and not here
 */
export function findTerms(text: string, besides = ""): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set([...besides.matchAll(pattern)].map(wordOf));
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const word = wordOf(match);
    if (word === undefined || seen.has(word)) continue;
    seen.add(word);
    const [found] = match;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: found, word });
    from = match.index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function wordOf([, singular]: RegExpMatchArray): GlossaryWord | undefined {
  return singular === undefined ? undefined : wordBySpelling.get(singular.toLowerCase());
}
