import { useComputed } from "@preact/signals";
import { PersonLink } from "../inspector/person-link.tsx";
import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { halfYearOf } from "./summary.ts";
import { tableRows } from "./table-rows.ts";

/** The network as a table: the people, how much others trust them, and how many ties they have. */
export function NetworkTable({ world }: { world: World }) {
  const halfYear = useComputed(() => halfYearOf(world.tick.value));
  void halfYear.value;
  void world.runCount.value;
  const snapshot = world.snapshot();
  if (snapshot === undefined) return null;
  const { active_from, strong_from } = world.values.value;
  const rows = tableRows(snapshot, Number(active_from), Number(strong_from));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section class="as-table" tabIndex={0} aria-label="The network as a table">
      <table class="small">
        <caption>
          The {rows.length} most trusted people. Trust received is an average from 0 to 1; ½ is neutral. Updated every 26 weeks.
        </caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Circle</th>
            <th scope="col">Trust received</th>
            <th scope="col">Strong ties</th>
            <th scope="col">Weak ties</th>
            <th scope="col">Reach since the start</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agent, circle, trust, strong, weak, reach }) => (
            <tr key={agent}>
              <th scope="row">
                <PersonLink world={world} agent={agent} />
              </th>
              <td>{circleNameOf(world, circle)}</td>
              <td class="number">{Number.isNaN(trust) ? "–" : trust.toFixed(2)}</td>
              <td class="number">{strong}</td>
              <td class="number">{weak}</td>
              <td class="number">{reach}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
