import type { TieView } from "../../workers/messages.ts";
import { PastEvents } from "../ripple/past-events.tsx";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { formatEncounter } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import { describeStrength } from "./describe-strength.ts";
import { Equation } from "./equation.tsx";
import { PersonLink } from "./person-link.tsx";

/** A tie: its strength, and what each of the two believes about the other, as the trust equation. */
export function TieCard({ world, view }: { world: World; view: TieView }) {
  const { lower, upper, strength, lastEncounter, byLower, byUpper } = view;
  return (
    <>
      <p>
        <PersonLink world={world} agent={lower} /> and <PersonLink world={world} agent={upper} />:{" "}
        <WithTerms text={describeStrength(strength, world)} />, strength <span class="number">{strength.toFixed(2)}</span>.
      </p>
      <p class="small soft">
        <WithTerms text={formatEncounter(lastEncounter)} />
      </p>
      <Equation title={`What ${nameOf(world, lower)} believes about ${nameOf(world, upper)}`} belief={byLower} />
      <Equation title={`What ${nameOf(world, upper)} believes about ${nameOf(world, lower)}`} belief={byUpper} />
      <PastEvents key={`${lower} ${upper}`} world={world} whose={{ lower, upper }} />
    </>
  );
}
