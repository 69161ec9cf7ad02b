import { useEffect, useMemo } from "preact/hooks";
import type { Watch } from "../../sim/evidence/evidence-item.ts";
import type { World } from "../state/world.ts";
import { type EvidenceFollower, followEvidence } from "./follow-evidence.ts";

/** The evidence of what is selected. It is given up when the selection changes or another run starts. */
export function useEvidence(world: World, watch: Watch): EvidenceFollower {
  const key = "agent" in watch ? `${watch.agent}` : watch.tie.join();
  const run = world.runCount.value;
  const follower = useMemo(() => followEvidence(world, watch), [world, key, run]);
  useEffect(() => {
    if (!follower.isLong.peek()) follower.begin();
    return follower.end;
  }, [follower]);
  return follower;
}
