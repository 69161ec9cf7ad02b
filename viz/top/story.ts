import type { ReadonlySignal } from "@preact/signals";
import { scenarios } from "../../sim/parameters/scenarios.ts";
import { wayOfParameter } from "../../sim/parameters/ways.ts";
import { formatParameter, formatWay } from "../controls/format-parameter.ts";
import type { RunState } from "../state/live-run.ts";
import { defaults, definitionOf } from "../state/settings.ts";
import type { About } from "../state/setup.ts";
import { countOf } from "../text/format-number.ts";

/** Differences from the scenario that the sentence names; the rest is counted. */
const MOST_NAMED = 3;

/**
 * What the run is about: the scenario's story, or the people from files and how the rest is set. A run that did not begin like its
 * scenario has no story, so the sentence says how it began.
 */
export function describeStory({
  about,
  atStart,
  runCount,
}: { readonly about: ReadonlySignal<About> } & Pick<RunState, "atStart" | "runCount">): string {
  const { scenario, fromFile } = about.value;
  const { title, story } = scenarios[scenario];
  const differences = runCount.value === 0 ? [] : describeDifferences(scenario, atStart.value, fromFile !== undefined);
  if (fromFile === undefined && differences.length === 0) return story;
  const people = fromFile?.summary ?? `${countOf(Number(atStart.value.agents), "person", "people")}.`;
  if (differences.length === 0) return scenario === "default" ? people : `${people} Everything else is as in “${title}”.`;
  const named = differences.slice(0, MOST_NAMED);
  const more = differences.length - named.length;
  return `${people} As in “${title}”, except ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

/** The parameters with which a run began that are not those of its scenario. */
function describeDifferences(scenario: About["scenario"], atStart: RunState["atStart"]["value"], isFromFile: boolean): string[] {
  const own = { ...defaults, ...scenarios[scenario].parameters };
  return Object.entries(atStart).flatMap(([name, value]) => {
    // A file decides how many people there are.
    if (value === own[name as keyof typeof own] || (isFromFile && name === "agents")) return [];
    const definition = definitionOf(name);
    const way = wayOfParameter(name);
    const label = way?.label ?? definition.label;
    return [`${label} ${way === undefined ? formatParameter(definition, value) : formatWay(way, value)}`];
  });
}
