import type { Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { World } from "../state/world.ts";
import { ChooseKind } from "./choose-kind.tsx";
import { EvidenceEntry } from "./evidence-entry.tsx";
import { countGroups, type EvidenceGroup, groupLabels, isInGroup, untilTick } from "./evidence-groups.ts";
import type { EvidenceFollower } from "./follow-evidence.ts";
import { LongList } from "./long-list.tsx";
import { TrustLine } from "./trust-line.tsx";
import "./evidence.css";

/** Items of a direction that are listed at first. */
const FIRST = 5;

/** Lets the reader choose which kinds of evidence are listed. */
export function ChooseEvidence({
  world,
  follower,
  group,
}: {
  world: World;
  follower: EvidenceFollower;
  group: Signal<EvidenceGroup>;
}) {
  const items = untilTick(follower.listed.value?.items ?? [], world.tick.value);
  return <ChooseKind label="Evidence" chosen={group} labels={groupLabels} counts={countGroups(items)} />;
}

interface Props {
  readonly world: World;
  readonly follower: EvidenceFollower;
  readonly group: EvidenceGroup;
  readonly believer: number;
  /** names the list */
  readonly label: string;
}

/** What made one agent believe what it does about the other: T over time, and the evidence, newest first. */
export function TieEvidence({ world, follower, group, believer, label }: Props) {
  const listed = follower.listed.value;
  const tick = world.tick.value;
  const shown = Math.min(tick, listed?.tick ?? 0);
  const items = useMemo(
    () => untilTick(listed?.items ?? [], shown).filter((item) => item.believer === believer),
    [listed, shown, believer],
  );
  const chosen = useMemo(() => items.filter((item) => isInGroup(item, group)), [items, group]);
  if (listed === undefined) return null;
  if (items.length === 0) return <p class="small soft">They don’t know each other yet.</p>;
  return (
    <>
      <TrustLine items={items} marked={chosen} until={shown} />
      {chosen.length === 0 ? (
        <p class="small soft">Nothing of this kind happened.</p>
      ) : (
        <LongList key={group} entries={chosen} first={FIRST} label={label}>
          {(item, key, above) => <EvidenceEntry key={key} world={world} item={item} above={above} />}
        </LongList>
      )}
      {world.settled.value > 0 && items[0]?.kind === "start" && (
        <p class="small soft">What happened before the start isn’t listed.</p>
      )}
    </>
  );
}
