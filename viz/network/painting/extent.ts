import type { Transform } from "../transform.ts";

/** A rectangle, in units of the layout. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * What a canvas shows.
 *
 * @param margin pixels around the canvas that count as shown
 */
export function extentOf({ x, y, k }: Transform, width: number, height: number, margin: number): Extent {
  return {
    left: (-margin - x) / k,
    right: (width + margin - x) / k,
    top: (-margin - y) / k,
    bottom: (height + margin - y) / k,
  };
}

export function containsPoint({ left, right, top, bottom }: Extent, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** Whether a line lies wholly on one outer side. A line that passes by a corner may be missed, and is then drawn although nobody sees it. */
export function isBeyond({ left, right, top, bottom }: Extent, x1: number, y1: number, x2: number, y2: number): boolean {
  return (x1 < left && x2 < left) || (x1 > right && x2 > right) || (y1 < top && y2 < top) || (y1 > bottom && y2 > bottom);
}
