/** A trust share from 0 to 1, neutral at ½; a dash if it is not defined. */
export function formatTrust(share: number): string {
  return Number.isNaN(share) ? "–" : share.toFixed(2);
}
