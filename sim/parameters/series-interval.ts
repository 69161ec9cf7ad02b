/** Ticks between two rows of a series unless the user sets another interval: a quarter of a year. */
export const SERIES_INTERVAL = 13;
