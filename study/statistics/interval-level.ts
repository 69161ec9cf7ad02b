/**
 * Φ(−√(n ∕ (n − 1)) · t), with t the 0.975 quantile of Student's distribution with n − 1 degrees of freedom, for n = 2, 3, …. It is a
 * table because JavaScript engines round these functions differently.
 */
// biome-ignore format: a table
const LEVELS = [
  0, 0, 0.000119, 0.000954, 0.002432, 0.004109, 0.005738, 0.007225, 0.008551, 0.009722,
  0.010757, 0.011671, 0.012483, 0.013207, 0.013856, 0.014439, 0.014966, 0.015445, 0.015881, 0.01628,
  0.016646, 0.016983, 0.017294, 0.017582, 0.01785, 0.018099, 0.018332, 0.01855, 0.018754, 0.018946,
  0.019126, 0.019296, 0.019456, 0.019608, 0.019752, 0.019888, 0.020017, 0.02014, 0.020258, 0.020369,
  0.020476, 0.020577, 0.020675, 0.020768, 0.020857, 0.020943, 0.021025, 0.021104, 0.021179, 0.021252,
  0.021322, 0.02139, 0.021455, 0.021518, 0.021579, 0.021637, 0.021694, 0.021749, 0.021802,
];

/** n × (0.025 − level) beyond the table: it is 0.192 at n = 61 and 0.196 at infinity. */
const LEFT = 0.194;

/**
 * The share of resampled means below the lower end of a 95% interval, and above its upper end. For few values, percentiles at 0.025
 * give intervals that are too narrow, by √((n − 1) ∕ n) and because Student's t is wider than the normal distribution. This level
 * corrects for both.
 *
 * @param n number of values, 2 or more
 * @returns 0 to 0.025
 * @see Hesterberg 2015, The American Statistician 69(4), 371–386: the expanded percentile interval
 */
export function intervalLevel(n: number): number {
  return LEVELS[n - 2] ?? 0.025 - LEFT / n;
}
