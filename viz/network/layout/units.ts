/** The unit of lengths in the layout: about the length of a strong tie. */
export const UNIT = 30;

/** Turning by this angle from point to point, a spiral fills a disk evenly. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
