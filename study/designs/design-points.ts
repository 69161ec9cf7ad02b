import { type PlainValue, seedKey } from "../../sim/index.ts";
import type { DesignPoint, Experiment, Factor } from "../experiment.ts";
import { designSize } from "./design-size.ts";
import { gridValueAt, plain, valueAt } from "./factor-values.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { morrisTrajectories } from "./morris.ts";
import { saltelliSample } from "./saltelli.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/** What of an experiment makes its design. */
export type DesignOf = Pick<Experiment, "design" | "factors" | "seed">;

/** The parameter sets an experiment visits. */
export interface DesignPoints {
  /** each once, in the order in which the design comes to them; values in the order of the factors */
  readonly points: readonly DesignPoint[];
  /** by row of the design, which of the points it is */
  readonly rows: Int32Array;
}

/**
 * The points of a design. Rows that agree in every value share a point: those of a Morris or Saltelli design often do where factors
 * have few values.
 *
 * @throws RangeError where factors of a grid are ranges, or where there are more of them than `mostFactors`
 */
export function designPoints(experiment: DesignOf): DesignPoints {
  const { design, factors } = experiment;
  const size = designSize(design, factors);
  const valueIn = cells(experiment);
  const points: DesignPoint[] = [];
  const known = new Map<string, number>();
  const rows = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const values = factors.map((_, factor) => valueIn(row, factor));
    const text = JSON.stringify(values);
    let point = known.get(text);
    if (point === undefined) {
      point = points.length;
      known.set(text, point);
      const named: Record<string, PlainValue> = {};
      for (let factor = 0; factor < values.length; factor++) named[factors[factor].name] = values[factor];
      points.push(named);
    }
    rows[row] = point;
  }
  return { points, rows };
}

/** The key of what is drawn for a design. */
export function designKey(seed: string): Int32Array {
  return seedKey(`${seed}/design`);
}

/** The value of each row and factor. */
function cells({ design, factors, seed }: DesignOf): (row: number, factor: number) => PlainValue {
  const dimensions = factors.length;
  const placed = (sample: Float64Array) => (row: number, factor: number) =>
    valueAt(factors[factor].values, sample[row * dimensions + factor]);
  switch (design.kind) {
    case "grid":
      return gridCells(factors);
    case "list":
      return (row, factor) => plain(design.points[row][factors[factor].name]);
    case "latin_hypercube":
      return placed(latinHypercube(design.points, dimensions, designKey(seed)));
    case "sobol":
      return placed(sobolSequence(design.points, dimensions, designKey(seed)));
    case "saltelli":
      return placed(saltelliSample(design.base, dimensions, designKey(seed)));
    case "morris": {
      const { rows } = morrisTrajectories(design.trajectories, dimensions, design.levels, designKey(seed));
      return (row, factor) => {
        const level = Math.round(rows[row * dimensions + factor] * (design.levels - 1));
        return gridValueAt(factors[factor].values, level, design.levels);
      };
    }
  }
}

/** The last factor changes fastest: its level is the last digit of the row's number. */
function gridCells(factors: readonly Factor[]): (row: number, factor: number) => PlainValue {
  const levels = factors.map(({ name, values }) => {
    if (!("levels" in values)) throw new RangeError(`a grid takes the levels of a factor, got a range for ${name}`);
    return values.levels;
  });
  const stride = levels.map((_, factor) => levels.slice(factor + 1).reduce((product, { length }) => product * length, 1));
  return (row, factor) => plain(levels[factor][Math.floor(row / stride[factor]) % levels[factor].length]);
}
