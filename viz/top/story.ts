import { scenarios } from "../../sim/parameters/scenarios.ts";
import type { Setup } from "../state/setup.ts";

/** What the run is about: the scenario's story, or the people from files and how the rest is set. */
export function describeStory({ fromFile, scenario }: Pick<Setup, "fromFile" | "scenario">): string {
  const { title, story } = scenarios[scenario.value];
  if (fromFile.value === undefined) return story;
  const { summary } = fromFile.value;
  return scenario.value === "default" ? summary : `${summary} Everything else is as in “${title}”.`;
}
