import { useEffect } from "preact/hooks";
import { loadLater } from "../../state/load-later.tsx";
import type { Unchanged } from "../../state/unchanged.ts";
import { whenIdle } from "../../state/when-idle.ts";
import type { World } from "../../state/world.ts";
import "./headline.css";

const text = loadLater(async () => (await import("./headline-text.tsx")).HeadlineText);

/** The headline above the network. It keeps its room while its script loads. */
export function Headline({ world, unchanged }: { world: World; unchanged: Unchanged }) {
  const { runCount } = world;
  useEffect(() => whenIdle(runCount, text.prepare), []);
  return <p class="headline">{runCount.value > 0 && <text.Part key={runCount.value} world={world} unchanged={unchanged} />}</p>;
}
