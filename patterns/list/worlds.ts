import type { Control, Part, Pattern } from "../pattern.ts";
import type { Results } from "../results.ts";

/** The experiment with the settled default world. */
export const WORLD = "world";

/** A world that settled without a mechanism. */
interface OtherWorld {
  readonly experiment: string;
  /** as in a table: `meeting together off` */
  readonly change: string;
}

export const NO_MEETING_TOGETHER: OtherWorld = { experiment: "world-no-meeting-together", change: "meeting together off" };
export const NO_TRUST_IN_CHOICE: OtherWorld = {
  experiment: "world-no-trust-in-choice",
  change: "trust does not count in the choice of a partner (`trust_in_choice` 0)",
};
export const NEITHER: OtherWorld = { experiment: "world-neither", change: "meeting together off and `trust_in_choice` 0" };
export const NOBODY_LEAVES: OtherWorld = { experiment: "world-nobody-leaves", change: "nobody leaves or moves" };
export const OF_200: OtherWorld = { experiment: "world-of-200", change: "200 agents instead of 800" };
export const NO_FOLLOW_UP_OF_NEW: OtherWorld = {
  experiment: "world-new-ties-forgotten",
  change: "no first encounter, and new ties are not remembered",
};

/** Reads an outcome of one world, by seed. */
export type World = (outcome: string) => number[];

/**
 * A pattern of the default world. Its controls are the same figures in worlds without a mechanism.
 *
 * @param figures of any of the worlds
 * @param onlyHere more figures, of the default world
 */
export function patternOfWorld(
  pattern: Pick<Pattern, "id" | "claim" | "definition">,
  figures: (world: World) => readonly Part[],
  without: readonly OtherWorld[],
  onlyHere: (results: Results) => readonly Part[] = () => [],
): Pattern {
  return {
    ...pattern,
    experiments: [WORLD],
    measure: (results) => [...figures(worldOf(results, WORLD)), ...onlyHere(results)],
    controls: without.map((world) => controlOf(world, figures)),
  };
}

function controlOf({ experiment, change }: OtherWorld, figures: (world: World) => readonly Part[]): Control {
  return { change, experiments: [experiment], measure: (results) => figures(worldOf(results, experiment)) };
}

function worldOf(results: Results, experiment: string): World {
  return (outcome) => results.values(experiment, "base", outcome);
}
