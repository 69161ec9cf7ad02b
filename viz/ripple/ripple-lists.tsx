import type { FollowedRipple, FollowedWeek } from "../../workers/ripple-messages.ts";
import { PersonLink } from "../inspector/person-link.tsx";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { describeTie, describeTrust } from "../text/describe-difference.ts";
import { countOf } from "../text/format-number.ts";
import { findSpreaders } from "./describe-ripple.ts";

interface Props {
  readonly world: World;
  readonly ripple: FollowedRipple;
  readonly shown: FollowedWeek;
}

/** Through whom a ripple spread, and where the two worlds differ most, in words. */
export function RippleLists({ world, ripple, shown }: Props) {
  const spreaders = findSpreaders(ripple, shown.week);
  const { trust, ties } = shown.differences;
  const name = (agent: number) => nameOf(world, agent);
  return (
    <>
      <h3>Through whom it spread</h3>
      {spreaders.length === 0 ? (
        <p class="small soft">It has not left the people of the event.</p>
      ) : (
        <ol class="small plain-list">
          {spreaders.map(({ agent, others }) => (
            <li key={agent}>
              <PersonLink world={world} agent={agent} /> to {countOf(others, "other")}
            </li>
          ))}
        </ol>
      )}
      <h3>Where the worlds differ most</h3>
      <ul class="small plain-list">
        {trust.map((one) => (
          <li key={`${one.believer} ${one.about}`}>
            <TieLink world={world} lower={one.believer} upper={one.about} text={describeTrust(one, name)} />
          </li>
        ))}
        {ties.map((one) => (
          <li key={`tie ${one.lower} ${one.upper}`}>
            <TieLink world={world} lower={one.lower} upper={one.upper} text={describeTie(one, name)} />
          </li>
        ))}
        {trust.length + ties.length === 0 && <li class="soft">Nothing differs noticeably in this week.</li>}
      </ul>
    </>
  );
}

/** A line that selects the two people it is about. */
function TieLink({ world, lower, upper, text }: { world: World; lower: number; upper: number; text: string }) {
  return (
    <button
      type="button"
      class="plain line"
      onClick={() => {
        world.selection.value = { lower: Math.min(lower, upper), upper: Math.max(lower, upper) };
      }}
    >
      {text}
    </button>
  );
}
