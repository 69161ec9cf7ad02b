import type { World } from "./world.ts";

/** What an agent is called: its name where a file gave one, else its number. */
export function nameOf({ names }: World, agent: number): string {
  const name = names.value[agent];
  return name === undefined || name === "" ? `Agent ${agent}` : name;
}

/** What a circle is called. */
export function circleNameOf({ circleNames }: World, circle: number): string {
  return circleNames.value[circle] ?? `circle ${circle + 1}`;
}
