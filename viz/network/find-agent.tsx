import { useSignal } from "@preact/signals";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";

/** Names that are offered while one types. */
const OFFERED = 12;

/** Finds an agent by its name or number. */
export function FindAgent({ world, find }: { world: World; find: (agent: number) => void }) {
  const text = useSignal("");
  const agents = agentsNow(world);
  const offers = matching(world, text.value, agents);

  function choose(): void {
    const [first] = offers;
    if (first === undefined) return;
    find(first);
    text.value = "";
  }

  return (
    <form
      class="find"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <label>
        <span class="small soft">Find</span>
        <input
          type="search"
          list="people"
          size={9}
          placeholder="a name"
          autocomplete="off"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            if (offers.length > 0 && agents.some((agent) => nameOf(world, agent) === text.value)) choose();
          }}
        />
      </label>
      <datalist id="people">
        {offers.map((agent) => (
          <option key={agent} value={nameOf(world, agent)} />
        ))}
      </datalist>
    </form>
  );
}

function agentsNow(world: World): number[] {
  void world.begun.value;
  const snapshot = world.snapshot();
  return snapshot === undefined ? [] : Array.from({ length: snapshot.agents }, (_, agent) => agent);
}

function matching(world: World, text: string, agents: readonly number[]): number[] {
  const sought = text.trim().toLowerCase();
  if (sought === "") return [];
  const exact: number[] = [];
  const others: number[] = [];
  for (const agent of agents) {
    const name = nameOf(world, agent).toLowerCase();
    if (name === sought || String(agent) === sought) exact.push(agent);
    else if (others.length < OFFERED && name.includes(sought)) others.push(agent);
  }
  return [...exact, ...others].slice(0, OFFERED);
}
