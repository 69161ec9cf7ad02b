import { capitalized, dateText } from "../../sim/evidence/evidence-words.ts";
import type { World } from "../state/world.ts";

interface Props {
  readonly world: World;
  readonly tick: number;
  /** the tick of the entry above; its date isn't repeated for the eye */
  readonly above: number | undefined;
}

/** The date of an entry. */
export function EvidenceDate({ tick, above }: Props) {
  return <span class={tick === above ? "spoken" : "date number soft"}>{capitalized(dateText(tick))} </span>;
}
