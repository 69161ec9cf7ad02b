import { numberOf } from "./read-number.ts";

/** Shares of pairs that are tied, by circle and circle, or the word that leaves them to `homophily`. */
export interface BlockMatrix {
  readonly text: string;
  /** square and symmetric; undefined: what homophily gives */
  readonly rows: readonly (readonly number[])[] | undefined;
}

/** The word in place of a matrix. */
const BY_HOMOPHILY = "homophily";

const MOST_BLOCKS = 50;
const RULE =
  "must be homophily, or the rows of a square matrix of shares from 0 to 1, with spaces and semicolons between them, such as 0.3 0.02; 0.02 0.4";

/** Reads a matrix: `homophily`, or `0.3 0.02; 0.02 0.4`. */
export function readBlockMatrix(given: string): BlockMatrix | { readonly rule: string } {
  if (given.trim() === BY_HOMOPHILY) return { text: BY_HOMOPHILY, rows: undefined };
  const rows = given.split(";").map((row) =>
    row
      .trim()
      .split(/\s+/)
      .map((word) => numberOf(word) ?? Number.NaN),
  );
  if (rows.length > MOST_BLOCKS) return { rule: `must have at most ${MOST_BLOCKS} rows` };
  if (rows.some((row) => row.length !== rows.length || !row.every((share) => share >= 0 && share <= 1))) return { rule: RULE };
  for (let a = 0; a < rows.length; a++)
    for (let b = 0; b < a; b++)
      if (rows[a][b] !== rows[b][a])
        return { rule: `must be symmetric: row ${a + 1} has ${rows[a][b]} where row ${b + 1} has ${rows[b][a]}` };
  return { text: rows.map((row) => row.map((share) => share + 0).join(" ")).join("; "), rows };
}

/** The matrix of a checked text. */
export function blockMatrixOf(text: string): BlockMatrix {
  const read = readBlockMatrix(text);
  if ("rule" in read) throw new RangeError(`block_matrix ${read.rule}`);
  return read;
}
