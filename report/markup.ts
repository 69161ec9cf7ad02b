/** Text that is HTML already, as opposed to what a file or a person brought. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template; a text stands for itself, character by character, and nothing for nothing. */
export type Piece = Markup | string | number | undefined | readonly Piece[];

/**
 * HTML from a template: each text that is put into it is escaped, for use between tags and in quoted attributes. So a name is text,
 * never markup, whoever gave it.
 */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let markup = template[0];
  for (const [at, piece] of pieces.entries()) markup += textOf(piece) + template[at + 1];
  return { markup };
}

/** What has been made by something that escapes for itself. */
export function asMarkup(markup: string): Markup {
  return { markup };
}

/** A description as the project writes them, with `names` in backticks, as code. */
export function prose(text: string): Piece {
  return text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** Texts one after another with something between. */
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
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
