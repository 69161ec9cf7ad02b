import { itemAt } from "../../study/item-at.ts";
import { html, type Markup, type Piece } from "../markup.ts";

/** A column of a table. */
export interface Column {
  readonly name: Piece;
  /** aligns the cells to the right, with digits of one width */
  readonly isNumber?: boolean;
}

/**
 * A table in a frame that scrolls if the window is narrow.
 *
 * @param label names the frame for screen readers
 * @param rows one cell per column; the first `heads` cells are headers of their row
 */
export function tableMarkup(label: string, columns: readonly Column[], rows: readonly (readonly Piece[])[], heads = 1): Markup {
  const cell = (piece: Piece, at: number) => {
    if (at < heads) return html`<th scope="row"${classOf(itemAt(columns, at))}>${piece}</th>`;
    return html`<td${classOf(itemAt(columns, at))}>${piece}</td>`;
  };
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table></div>`;
}

function classOf({ isNumber }: Column): Markup | undefined {
  return isNumber ? html` class="number"` : undefined;
}
