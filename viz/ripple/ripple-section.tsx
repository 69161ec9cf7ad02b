import { useEffect } from "preact/hooks";
import { prepareRipple } from "../../workers/ripple-client.ts";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";

const panel = loadLater(async () => (await import("./ripple-panel.tsx")).RipplePanel);

/** What would follow if an event of the run had turned out otherwise. Nothing until the reader asks about one. */
export function RippleSection({ world }: { world: World }) {
  useEffect(
    () =>
      whenIdle(world.runCount, () => {
        panel.prepare();
        prepareRipple();
      }),
    [],
  );
  const event = world.turned.value;
  return event === undefined ? null : <panel.Part world={world} event={event} />;
}
