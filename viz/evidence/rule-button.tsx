import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { EvidenceRule } from "../../sim/evidence/evidence-rules.ts";
import { definitions } from "../../sim/parameters/definitions.ts";
import { focusParameter } from "../controls/focus-parameter.ts";

/** Names the rule behind a line. A click shows its sentence, and a way to the switch that turns it off. */
export function RuleButton({ rule }: { rule: EvidenceRule }) {
  const isOpen = useSignal(false);
  const id = useId();
  const [short = rule.title] = rule.title.split(":");
  return (
    <>
      <button
        type="button"
        class="plain rule"
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {short}
      </button>
      <span id={id} class="rule-note" hidden={!isOpen.value}>
        {isOpen.value && <Note rule={rule} />}
      </span>
    </>
  );
}

function Note({ rule: { title, sentence, off } }: { rule: EvidenceRule }) {
  const definition = off === undefined ? undefined : definitions[off];
  return (
    <>
      <strong>{title}.</strong> {sentence}
      {definition !== undefined && (
        <button type="button" class="plain" onClick={() => focusParameter(definition.name)}>
          Go to its switch: {definition.label}
        </button>
      )}
    </>
  );
}
