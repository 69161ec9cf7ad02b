import type { Focus } from "../state/focus.ts";
import type { RunState } from "../state/live-run.ts";
import { nameOf } from "../state/name-of.ts";

/** A button with a person’s name that selects the person. */
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
