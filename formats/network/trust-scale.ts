import { formatNumber, formatValue, InputError, numberOf, shareOfScore } from "../../sim/index.ts";

/** How a number of trust is to be read: as a share from 0 to 1, as a score from 0.3 to 30, or on a scale. */
export type TrustScale = "share" | "score" | { readonly none: number; readonly full: number };

/**
 * Reads a scale: `share`, `score`, or the value of no trust and that of full trust, such as `-10,10`.
 *
 * @param place what messages call it
 * @throws InputError if it is none of these
 */
export function readTrustScale(text: string, place: string): TrustScale {
  const word = text.trim();
  if (word === "share" || word === "score") return word;
  const ends = word.split(",").map((part) => numberOf(part.trim()));
  const [none, full] = ends;
  if (ends.length === 2 && none !== undefined && full !== undefined && Number.isFinite(full - none) && none !== full)
    return { none, full };
  throw new InputError([
    `${place}: must be share, score, or the value of no trust and that of full trust, such as -10,10; got ${formatValue(text)}`,
  ]);
}

/**
 * The trust share of a number on a scale.
 *
 * @returns a fault if the number is not on the scale
 */
export function shareOn(scale: TrustScale, value: number, isGiven: boolean): number | string {
  const [low, high] = endsOf(scale);
  if (value >= low && value <= high) return shareOf(scale, value);
  const remedy = isGiven
    ? ""
    : "; if trust is measured on another scale, give its ends with --trust-scale, such as --trust-scale=-10,10";
  return `trust must be from ${formatNumber(low)} to ${formatNumber(high)}, got ${formatValue(value)}${remedy}`;
}

function shareOf(scale: TrustScale, value: number): number {
  if (scale === "share") return value;
  return scale === "score" ? shareOfScore(value) : (value - scale.none) / (scale.full - scale.none);
}

function endsOf(scale: TrustScale): readonly [number, number] {
  if (scale === "share") return [0, 1];
  if (scale === "score") return [0.3, 30];
  return [Math.min(scale.none, scale.full), Math.max(scale.none, scale.full)];
}
