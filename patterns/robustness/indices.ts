import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";

/** The effect of a factor on an outcome in a Morris design. */
export interface Effect {
  readonly factor: string;
  readonly outcome: string;
  /** mean absolute effect μ*, in the unit of the outcome */
  readonly muStar: number;
}

/** Shares of an outcome's variance, from a Saltelli design. */
export interface Share {
  readonly factor: string;
  readonly outcome: string;
  readonly first: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** @param folder of the results of a Morris design */
export function readEffects(folder: string): Effect[] {
  return rowsOf(folder).map(({ factor = "", outcome = "", mu_star }) => ({ factor, outcome, muStar: Number(mu_star) }));
}

/** @param folder of the results of a Saltelli design */
export function readShares(folder: string): Share[] {
  return rowsOf(folder).map(({ factor = "", outcome = "", first, total, total_low, total_high }) => ({
    factor,
    outcome,
    first: Number(first),
    total: Number(total),
    totalLow: Number(total_low),
    totalHigh: Number(total_high),
  }));
}

function rowsOf(folder: string) {
  return csvParse(readFileSync(join(folder, "indices.csv"), "utf8"));
}

/** A factor with its effects on all outcomes. */
export interface Ranked {
  readonly factor: string;
  /** by outcome */
  readonly effects: readonly Effect[];
  /** the largest effect, as a share of the outcome's level */
  readonly largest: number;
}

/**
 * Ranks factors by their largest effect. Outcomes have different units, so each effect is divided by the outcome's level. Effects
 * without a value don't count.
 *
 * @param level by outcome
 */
export function rankFactors(effects: readonly Effect[], level: (outcome: string) => number): Ranked[] {
  const factors = [...new Set(effects.map(({ factor }) => factor))];
  return factors
    .map((factor): Ranked => {
      const own = effects.filter((effect) => effect.factor === factor);
      const shares = own.map(({ outcome, muStar }) => muStar / Math.abs(level(outcome))).filter(Number.isFinite);
      return { factor, effects: own, largest: Math.max(0, ...shares) };
    })
    .sort((a, b) => b.largest - a.largest);
}
