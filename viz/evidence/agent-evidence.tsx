import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { capitalized } from "../../sim/capitalized.ts";
import { type EvidenceItem, type MissedItem, type MissedKind, missedKinds } from "../../sim/evidence/evidence-item.ts";
import { ruleOfMissed } from "../../sim/evidence/evidence-rules.ts";
import { missedLabels, signed, whatWasMissed } from "../../sim/evidence/evidence-words.ts";
import { isOfPredecessor, TrustParts, trustCauseLabels } from "../../sim/evidence/trust-parts.ts";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { formatTick } from "../text/format-tick.ts";
import { ChooseKind, countKinds } from "./choose-kind.tsx";
import { EvidenceDate } from "./evidence-date.tsx";
import { EvidenceEntry } from "./evidence-entry.tsx";
import { untilTick } from "./evidence-groups.ts";
import { EvidenceProgress } from "./evidence-progress.tsx";
import type { Listed } from "./follow-evidence.ts";
import { LongList } from "./long-list.tsx";
import { RuleButton } from "./rule-button.tsx";
import { useEvidence } from "./use-evidence.ts";
import "./evidence.css";

/** Entries of a list that are shown at first. */
const FIRST = 3;

/**
 * What made others trust an agent, whom it lost, and what it missed.
 *
 * @param since the tick in which the agent came
 */
export function AgentEvidence({ world, agent, since }: { world: World; agent: number; since: number }) {
  const follower = useEvidence(world, { agent });
  const listed = follower.listed.value;
  return (
    <section class="evidence" aria-labelledby="why-title">
      <h3 id="why-title">Why others trust {nameOf(world, agent)}</h3>
      {listed === undefined ? (
        <EvidenceProgress world={world} follower={follower} />
      ) : (
        <Found world={world} agent={agent} since={since} listed={listed} />
      )}
    </section>
  );
}

function Found({ world, agent, since, listed }: { world: World; agent: number; since: number; listed: Listed }) {
  const tick = Math.min(world.tick.value, listed.tick);
  const { trust, lost } = useTally(listed, tick, since);
  const missed = useMemo(() => untilTick(listed.missed, tick).filter((one) => one.tick >= since), [listed, tick, since]);
  return (
    <>
      {since > 0 && <p class="small soft">Came in {formatTick(since)}, in place of another person.</p>}
      <Parts trust={trust} />
      <h3>Whom they lost</h3>
      {lost.length === 0 ? (
        <p class="small soft">No tie has ended.</p>
      ) : (
        <LongList entries={lost} first={FIRST} label="Ties that ended">
          {(item, key, above) => <EvidenceEntry key={key} world={world} item={item} above={above} />}
        </LongList>
      )}
      <h3>What they missed</h3>
      <Missed world={world} agent={agent} missed={missed} />
    </>
  );
}

/** The trust in an agent up to a tick. While the run goes on, only what is new is added. */
function useTally(listed: Listed, tick: number, since: number): { trust: TrustParts; lost: readonly EvidenceItem[] } {
  const tally = useMemo(() => ({ trust: new TrustParts(since), lost: [] as EvidenceItem[], count: 0 }), [listed.items, since]);
  const items = untilTick(listed.items, tick);
  let current = tally;
  if (items.length < tally.count) current = { trust: new TrustParts(since), lost: [], count: 0 };
  for (; current.count < items.length; current.count++) {
    const item = items[current.count] as EvidenceItem;
    current.trust.add(item);
    if (item.after === undefined && !isOfPredecessor(item, since)) current.lost.push(item);
  }
  return current;
}

/** By how much each cause moved the mean of T over all who know the agent. */
function Parts({ trust }: { trust: TrustParts }) {
  const { first, mean, knownBy } = trust;
  return (
    <table class="trust-parts small">
      <caption>
        Mean T {first.toFixed(2)} → {mean.toFixed(2)}, over {countOf(knownBy, "person", "people")} who know them
      </caption>
      <thead>
        <tr>
          <th scope="col">Cause</th>
          <th scope="col">Times</th>
          <th scope="col" title="Change of the mean T over all who know this person">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {trust.list().map(({ cause, times, change }) => (
          <tr key={cause} class={change > 0 ? "up" : "down"}>
            <th scope="row">{capitalized(trustCauseLabels[cause])}</th>
            <td class="number">{times.toLocaleString("en-US")}</td>
            <td class="number">{signed(change)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td />
          <td class="number">{signed(mean - first)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What can be listed, as the reader chooses it. */
const missedChoices = {
  all: "Everything",
  ...(Object.fromEntries(missedKinds.map((kind) => [kind, capitalized(missedLabels[kind])])) as Record<MissedKind, string>),
};

function Missed({ world, agent, missed }: { world: World; agent: number; missed: readonly MissedItem[] }) {
  const kind = useSignal<MissedKind | "all">("all");
  const chosen = kind.value === "all" ? missed : missed.filter((one) => one.kind === kind.value);
  return (
    <>
      <ChooseKind
        label="Missed"
        chosen={kind}
        labels={missedChoices}
        counts={{ all: missed.length, ...countKinds(missedKinds, missed) }}
      />
      <LongList key={kind.value} entries={chosen} first={FIRST} label="What they missed">
        {(item, key, above) => (
          <li key={key} class="down">
            <EvidenceDate world={world} tick={item.tick} above={above?.tick} />
            {capitalized(whatWasMissed(item, nameOf(world, agent), (one) => nameOf(world, one)))}.{" "}
            <RuleButton rule={ruleOfMissed(item.kind)} />
          </li>
        )}
      </LongList>
    </>
  );
}
