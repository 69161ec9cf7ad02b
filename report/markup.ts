/** Text that is already HTML. Any other text comes from a file or a person and is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template can contain. Text appears character by character; undefined adds nothing. */
export type Piece = Markup | string | number | undefined | readonly Piece[];

/**
 * Makes HTML from a template. Text is escaped for use between tags and in quoted attributes, so a name from a file is never read as
 * markup.
 */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: template.map((text, at) => text + textOf(pieces[at])).join("") };
}

/** Marks text as HTML. Use it only for the output of a library that escapes. */
export function asMarkup(markup: string): Markup {
  return { markup };
}

/** Turns `names` in backticks into code. */
export function prose(text: string): Piece {
  return text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** Joins pieces with a separator. */
export function join(pieces: readonly Piece[], between: Piece): Piece {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]));
}

function textOf(piece: Piece): string {
  if (piece === undefined) return "";
  if (typeof piece === "string") return escapeText(piece);
  if (typeof piece === "number") return String(piece);
  return "markup" in piece ? piece.markup : piece.map(textOf).join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
