/** Pixels that stay free at the edges of the window. */
const MARGIN = 8;

/** Puts an open popover right below what it belongs to, or above it where there is more room, within the window. */
export function placePopover(popover: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = bottom + height + MARGIN <= clientHeight || top < clientHeight - bottom;
  const wanted = isBelow ? bottom : top - height;
  popover.style.left = `${Math.max(MARGIN, Math.min(left, clientWidth - width - MARGIN))}px`;
  popover.style.top = `${Math.max(MARGIN, Math.min(wanted, clientHeight - height - MARGIN))}px`;
}
