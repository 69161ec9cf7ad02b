import { useEffect } from "preact/hooks";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { Props } from "./over-time.tsx";

const overTime = loadLater(async () => (await import("./over-time.tsx")).OverTime);

/** The charts. Their script loads once the page shows its first network. */
export function Charts(props: Props) {
  const { runCount } = props.world;
  useEffect(
    () =>
      whenIdle(runCount, () => {
        overTime.prepare();
        props.unchanged.prepare();
      }),
    [],
  );
  return (
    <section aria-labelledby="charts-title" class="charts">
      <h2 id="charts-title">Over time</h2>
      {runCount.value > 0 && <overTime.Part {...props} />}
    </section>
  );
}
