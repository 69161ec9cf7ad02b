import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { placePopover } from "../text/place-popover.ts";
import { type ExportProgress, percentDone } from "./export-progress.ts";

const panel = loadLater(async () => (await import("./export-panel.tsx")).ExportPanel);

/** The button of the menu that saves files and pictures of the run so far. What it opens loads after the page. */
export function ExportMenu({ world }: { world: World }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLElement>(null);
  const progress = useSignal<ExportProgress | undefined>(undefined);
  useEffect(() => whenIdle(world.runCount, panel.prepare), []);

  function place(): void {
    if (opener.current !== null && menu.current?.matches(":popover-open")) placePopover(menu.current, opener.current);
  }

  return (
    <div class="export">
      <button type="button" ref={opener} popovertarget={id}>
        {progress.value === undefined ? "Export" : `Exporting ${percentDone(progress.value)}%`}
      </button>
      <section id={id} ref={menu} popover="auto" aria-label="Export" onToggle={place}>
        {world.runCount.value > 0 && <panel.Part world={world} progress={progress} onSize={place} />}
      </section>
    </div>
  );
}
