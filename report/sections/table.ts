import { html, type Markup, type Piece } from "../markup.ts";

/** A column of a table. */
export interface Column {
  readonly name: Piece;
  /** to the right, in digits of one width */
  readonly isNumber?: boolean;
}

/**
 * A table in a frame that scrolls where the window is narrow.
 *
 * @param label of the frame, for who comes to it by keyboard
 * @param rows cells as many as columns; the first `heads` of them head their row
 */
export function tableMarkup(label: string, columns: readonly Column[], rows: readonly (readonly Piece[])[], heads = 1): Markup {
  const cell = (piece: Piece, at: number) => {
    if (at < heads) return html`<th scope="row"${numeric(columns[at])}>${piece}</th>`;
    return html`<td${numeric(columns[at])}>${piece}</td>`;
  };
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map((column) => html`<th scope="col"${numeric(column)}>${column.name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table></div>`;
}

function numeric({ isNumber }: Column): Markup | undefined {
  return isNumber ? html` class="number"` : undefined;
}
