import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { addPageKeys } from "./page-keys.ts";
import { followFullScreen, isFullPlay, toggleFullPlay, toggleProjector } from "./projector.ts";

const panel = loadLater(async () => (await import("./help-panel.tsx")).HelpPanel);

const fullPlay = loadLater(async () => (await import("./full-play.tsx")).FullPlay);

/** Buttons for help, projector mode and full-screen play, and the keys of the page. */
export function Help({ world }: { world: World }) {
  const isOpen = useSignal(false);
  const show = () => {
    isOpen.value = true;
  };
  useEffect(() => addPageKeys({ ...world, showHelp: show }), []);
  useEffect(followFullScreen, []);
  useEffect(
    () =>
      whenIdle(world.runCount, () => {
        panel.prepare();
        fullPlay.prepare();
      }),
    [],
  );
  return (
    <>
      <div class="help-buttons">
        <button
          type="button"
          aria-label="Full screen"
          title="Full screen, for an audience or a recording (R)"
          onClick={toggleFullPlay}
        >
          <svg width="16" height="12" aria-hidden="true">
            <path d="M1 1h14v10H1ZM6 3.5v5L10.5 6Z" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
        <button
          type="button"
          aria-label="Projector mode"
          title="Projector mode: large type, full screen (F)"
          onClick={toggleProjector}
        >
          Aa
        </button>
        <button type="button" aria-label="Keys and help" title="Keys and gestures (?)" onClick={show}>
          ?
        </button>
        {isOpen.value && (
          <panel.Part
            world={world}
            close={() => {
              isOpen.value = false;
            }}
          />
        )}
      </div>
      {isFullPlay.value && <fullPlay.Part world={world} />}
    </>
  );
}
