import { itemAt, numberAt } from "../item-at.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { studentQuantile } from "../statistics/student-interval.ts";

/** Counts, means and sums of squares of many numbers at once, updated one replicate at a time (Welford 1962). */
export class Moments {
  readonly #n: Float64Array;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;

  /** @param size how many numbers a replicate has */
  constructor(size: number) {
    this.#n = new Float64Array(size);
    this.#means = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  /** Adds a value of a replicate. NaN is left out. */
  add(at: number, value: number): void {
    if (Number.isNaN(value)) return;
    const n = numberAt(this.#n, at) + 1;
    const before = numberAt(this.#means, at);
    const mean = before + (value - before) / n;
    this.#n[at] = n;
    this.#means[at] = mean;
    this.#squares[at] = numberAt(this.#squares, at) + (value - before) * (value - mean);
  }

  /** The mean with its 95% interval, from Student's t. */
  estimate(at: number): Estimate {
    const n = itemAt(this.#n, at);
    const mean = n === 0 ? Number.NaN : itemAt(this.#means, at);
    const half = n < 2 ? Number.NaN : Math.sqrt(itemAt(this.#squares, at) / (n - 1) / n) * studentQuantile(n);
    return { n, mean, low: mean - half, high: mean + half };
  }
}
