import type { RunState } from "./live-run.ts";

/** A person's name from a file, or the number of the agent. */
export function nameOf({ names }: Pick<RunState, "names">, agent: number): string {
  const name = names.value[agent];
  return name === undefined || name === "" ? `Person ${agent}` : name;
}

/** A circle's name from a file, or its number, as files write it. */
export function circleNameOf({ circleNames }: Pick<RunState, "circleNames">, circle: number): string {
  return circleNames.value[circle] ?? `circle ${circle}`;
}

/** What people and circles of a run are called, as functions. */
export function namesIn(run: Pick<RunState, "names" | "circleNames">) {
  return { person: (agent: number) => nameOf(run, agent), circle: (circle: number) => circleNameOf(run, circle) };
}
