import type { RunState } from "./live-run.ts";

/** An agent's name from a file, or its number. */
export function nameOf({ names }: Pick<RunState, "names">, agent: number): string {
  const name = names.value[agent];
  return name === undefined || name === "" ? `Agent ${agent}` : name;
}

/** A circle's name from a file, or its number, counted from 1. */
export function circleNameOf({ circleNames }: Pick<RunState, "circleNames">, circle: number): string {
  return circleNames.value[circle] ?? `circle ${circle + 1}`;
}
