/*
 * Logarithm, exponential and the normal distribution, from sums, products and square roots alone. JavaScript engines round Math.log
 * and Math.exp differently; with these, a design has the same points everywhere.
 */

const { LN2 } = Math;
const ROOT_TWO_PI = 2.5066282746310002;

/** The natural logarithm of a number above 0. */
export function logarithm(x: number): number {
  let rest = x;
  let twos = 0;
  for (; rest > Math.SQRT2; rest /= 2) twos++;
  for (; rest < Math.SQRT1_2; rest *= 2) twos--;
  // ln x = 2 artanh((x − 1) / (x + 1))
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let sum = 0;
  let power = ratio;
  for (let odd = 1; odd < 60; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return 2 * sum + twos * LN2;
}

/** e to the power of x. */
export function exponential(x: number): number {
  const twos = Math.round(x / LN2);
  const rest = x - twos * LN2;
  let sum = 1;
  let term = 1;
  for (let n = 1; n < 25; n++) {
    term *= rest / n;
    sum += term;
  }
  const step = twos < 0 ? 0.5 : 2;
  for (let k = 0; k < Math.abs(twos); k++) sum *= step;
  return sum;
}

/**
 * The share of a standard normal distribution below a number.
 *
 * @see Marsaglia 2004, Evaluating the normal distribution, Journal of Statistical Software 11(4)
 */
export function normalBelow(z: number): number {
  if (z > 8.3) return 1;
  if (z < -8.3) return 0;
  let sum = z;
  let term = z;
  for (let odd = 3; odd < 400; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + (sum * exponential((-z * z) / 2)) / ROOT_TWO_PI));
}

const CENTER = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
] as const;
const NEAR = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
] as const;
const FAR = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

/**
 * The number below which a share of a standard normal distribution lies.
 *
 * @param share above 0 and below 1
 * @see Wichura 1988, Algorithm AS 241, Applied Statistics 37(3), 477–484
 */
export function normalQuantile(share: number): number {
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) return q * quotient(CENTER, 0.180625 - q * q);
  const r = Math.sqrt(-logarithm(q < 0 ? share : 1 - share));
  const z = r <= 5 ? quotient(NEAR, r - 1.6) : quotient(FAR, r - 5);
  return q < 0 ? -z : z;
}

/** The quotient of two polynomials, with the highest powers first. */
function quotient([above, below]: readonly (readonly number[])[], x: number): number {
  const value = (coefficients: readonly number[] = []) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  return value(above) / value(below);
}
