import type { Focus } from "../state/focus.ts";
import type { RunState } from "../state/live-run.ts";
import { nameOf } from "../state/name-of.ts";

/** A person's name, to be chosen. */
export function PersonLink({ world, agent }: { world: Focus & Pick<RunState, "names">; agent: number }) {
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
