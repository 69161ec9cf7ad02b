import { type GlossaryWord, glossaryWords } from "./glossary-words.ts";

/** A piece of a text, and which of the glossary's words it is, if any. */
export interface Piece {
  readonly text: string;
  readonly word?: GlossaryWord;
}

const words = (Object.keys(glossaryWords) as GlossaryWord[]).sort((a, b) => b.length - a.length);

// A word also in the plural, and whatever its case; longer ones first, as one may stand within another.
const pattern = new RegExp(`\\b(?:${words.join("|")})(?:s|es)?\\b`, "gi");

/**
 * A text in pieces, with the glossary's words as pieces of their own, each of them once.
 *
 * @param besides a text beside it, whose words are told there
 */
export function findTerms(text: string, besides = ""): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set([...besides.matchAll(pattern)].map(([found]) => wordOf(found)));
  let from = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const word = wordOf(found);
    if (seen.has(word)) continue;
    seen.add(word);
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: found, word });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function wordOf(found: string): GlossaryWord {
  return words.find((word) => found.toLowerCase().startsWith(word.toLowerCase())) as GlossaryWord;
}
