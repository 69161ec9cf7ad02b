/**
 * A decimal number as a person types it; undefined for any other text, such as "", "0x10" or "1e". A digit fits only one place of
 * the pattern, so that a million digits are read once.
 */
export function numberOf(text: string): number | undefined {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}
