import { useMemo } from "preact/hooks";
import { useBeat } from "../../charts/use-beat.ts";
import type { Unchanged } from "../../state/unchanged.ts";
import type { World } from "../../state/world.ts";
import { formatTick } from "../../text/format-tick.ts";
import { readFacts } from "./facts.ts";
import { hasDifference, writeHeadline } from "./headlines.ts";

/** Milliseconds that a headline stays at least: long enough to read it. */
const STAYS = 4000;

/** What the run shows now, in words made from its numbers. It is dated, so it stays true while it stays. */
export function HeadlineText({ world, unchanged }: { world: World; unchanged: Unchanged }) {
  const beat = useBeat(world, unchanged, STAYS);
  const facts = useMemo(() => {
    const worlds = { series: world.series, unchanged };
    const compared = readFacts(worlds, unchanged.since.peek(), world);
    // The unchanged world may be behind; what says nothing about it is told of the latest week.
    return compared !== undefined && hasDifference(compared) ? compared : readFacts(worlds, undefined, world);
  }, [beat.value, world.runCount.value, world.cuts.value, world.isPast.value && world.tick.value]);
  if (facts === undefined) return null;
  return (
    <>
      <span class="date small soft">{formatTick(facts.tick)}</span> {writeHeadline(facts)}
    </>
  );
}
