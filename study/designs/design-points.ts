import { type PlainValue, seedKey } from "../../sim/index.ts";
import type { DesignPoint, Experiment, Factor } from "../experiment.ts";
import { itemAt } from "../item-at.ts";
import { designSize } from "./design-size.ts";
import { gridValueAt, plain, valueAt } from "./factor-values.ts";
import { indexUnits } from "./index-units.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { morrisTrajectories } from "./morris.ts";
import { saltelliSample } from "./saltelli.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/** The parts of an experiment that determine its design. */
export type DesignOf = Pick<Experiment, "design" | "factors" | "seed">;

/** The parameter sets of an experiment. */
export interface DesignPoints {
  /** distinct, in the order of their first row; values in the order of the factors */
  readonly points: readonly DesignPoint[];
  /** for each row of the design, the number of its point */
  readonly rows: Int32Array;
}

/**
 * The points of a design. Rows with equal values share a point: this is common in Morris and Saltelli designs whose factors have few
 * values.
 *
 * @throws RangeError if a factor of a grid is a range, or if there are more factors than `mostFactors`
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
      for (const [factor, { name }] of factors.entries()) named[name] = itemAt(values, factor);
      points.push(named);
    }
    rows[row] = point;
  }
  return { points, rows };
}

/** The key of the draws of a design. */
export function designKey(seed: string): Int32Array {
  return seedKey(`${seed}/design`);
}

/** The value of each row and factor. */
function cells({ design, factors, seed }: DesignOf): (row: number, factor: number) => PlainValue {
  const dimensions = factors.length;
  const readSample = (sample: Float64Array) => (row: number, factor: number) =>
    valueAt(itemAt(factors, factor).values, itemAt(sample, row * dimensions + factor));
  switch (design.kind) {
    case "grid":
    case "shapley":
      return gridCells(factors);
    case "list":
      return (row, factor) => plain(design.points[row]?.[itemAt(factors, factor).name] ?? null);
    case "latin_hypercube":
      return readSample(latinHypercube(design.points, dimensions, designKey(seed)));
    case "sobol":
      return readSample(sobolSequence(design.points, dimensions, designKey(seed)));
    case "saltelli":
      return readSample(
        saltelliSample(design.base, dimensions, designKey(seed), {
          units: indexUnits({ design, factors }).map((unit) => unit.factors),
          secondOrder: design.secondOrder,
        }),
      );
    case "morris": {
      const { rows } = morrisTrajectories(design.trajectories, dimensions, design.levels, designKey(seed));
      return (row, factor) => {
        const level = Math.round(itemAt(rows, row * dimensions + factor) * (design.levels - 1));
        return gridValueAt(itemAt(factors, factor).values, level, design.levels);
      };
    }
  }
}

/** The last factor changes fastest: its level is the last digit of the row number. */
function gridCells(factors: readonly Factor[]): (row: number, factor: number) => PlainValue {
  const levels = factors.map(({ name, values }) => {
    if (!("levels" in values)) throw new RangeError(`a grid needs listed levels, got a range for ${name}`);
    return values.levels;
  });
  const stride = levels.map((_, factor) => levels.slice(factor + 1).reduce((product, { length }) => product * length, 1));
  return (row, factor) => {
    const ofFactor = itemAt(levels, factor);
    return plain(itemAt(ofFactor, Math.floor(row / itemAt(stride, factor)) % ofFactor.length));
  };
}
