import type { RunState } from "../state/live-run.ts";
import type { Notices } from "../state/notices.ts";
import "./notice-bar.css";

/** What went wrong, in place, while the world goes on; or that the engine is no more. */
export function NoticeBar({ world }: { world: Notices & Pick<RunState, "deathReason"> }) {
  const { notice, deathReason } = world;
  if (deathReason.value !== undefined)
    return (
      <div class="notice fault" role="alert">
        <p>
          The simulation has stopped: {deathReason.value}.{" "}
          <button type="button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      </div>
    );
  const { kind, lines } = notice.value ?? { kind: "done", lines: [] };
  return (
    <div class={`notice ${kind}`} role={kind === "fault" ? "alert" : "status"} hidden={lines.length === 0}>
      <ul>
        {lines.slice(0, 8).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > 8 && <li>… and {lines.length - 8} more</li>}
      </ul>
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
