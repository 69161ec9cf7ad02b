/** The name of a line, to stand at its end. */
export interface EndLabel {
  readonly text: string;
  readonly color: string;
  /** the last tick of the line, and its value there */
  readonly tick: number;
  readonly value: number;
}

/** Pixels between a line and its name. */
const ABOVE_LINE = 3;

/**
 * Places the names of lines just above their ends, and moves them apart where they would overlap. A line without a last value has none.
 *
 * @param y the place of a value; it falls as values grow
 * @param top the least place of a name's foot
 * @param height of a name
 */
export function spreadLabels(
  labels: readonly EndLabel[],
  y: (value: number) => number,
  top: number,
  height: number,
): (EndLabel & { readonly y: number })[] {
  const placed = labels
    .filter(({ value }) => !Number.isNaN(value))
    .map((label) => ({ ...label, y: Math.max(top, y(label.value) - ABOVE_LINE) }))
    .sort((a, b) => b.y - a.y);
  // From the lowest up; then down again, where the upper ones met the top.
  for (let at = 1; at < placed.length; at++) {
    const [below, own] = [placed[at - 1], placed[at]];
    if (below !== undefined && own !== undefined) own.y = Math.min(own.y, below.y - height);
  }
  for (let at = placed.length - 1, least = top; at >= 0; at--, least += height) {
    const own = placed[at];
    if (own === undefined) continue;
    own.y = Math.max(own.y, least);
    least = own.y;
  }
  return placed;
}
