import { useSignal } from "@preact/signals";
import type { AgentView, ContactView } from "../../workers/messages.ts";
import { circleNameOf, nameOf } from "../state/name-of.ts";
import { ways } from "../state/ways.ts";
import type { World } from "../state/world.ts";
import { Term } from "../text/term.tsx";
import { describeStrength } from "./describe-strength.ts";
import { PersonLink } from "./person-link.tsx";

/** Contacts that are listed before one asks for all. */
const FIRST = 12;

/** A person: its five ways, how far it is trusted, and everyone it knows, strongest ties first. */
export function AgentCard({ world, view }: { world: World; view: AgentView }) {
  const { agent, measures, circle, domain, contacts } = view;
  return (
    <>
      <p>
        <strong>{nameOf(world, agent)}</strong>, {circleNameOf(world, circle)}, expert in domain {domain + 1}.
      </p>
      <dl class="ways">
        {ways.map(({ trait, traitLabel }) => (
          <Trait key={trait} label={traitLabel} value={measures[trait]} />
        ))}
        <Trait label="Boasts" value={measures.boasting} />
        <Trait label="Expertise" value={measures.expertise} />
        <Trait label="Status" value={measures.status} />
      </dl>
      <p>
        Trusted with <strong class="number">{numberOr(measures.incoming_trust_score)}</strong> on average;{" "}
        <span class="number">{measures.strong_ties}</span> strong and <span class="number">{measures.weak_ties}</span>{" "}
        <Term word="weak tie">weak ties</Term>; <span class="number">{measures.promises_kept}</span>{" "}
        <Term word="promise">promises</Term> kept, <span class="number">{measures.promises_broken}</span> broken so far.
      </p>
      <Contacts world={world} agent={agent} contacts={contacts} />
    </>
  );
}

function Trait({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="number">
        <span class="bar" style={{ "--share": value }} />
        {value.toFixed(2)}
      </dd>
    </div>
  );
}

function Contacts({ world, agent, contacts }: { world: World; agent: number; contacts: readonly ContactView[] }) {
  const all = useSignal(false);
  const shown = all.value ? contacts : contacts.slice(0, FIRST);
  return (
    <>
      <table class="contacts small">
        <caption>
          {contacts.length} {contacts.length === 1 ? "contact" : "contacts"}, strongest tie first
        </caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" title="Strength of the tie, 0 to 1">
              Tie
            </th>
            <th scope="col" title="T of this person in the contact">
              Trusts
            </th>
            <th scope="col" title="T of the contact in this person">
              Trusted
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((contact) => (
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
              <td class="number">{contact.trusts.score.toFixed(1)}</td>
              <td class="number">{contact.trustedBy.score.toFixed(1)}</td>
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
          {all.value ? "Fewer" : `All ${contacts.length}`}
        </button>
      )}
    </>
  );
}

function numberOr(value: number): string {
  return Number.isNaN(value) ? "nobody's judgment yet" : value.toFixed(2);
}
