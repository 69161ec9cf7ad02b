import { useSignal } from "@preact/signals";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { findAgents } from "./find-agents.ts";

/** Finds a person by name or number. */
export function FindAgent({ world, onFind }: { world: World; onFind: (agent: number) => void }) {
  const text = useSignal("");
  void world.runCount.value;
  const find = (): number[] => {
    const snapshot = world.snapshot();
    return snapshot === undefined ? [] : findAgents(text.value, snapshot, (agent) => nameOf(world, agent));
  };
  const found = find();

  function goTo(agent: number | undefined): void {
    if (agent === undefined) return;
    onFind(agent);
    text.value = "";
  }

  return (
    <form
      class="find"
      onSubmit={(event) => {
        event.preventDefault();
        goTo(found[0]);
      }}
    >
      <label>
        <span class="small soft">Find</span>
        <input
          type="search"
          list="people"
          size={9}
          placeholder="Name"
          autocomplete="off"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            if (isChoice(event)) goTo(find().find((agent) => nameOf(world, agent) === text.value));
          }}
        />
      </label>
      <datalist id="people">
        {found.map((agent) => (
          <option key={agent} value={nameOf(world, agent)} />
        ))}
      </datalist>
    </form>
  );
}

/** Whether the reader chose an entry of the list. A name that is typed may be the beginning of another, so it waits for Enter. */
function isChoice(event: Event): boolean {
  return !(event instanceof InputEvent) || event.inputType === "insertReplacementText";
}
