import { capitalized } from "../../sim/capitalized.ts";
import type { EvidenceItem } from "../../sim/evidence/evidence-item.ts";
import { ruleOf } from "../../sim/evidence/evidence-rules.ts";
import { scoreOf, whatHappened, whatMoved } from "../../sim/evidence/evidence-words.ts";
import { nameOf } from "../state/name-of.ts";
import { questionOf, turnEvent, turnOfEvidence } from "../state/turn-event.ts";
import type { World } from "../state/world.ts";
import { EvidenceDate } from "./evidence-date.tsx";
import { RuleButton } from "./rule-button.tsx";

/** An item of evidence as a list item: its date, what happened, what it moved, its rule, and what if it had turned out otherwise. */
export function EvidenceEntry({ world, item, above }: { world: World; item: EvidenceItem; above: EvidenceItem | undefined }) {
  const turn = turnOfEvidence(item);
  return (
    <li class={directionOf(item)}>
      <EvidenceDate world={world} tick={item.tick} above={above?.tick} />
      {capitalized(whatHappened(item, (agent) => nameOf(world, agent)))}.{" "}
      <span class="moved number">{capitalized(whatMoved(item))}.</span> <RuleButton rule={ruleOf(item)} />
      {turn !== undefined && (
        <button type="button" class="plain turn" onClick={() => turnEvent(world, turn)}>
          {questionOf(turn)}
        </button>
      )}
    </li>
  );
}

/** Whether an item raised or lowered trust. */
function directionOf({ before, after }: EvidenceItem): "up" | "down" | "same" {
  if (before === undefined) return "same";
  if (after === undefined) return "down";
  const change = scoreOf(after) - scoreOf(before);
  return change > 0 ? "up" : change < 0 ? "down" : "same";
}
