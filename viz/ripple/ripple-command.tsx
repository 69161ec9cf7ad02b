import { useSignal } from "@preact/signals";
import type { TurningIntervention } from "../../workers/messages.ts";
import { copyText } from "../text/copy-text.ts";
import { eventAsFlag } from "./describe-ripple.ts";
import { LEAST, WEEKS } from "./use-ripple.ts";

/** The commands that give the same ripple without the page. */
export function RippleCommand({ event }: { event: TurningIntervention }) {
  const copied = useSignal("");
  const commands = [
    "weakties run --config run.json --out runs/mine",
    `weakties ripple runs/mine --event "${eventAsFlag(event)}" --weeks ${WEEKS} --least ${LEAST}`,
  ].join("\n");
  return (
    <details class="command small">
      <summary>The same on the command line</summary>
      <p>
        Save <code>run.json</code> from Export, and then:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{commands}</pre>
      <button type="button" onClick={async () => (copied.value = await copyText(commands, "Commands"))}>
        Copy
      </button>{" "}
      <span role="status">{copied.value}</span>
    </details>
  );
}
