import type { FollowedWeek } from "../../workers/ripple-messages.ts";
import { countOf } from "../text/format-number.ts";
import { describeDistance } from "./describe-ripple.ts";

/** A week of a ripple in numbers. */
export function RippleNumbers({ shown, agents }: { shown: FollowedWeek; agents: number }) {
  const { agentCount, noticedCount, beliefs, noticedBeliefs, gained, lost, stronger, weaker, largest } = shown;
  return (
    <table class="numbers small">
      <caption class="soft">
        Of {countOf(agents, "person", "people")}; {describeDistance(shown)}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Differ</th>
          <th scope="col">Noticeably</th>
        </tr>
      </thead>
      <tbody>
        <Row name="People" values={[agentCount, noticedCount]} />
        <Row name="Beliefs of one in another" values={[beliefs, noticedBeliefs]} />
      </tbody>
      <tbody>
        <tr>
          <td />
          <th scope="col">More</th>
          <th scope="col">Less</th>
        </tr>
        <Row name="Ties gained, lost" values={[gained, lost]} />
        <Row name="Ties stronger, weaker" values={[stronger, weaker]} />
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Largest difference of trust, on a scale of 0 to 1</th>
          <td colSpan={2}>{largest.toFixed(3)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ name, values }: { name: string; values: readonly number[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        <td key={at}>{value.toLocaleString("en-US")}</td>
      ))}
    </tr>
  );
}
