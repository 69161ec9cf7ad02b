import type { TraitName } from "../../sim/parameters/trait-names.ts";
import { wayOfTrait, wayShare, ways } from "../../sim/parameters/ways.ts";
import type { Snapshot } from "../../sim/snapshot/snapshot.ts";
import { countOf } from "../text/format-number.ts";
import { TRUST_HIGH, TRUST_LOW } from "./trust-scale.ts";

/** A number by which agents can be colored or sized. */
export type Amount = "trust" | TraitName | "expertise" | "status" | "reach";

/** What agents can be colored by: their circle or an amount. */
export type Aspect = "circle" | Amount;

/** The amounts on offer, in the order of the page's lists. */
export const amountLabels: readonly (readonly [amount: Amount, label: string])[] = [
  ["trust", "Trust received"],
  ...ways.map(({ trait, label }) => [trait, label] as const),
  ["expertise", "Expertise"],
  ["status", "Status"],
  ["reach", "Reach, last year"],
];

export const aspectLabels: readonly (readonly [aspect: Aspect, label: string])[] = [["circle", "Circle"], ...amountLabels];

export function aspectLabel(aspect: Aspect): string {
  return aspectLabels.find(([name]) => name === aspect)?.[1] ?? aspect;
}

/** Shown for an agent whom nobody has enough evidence to judge. */
const NEUTRAL_TRUST = 0.5;

/**
 * A function that places each agent on the scale of an amount, 0 to 1.
 *
 * @throws RangeError if the snapshot has no such trait
 */
export function createAmountScale(snapshot: Snapshot, amount: Amount): (agent: number) => number {
  const { trustReceived, expertise, status, reach, traits, traitNames } = snapshot;
  if (amount === "trust")
    return (agent) => {
      const trust = trustReceived[agent] ?? Number.NaN;
      return clampToUnit(((Number.isNaN(trust) ? NEUTRAL_TRUST : trust) - TRUST_LOW) / (TRUST_HIGH - TRUST_LOW));
    };
  if (amount === "expertise") return (agent) => clampToUnit(expertise[agent] ?? 0);
  if (amount === "status") return (agent) => clampToUnit(status[agent] ?? 0);
  if (amount === "reach") {
    const most = Math.max(1, largestReach(snapshot));
    return (agent) => clampToUnit((reach[agent] ?? 0) / most);
  }
  const place = traitNames.indexOf(amount);
  if (place < 0) throw new RangeError(`the snapshot has no trait ${amount}; it has ${traitNames.join(", ")}`);
  const way = wayOfTrait(amount) ?? { isReversed: false };
  return (agent) => clampToUnit(wayShare(way, traits[agent * traitNames.length + place] ?? 0));
}

function clampToUnit(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** The largest reach of any agent: the end of the scale of reach. */
export function largestReach({ reach, agents }: Snapshot): number {
  let most = 0;
  for (let agent = 0; agent < agents; agent++) most = Math.max(most, reach[agent] ?? 0);
  return most;
}

/** The two ends of an aspect's scale, as text. */
export function scaleEnds(aspect: Aspect, snapshot: Snapshot | undefined): readonly [low: string, high: string] {
  if (aspect === "trust") return [String(TRUST_LOW), String(TRUST_HIGH)];
  if (wayOfTrait(aspect) !== undefined) return ["0%", "100%"];
  if (aspect !== "reach") return ["0", "1"];
  const most = snapshot === undefined ? 0 : largestReach(snapshot);
  return ["0", countOf(most, "item")];
}
