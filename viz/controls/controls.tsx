import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadLater } from "../state/load-later.tsx";
import type { Unchanged } from "../state/unchanged.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { Ways } from "./ways.tsx";
import "./controls.css";

const others = loadLater(async () => (await import("./other-parameters.tsx")).OtherParameters);

/** The five ways first. All other parameters follow when the page shows its first run and is idle. */
export function Controls({ world, unchanged }: { world: World; unchanged: Unchanged }) {
  const isIdle = useSignal(false);
  useEffect(
    () =>
      whenIdle(world.runCount, () => {
        isIdle.value = true;
      }),
    [],
  );
  return (
    <>
      <Ways world={world} unchanged={unchanged} />
      {isIdle.value && <others.Part world={world} />}
      <p class="small soft disclaimer">
        This is not a forecast. The rules are assumptions, drawn from an article on weak ties, its readers’ comments and the
        literature. Four of the numbers are fitted, so that people have as many contacts as in studies, and keep as many. Nothing
        else is fitted to data.
      </p>
    </>
  );
}
