import { itemAt } from "../item-at.ts";
import { keyedDraws } from "./keyed-draws.ts";
import { SOBOL_DIMENSIONS, sobolDirections } from "./sobol-directions.ts";

const BITS = 32;

/**
 * Points of a Sobol sequence in the order of Gray codes, with the direction numbers of Joe and Kuo. With a key, the sequence gets
 * Owen's scrambling: each single point is uniform, and the sequence still fills the space evenly. The first point, the origin of the
 * plain sequence, is included: without it the first 2^m points would not be balanced.
 *
 * The points do not depend on how many are requested, so a sample can grow.
 *
 * @param points number of points
 * @param dimensions at most `SOBOL_DIMENSIONS`
 * @param key key of a seed, length 2; undefined for the plain sequence
 * @param from number of the first point, from 0
 * @returns points × dimensions, row by row: multiples of 2⁻³² from 0 up to but not including 1
 * @throws RangeError if there are more dimensions than direction numbers, or more than 2³² points
 * @see Joe and Kuo 2008, SIAM Journal on Scientific Computing 30(5), 2635–2654; for the order Antonov and Saleev 1979
 */
export function sobolSequence(points: number, dimensions: number, key?: Int32Array, from = 0): Float64Array {
  if (dimensions > SOBOL_DIMENSIONS)
    throw new RangeError(`a Sobol sequence can have at most ${SOBOL_DIMENSIONS} dimensions, got ${dimensions}`);
  if (from + points > 2 ** BITS) throw new RangeError(`a Sobol sequence has 2^${BITS} points, got ${from + points}`);
  const sample = new Float64Array(points * dimensions);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const directions = directionNumbers(dimension);
    const scramble = key === undefined ? undefined : scrambling(key, dimension);
    let bits = 0;
    const gray = (from ^ (from >>> 1)) >>> 0;
    for (let k = 0; k < BITS; k++) if ((gray >>> k) & 1) bits ^= itemAt(directions, k);
    for (let point = 0; point < points; point++) {
      const scrambled = scramble === undefined ? bits : scramble(bits);
      sample[point * dimensions + dimension] = (scrambled >>> 0) / 2 ** BITS;
      // The Gray codes of two consecutive numbers differ in one bit: the place of the lowest 0 of the first number.
      const place = BITS - 1 - Math.clz32(~(from + point) & (from + point + 1));
      if (place >= 0) bits ^= itemAt(directions, place);
    }
  }
  return sample;
}

/**
 * The direction numbers of a dimension as binary fractions: the highest of 32 bits is worth ½.
 *
 * @param dimension from 0
 * @returns length 32
 */
function directionNumbers(dimension: number): Uint32Array {
  const directions = new Uint32Array(BITS);
  if (dimension === 0) return directions.map((_, k) => 1 << (BITS - 1 - k));
  const { a, m } = itemAt(sobolDirections, dimension - 1);
  const degree = m.length;
  for (let k = 0; k < BITS; k++) {
    if (k < degree) directions[k] = itemAt(m, k) << (BITS - 1 - k);
    else {
      const before = itemAt(directions, k - degree);
      let next = before ^ (before >>> degree);
      for (let j = 1; j < degree; j++) if ((a >>> (degree - 1 - j)) & 1) next ^= itemAt(directions, k - j);
      directions[k] = next;
    }
  }
  return directions;
}

/** Bits scrambled with one draw. They have 1 + 2 + 4 + 8 intervals, which need one coin each, and a draw has 32 bits. */
const AT_ONCE = 4;

/**
 * Nested uniform scrambling of one dimension: a coin toss that depends on all higher bits decides whether a bit is flipped. So the
 * two halves of each binary interval swap places or not, independently for each interval.
 *
 * Special hashes (Burley 2020, after Laine and Karras) approximate this in a few operations. This is the exact definition, with the
 * hash of the model. It takes 8 draws per number, which is fast enough because a design is created once.
 *
 * @see Owen 1995, Randomly permuted (t,m,s)-nets and (t,s)-sequences; Burley 2020, Journal of Computer Graphics Techniques 9(4), 1–20
 */
function scrambling(key: Int32Array, dimension: number): (bits: number) => number {
  const drawAt = keyedDraws(key, dimension);
  return (bits) => {
    let scrambled = 0;
    for (let above = 0; above < BITS; above += AT_ONCE) {
      const rest = BITS - AT_ONCE - above;
      // the bits above, with a 1 before them: every interval of every width has a number of its own
      const interval = above === 0 ? 1 : ((bits >>> (BITS - above)) | (1 << above)) >>> 0;
      const tosses = (drawAt(interval) * 2 ** BITS) | 0;
      const own = (bits >>> rest) & (2 ** AT_ONCE - 1);
      let flips = 0;
      for (let place = 0; place < AT_ONCE; place++) {
        const within = (own >>> (AT_ONCE - place)) | (1 << place); // 1 to 15, in the same manner
        flips = (flips << 1) | ((tosses >>> within) & 1);
      }
      scrambled |= (own ^ flips) << rest;
    }
    return scrambled;
  };
}
