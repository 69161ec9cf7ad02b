import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";

/** A person's name, to be chosen. */
export function PersonLink({ world, agent }: { world: World; agent: number }) {
  return (
    <button
      type="button"
      class="plain person"
      onClick={() => {
        world.selection.value = { agent };
      }}
    >
      {nameOf(world, agent)}
    </button>
  );
}
