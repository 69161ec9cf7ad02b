/** A piece of a caption on one line: a text, a dot, steps of color, or a sample of a line. */
export type Atom =
  | { readonly text: string; readonly color: string; readonly isBold?: boolean }
  | { readonly dot: string }
  | { readonly steps: readonly string[] }
  | { readonly line: string; readonly width: number; readonly dashes?: readonly number[] };

/** Atoms that stand together. */
export type Item = readonly Atom[];

/** Items that follow each other, line by line. Each block begins on a new line. */
export type Block = readonly Item[];

/** An atom and where it stands: the left end of its middle line, in pixels. */
export interface PlacedAtom {
  readonly atom: Atom;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedCaption {
  readonly atoms: readonly PlacedAtom[];
  readonly height: number;
}

/** Pixels around the caption, between two items, between two atoms, and of a line. */
const MARGIN = 12;
const BETWEEN_ITEMS = 18;
const BETWEEN_ATOMS = 5;
const LINE = 18;
const BETWEEN_BLOCKS = 3;

const DOT_WIDTH = 10;
const STEPS_WIDTH = 112;
const SAMPLE_WIDTH = 22;

/**
 * Places a caption in a strip: items from left to right, on as many lines as they need. A text longer than a line is broken between
 * words, and a word longer than a line anywhere.
 *
 * @param width of the strip, in pixels
 * @param measure the width of a text
 */
export function placeCaption(
  blocks: readonly Block[],
  width: number,
  measure: (text: string, isBold: boolean) => number,
): PlacedCaption {
  const room = Math.max(60, width - 2 * MARGIN);
  const widthOf = (atom: Atom): number => {
    if ("text" in atom) return measure(atom.text, atom.isBold === true);
    return "dot" in atom ? DOT_WIDTH : "steps" in atom ? STEPS_WIDTH : SAMPLE_WIDTH;
  };
  const itemWidth = (item: Item) => item.reduce((sum, atom) => sum + widthOf(atom), (item.length - 1) * BETWEEN_ATOMS);
  const atoms: PlacedAtom[] = [];
  let y = MARGIN - LINE / 2;
  for (const block of blocks) {
    let right = Number.POSITIVE_INFINITY;
    for (const item of block.flatMap((one) => breakItem(one, room, itemWidth))) {
      const wide = itemWidth(item);
      if (right + BETWEEN_ITEMS + wide > MARGIN + room) {
        y += LINE;
        right = MARGIN - BETWEEN_ITEMS;
      }
      let x = right + BETWEEN_ITEMS;
      for (const atom of item) {
        atoms.push({ atom, x, y, width: widthOf(atom) });
        x += widthOf(atom) + BETWEEN_ATOMS;
      }
      right = x - BETWEEN_ATOMS;
    }
    y += BETWEEN_BLOCKS;
  }
  return { atoms, height: Math.ceil(y - BETWEEN_BLOCKS + LINE / 2 + MARGIN) };
}

/** Breaks an item that doesn't fit on a line into several that do. */
function breakItem(item: Item, room: number, widthOf: (item: Item) => number): Item[] {
  if (widthOf(item) <= room) return [item];
  const broken: Item[] = [];
  let current: Atom[] = [];
  const fits = (atom: Atom) => widthOf([...current, atom]) <= room;
  const close = () => {
    if (current.length > 0) broken.push(current);
    current = [];
  };
  for (const atom of item) {
    if (!("text" in atom)) {
      if (!fits(atom)) close();
      current.push(atom);
      continue;
    }
    let line = "";
    for (const word of wordsOf(atom.text, (text) => widthOf([{ ...atom, text }]) <= room)) {
      if (line !== "" && !fits({ ...atom, text: line + word.trimEnd() })) {
        current.push({ ...atom, text: line.trimEnd() });
        close();
        line = "";
      } else if (line === "" && !fits({ ...atom, text: word.trimEnd() })) close();
      line += word;
    }
    if (line !== "") current.push({ ...atom, text: line.trimEnd() });
  }
  close();
  return broken;
}

/** Words with the spaces behind them; a word that doesn't fit on a line comes in pieces that do. */
function* wordsOf(text: string, fits: (text: string) => boolean): Generator<string> {
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    let piece = "";
    for (const character of word) {
      if (piece !== "" && !fits((piece + character).trimEnd())) {
        yield piece;
        piece = "";
      }
      piece += character;
    }
    yield piece;
  }
}
