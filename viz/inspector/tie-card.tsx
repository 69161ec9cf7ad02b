import { useSignal } from "@preact/signals";
import type { TieView } from "../../workers/messages.ts";
import type { EvidenceGroup } from "../evidence/evidence-groups.ts";
import { EvidenceProgress } from "../evidence/evidence-progress.tsx";
import { ChooseEvidence, TieEvidence } from "../evidence/tie-evidence.tsx";
import { useEvidence } from "../evidence/use-evidence.ts";
import { PastEvents } from "../ripple/past-events.tsx";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { formatEncounter } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import { describeStrength } from "./describe-strength.ts";
import { Equation } from "./equation.tsx";
import { PersonLink } from "./person-link.tsx";

interface Props {
  readonly world: World;
  readonly lower: number;
  readonly upper: number;
  /** undefined if the tie no longer exists */
  readonly view?: TieView | undefined;
}

/** A tie: its strength, and what each of the two believes about the other, as the trust equation, with the evidence that made it. */
export function TieCard({ world, lower, upper, view }: Props) {
  return (
    <>
      <p>
        <PersonLink world={world} agent={lower} /> and <PersonLink world={world} agent={upper} />
        {view !== undefined && (
          <>
            : <WithTerms text={describeStrength(view.strength, world)} />, strength{" "}
            <span class="number">{view.strength.toFixed(2)}</span>.
          </>
        )}
      </p>
      <p class="small soft">
        {view === undefined ? "This tie no longer exists." : <WithTerms text={formatEncounter(view.lastEncounter)} />}
      </p>
      <Beliefs world={world} lower={lower} upper={upper} view={view} />
      <PastEvents key={`${lower} ${upper}`} world={world} whose={{ lower, upper }} />
    </>
  );
}

/** What each of the two believes about the other, and why. */
function Beliefs({ world, lower, upper, view }: Props) {
  const follower = useEvidence(world, { tie: [lower, upper] });
  const group = useSignal<EvidenceGroup>("all");
  const [one, other] = [nameOf(world, lower), nameOf(world, upper)];
  const sides = [
    { believer: lower, belief: view?.byLower, about: `${one} ${view ? "believes" : "believed"} about ${other}` },
    { believer: upper, belief: view?.byUpper, about: `${other} ${view ? "believes" : "believed"} about ${one}` },
  ];
  const isListed = follower.listed.value !== undefined;
  return (
    <>
      {isListed ? (
        <ChooseEvidence world={world} follower={follower} group={group} />
      ) : (
        <EvidenceProgress world={world} follower={follower} />
      )}
      {sides.map(({ believer, belief, about }) => (
        <section key={believer} class="evidence">
          {belief === undefined ? <h3>What {about}</h3> : <Equation title={`What ${about}`} belief={belief} />}
          <TieEvidence
            world={world}
            follower={follower}
            group={group.value}
            believer={believer}
            label={`Evidence of what ${about}`}
          />
        </section>
      ))}
    </>
  );
}
