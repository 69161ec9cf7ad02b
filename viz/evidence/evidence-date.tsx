import { capitalized } from "../../sim/capitalized.ts";
import { visitTick } from "../state/visit-tick.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";

interface Props {
  readonly world: World;
  readonly tick: number;
  /** the tick of the entry above; its date isn't repeated for the eye */
  readonly above: number | undefined;
}

/** The date of an entry. A click shows that week. */
export function EvidenceDate({ world, tick, above }: Props) {
  const date = capitalized(formatTick(tick));
  if (tick === above) return <span class="spoken">{date} </span>;
  return (
    <>
      <button type="button" class="plain date number" title="Show this week" onClick={() => void visitTick(world, tick)}>
        {date}
      </button>{" "}
    </>
  );
}
