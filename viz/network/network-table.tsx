import { useComputed } from "@preact/signals";
import { PersonLink } from "../inspector/person-link.tsx";
import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";

/** Rows of the table at most: the most trusted first. */
const ROWS = 200;

/** The network to be read: who is there, how far they are trusted, and how many they know. */
export function NetworkTable({ world }: { world: World }) {
  // Twice a year is often enough for a table that one reads.
  const halfYear = useComputed(() => Math.floor(world.tick.value / 26));
  void halfYear.value;
  void world.begun.value;
  const snapshot = world.snapshot();
  if (snapshot === undefined) return null;
  const activeFrom = Number(world.values.value.active_from);
  const strongFrom = Number(world.values.value.strong_from);
  const weak = new Uint32Array(snapshot.agents);
  const strong = new Uint32Array(snapshot.agents);
  for (let tie = 0; tie < snapshot.ties; tie++) {
    const counts = snapshot.strength[tie] >= strongFrom ? strong : snapshot.strength[tie] >= activeFrom ? weak : undefined;
    if (counts === undefined) continue;
    counts[snapshot.lower[tie]]++;
    counts[snapshot.upper[tie]]++;
  }
  const trusted = (agent: number) => (Number.isNaN(snapshot.trustReceived[agent]) ? -1 : snapshot.trustReceived[agent]);
  const agents = Array.from({ length: snapshot.agents }, (_, agent) => agent)
    .filter((agent) => snapshot.present[agent] === 1)
    .sort((a, b) => trusted(b) - trusted(a) || a - b)
    .slice(0, ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section class="as-table" tabIndex={0} aria-label="The network as a table">
      <table class="small">
        <caption>The {agents.length} most trusted people, by mean trust received (0 to 1; ½ is neutral)</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Circle</th>
            <th scope="col">Trust received</th>
            <th scope="col">Strong ties</th>
            <th scope="col">Weak ties</th>
            <th scope="col">Reach so far</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <tr key={agent}>
              <th scope="row">
                <PersonLink world={world} agent={agent} />
              </th>
              <td>{circleNameOf(world, snapshot.circle[agent])}</td>
              <td class="number">{trusted(agent) < 0 ? "–" : trusted(agent).toFixed(2)}</td>
              <td class="number">{strong[agent]}</td>
              <td class="number">{weak[agent]}</td>
              <td class="number">{snapshot.reach[agent]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
