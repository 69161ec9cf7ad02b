import type { World } from "../state/world.ts";
import type { EvidenceFollower } from "./follow-evidence.ts";

/** What is shown until there is evidence: how far its replay is, why there is none, or a button that begins. */
export function EvidenceProgress({ world, follower }: { world: World; follower: EvidenceFollower }) {
  const { failure, isLong, reached } = follower;
  if (failure.value !== "") return <p class="small soft">The run couldn’t be replayed: {failure.value}.</p>;
  if (isLong.value)
    return (
      <p class="small soft">
        To say why, the page has to replay the run, which takes a while.{" "}
        <button type="button" onClick={follower.begin}>
          Replay it
        </button>
      </p>
    );
  const settled = world.settled.value;
  return (
    <p class="small soft evidence-progress">
      <progress
        aria-label="Replay of the run"
        max={Math.max(1, world.tick.peek() + settled)}
        value={Math.min(world.tick.peek(), reached.value ?? 0) + settled}
      />{" "}
      Replaying the run to find out why …
    </p>
  );
}
