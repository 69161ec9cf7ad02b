/** Trust shares outside this range are rare, so the scale ends here and shows differences in the middle. ½ is neutral. */
export const TRUST_LOW = 0.3;
export const TRUST_HIGH = 0.7;

/** Steps of the color scale of trust: `--trust-0` to `--trust-6` in style/tokens.css. The one in the middle is neutral. */
export const TRUST_STEPS = 7;

/** The step of a trust share, 0 to 1. NaN, of someone whom nobody judges, is neutral. */
export function trustStepOf(share: number): number {
  if (Number.isNaN(share)) return (TRUST_STEPS - 1) / 2;
  const place = (share - TRUST_LOW) / (TRUST_HIGH - TRUST_LOW);
  return Math.round(Math.max(0, Math.min(1, place)) * (TRUST_STEPS - 1));
}
