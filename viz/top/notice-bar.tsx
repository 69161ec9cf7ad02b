import type { RunState } from "../state/live-run.ts";
import type { Notice, Notices } from "../state/notices.ts";
import "./notice-bar.css";

/** Lines of a message that are shown; the rest is counted. */
const MOST_LINES = 8;

/** The current message, or that the simulation has stopped. */
export function NoticeBar({ world }: { world: Notices & Pick<RunState, "deathReason"> }) {
  const { notice, deathReason } = world;
  if (deathReason.value !== undefined)
    return (
      <div class="notice fault" role="alert">
        <p>
          The simulation has stopped: {deathReason.value}.{" "}
          <button type="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </p>
      </div>
    );
  const { kind, lines, actions = [] }: Notice = notice.value ?? { kind: "done", lines: [] };
  return (
    <div class={`notice ${kind}`} role={kind === "fault" ? "alert" : "status"} hidden={lines.length === 0}>
      <ul>
        {lines.slice(0, MOST_LINES).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > MOST_LINES && <li>… and {lines.length - MOST_LINES} more</li>}
      </ul>
      {actions.map(({ label, act }) => (
        <button key={label} type="button" onClick={act}>
          {label}
        </button>
      ))}
      <button
        type="button"
        class="plain"
        onClick={() => {
          notice.value = undefined;
        }}
      >
        Close
      </button>
    </div>
  );
}
