import type { Degrees } from "../parameters/degrees.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";

/**
 * Draws how many ties each agent has. No degree is more than all others.
 *
 * @param degrees a list, which repeats itself, or a distribution
 * @param mean of a distribution, before it is cut at `agents` − 1
 * @param tick the key of tick 0
 * @see Johnson, Kemp and Kotz 2005, Univariate Discrete Distributions; chapter 6 for the Waring distribution
 */
export function drawDegrees(agents: number, degrees: Degrees, mean: number, tick: Int32Array): Uint32Array {
  if (degrees.kind === "list") return Uint32Array.from({ length: agents }, (_, agent) => degrees.list[agent % degrees.list.length]);
  if (degrees.kind === "equal") return new Uint32Array(agents).fill(Math.floor(mean + 0.5));
  const sums = sumWeights(agents, ratioOf(degrees, mean));
  const total = sums[agents - 1];
  const key = new Int32Array(2);
  return Uint32Array.from({ length: agents }, (_, agent) => {
    eventKey(tick, agent, agent, key, 0);
    return firstAbove(sums, draw(key[0], key[1], purposes.degree) * total);
  });
}

/** How many times as likely as d the degree d + 1 is. Only arithmetic that every engine rounds alike. */
function ratioOf(degrees: Exclude<Degrees, { kind: "list" | "equal" }>, mean: number): (degree: number) => number {
  switch (degrees.kind) {
    case "poisson":
      return (degree) => mean / (degree + 1);
    case "geometric":
      return () => mean / (mean + 1);
    case "power_law": {
      const { exponent } = degrees;
      const start = mean * (exponent - 2);
      return (degree) => (degree + start) / (degree + start + exponent);
    }
  }
}

/** The weights of the degrees 0 to `count` − 1, each added to those before it. */
function sumWeights(count: number, ratio: (degree: number) => number): Float64Array {
  const sums = new Float64Array(count);
  let weight = 1;
  let sum = 0;
  for (let degree = 0; degree < count; degree++) {
    sum += weight;
    sums[degree] = sum;
    weight *= ratio(degree);
  }
  return sums;
}

/** The first position at which an ascending column is more than `bar`, which is less than its last value. */
function firstAbove(ascending: Float64Array, bar: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] > bar) high = middle;
    else low = middle + 1;
  }
  return low;
}
