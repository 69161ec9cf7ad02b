import { useSignal } from "@preact/signals";
import { wayShare, ways } from "../../sim/parameters/ways.ts";
import type { AgentView, ContactView } from "../../workers/messages.ts";
import { AgentEvidence } from "../evidence/agent-evidence.tsx";
import { PastEvents } from "../ripple/past-events.tsx";
import { circleNameOf, nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { countOf, formatPercent } from "../text/format-number.ts";
import { WithTerms } from "../text/term.tsx";
import { describeLastYear, describeTies, describeTrustReceived } from "./describe-agent.ts";
import { describeStrength } from "./describe-strength.ts";
import { formatScore } from "./equation-parts.ts";
import { PersonLink } from "./person-link.tsx";

/** Contacts listed before the reader asks for all. */
const FIRST = 12;

/** A person: traits, trust from others, and all contacts, strongest tie first. */
export function AgentCard({ world, view }: { world: World; view: AgentView }) {
  const { agent, circle, domain, contacts } = view;
  const measure = (name: string) => view.measures[name] ?? Number.NaN;
  return (
    <>
      <p>
        <strong>{nameOf(world, agent)}</strong>, {circleNameOf(world, circle)}, main domain {domain}.
      </p>
      <dl class="ways">
        {ways.map((way) => {
          const share = wayShare(way, measure(way.trait));
          return <Quality key={way.trait} label={way.label} share={share} text={formatPercent(share)} />;
        })}
        {(["boasting", "expertise", "status"] as const).map((name) => (
          <Quality key={name} label={otherQualities[name]} share={measure(name)} text={measure(name).toFixed(2)} />
        ))}
      </dl>
      <p class="number">
        <WithTerms text={describeTrustReceived(measure("incoming_trust_share"))} />
        <br />
        <WithTerms text={describeTies(measure("strong_ties"), measure("weak_ties"))} />
        <br />
        <WithTerms
          text={describeLastYear(
            measure("promises_kept"),
            measure("promises_broken"),
            measure("reach"),
            measuredUntil(world, view),
          )}
        />
      </p>
      <Contacts world={world} agent={agent} contacts={contacts} />
      <AgentEvidence world={world} agent={agent} since={view.since} />
      <PastEvents key={agent} world={world} whose={{ agent }} />
    </>
  );
}

/** The week of the last measures, if it is not that of the view. */
function measuredUntil(world: World, { tick }: AgentView): number | undefined {
  const measured = world.snapshot()?.measuredTick ?? tick;
  return measured < tick ? measured : undefined;
}

const otherQualities = { boasting: "Boasting", expertise: "Expertise", status: "Status" } as const;

function Quality({ label, share, text }: { label: string; share: number; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="number">
        <span class="bar" style={{ "--share": share }} />
        {text}
      </dd>
    </div>
  );
}

function Contacts({ world, agent, contacts }: { world: World; agent: number; contacts: readonly ContactView[] }) {
  const all = useSignal(false);
  const listed = all.value ? contacts : contacts.slice(0, FIRST);
  return (
    <>
      <table class="contacts small">
        <caption>{countOf(contacts.length, "contact")}, strongest tie first</caption>
        <thead>
          <tr>
            <th scope="col">Contact</th>
            <th scope="col" title="Strength of the tie, 0 to 1">
              Strength
            </th>
            <th scope="col" title="Trust score that this person gives the contact">
              Trusts
            </th>
            <th scope="col" title="Trust score that the contact gives this person">
              Trusted by
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((contact) => (
            <tr key={contact.agent}>
              <th scope="row">
                <PersonLink world={world} agent={contact.agent} />
              </th>
              <td class="number">
                <button
                  type="button"
                  class="plain"
                  aria-label={`Tie to ${nameOf(world, contact.agent)}, ${describeStrength(contact.strength, world)}`}
                  onClick={() => {
                    world.selection.value = { lower: Math.min(agent, contact.agent), upper: Math.max(agent, contact.agent) };
                  }}
                >
                  {contact.strength.toFixed(2)}
                </button>
              </td>
              <td class="number">{formatScore(contact.trusts.score)}</td>
              <td class="number">{formatScore(contact.trustedBy.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {contacts.length > FIRST && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? "Show fewer" : `Show all ${contacts.length}`}
        </button>
      )}
    </>
  );
}
