/** Pixels kept free at the edges of the window. */
const MARGIN = 8;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the element lies that a popover belongs to, in pixels of the window. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The top left corner of a popover: below its anchor if it fits there or has more room there, else above; always in the window. */
export function popoverPlace({ left, top, bottom }: Anchor, popover: Size, window: Size): { left: number; top: number } {
  const { width, height } = popover;
  const isBelow = bottom + height + MARGIN <= window.height || top < window.height - bottom;
  return {
    left: keepWithin(left, window.width - width),
    top: keepWithin(isBelow ? bottom : top - height, window.height - height),
  };
}

function keepWithin(wanted: number, room: number): number {
  return Math.max(MARGIN, Math.min(wanted, room - MARGIN));
}

/** Moves an open popover next to the element it belongs to. */
export function placePopover(popover: HTMLElement, anchor: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top } = popoverPlace(
    anchor.getBoundingClientRect(),
    { width: popover.offsetWidth, height: popover.offsetHeight },
    { width: clientWidth, height: clientHeight },
  );
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}
