import { useComputed } from "@preact/signals";
import type { Snapshot } from "../../workers/messages.ts";
import { PersonLink } from "../inspector/person-link.tsx";
import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { formatTick } from "../text/format-tick.ts";
import { formatTrust } from "../text/format-trust.ts";
import { halfYearOf } from "./summary.ts";
import { MOST_ROWS, tableRows } from "./table-rows.ts";

/** The network as a table: the people, how much others trust them, and how many ties they have. */
export function NetworkTable({ world }: { world: World }) {
  const followed = useComputed(() => (world.playing.value ? halfYearOf(world.tick.value) : world.frames.value));
  void followed.value;
  void world.runCount.value;
  const snapshot = world.snapshot();
  if (snapshot === undefined) return null;
  const { active_from, strong_from } = world.values.value;
  const rows = tableRows(snapshot, Number(active_from), Number(strong_from));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section class="as-table" tabIndex={0} aria-label="The network as a table">
      <table class="small">
        <caption>{tableCaption(rows.length, snapshot)}</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Circle</th>
            <th scope="col">Trust received</th>
            <th scope="col">Strong ties</th>
            <th scope="col">Weak ties</th>
            <th scope="col">Reach, last year</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agent, circle, trust, strong, weak, reach }) => (
            <tr key={agent}>
              <th scope="row">
                <PersonLink world={world} agent={agent} />
              </th>
              <td>{circleNameOf(world, circle)}</td>
              <td class="number">{formatTrust(trust)}</td>
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

/** What the table lists, and of which week. */
function tableCaption(people: number, { tick, measuredTick }: Snapshot): string {
  const who = people < MOST_ROWS ? countOf(people, "person", "people") : `The ${MOST_ROWS} most trusted people`;
  const late = measuredTick < tick ? ` Trust and reach are those of ${formatTick(measuredTick)}.` : "";
  return `${who}, ${formatTick(tick)}. Trust received runs from 0 to 1; ½ is neutral.${late} While the run plays, the table is updated every 26 weeks.`;
}
