/** A text of about so many characters: `begin`, many pieces, and `end`. */
export type Make = (size: number) => string;

/** Repeats a piece, or writes one for each number from 0, until the text is long enough. */
export function filled(begin: string, piece: string | ((k: number) => string), end = ""): Make {
  if (typeof piece === "string") return (size) => begin + piece.repeat(Math.ceil(size / piece.length)) + end;
  return (size) => {
    const pieces: string[] = [];
    for (let length = 0, k = 0; length < size; k++) length += pieces[pieces.push(piece(k)) - 1]?.length ?? 1;
    return begin + pieces.join("") + end;
  };
}

/** Half of the text opens what the other half closes. */
export function nested(begin: string, open: string, close: string, end = "", middle = ""): Make {
  return (size) => {
    const count = Math.ceil(size / (open.length + close.length));
    return begin + open.repeat(count) + middle + close.repeat(count) + end;
  };
}

/** Several parts, each with its share of the text. */
export function parts(...makes: readonly Make[]): Make {
  return (size) => makes.map((make) => make(size / makes.length)).join("");
}

export const words = (k: number): string => `n${k}`;
