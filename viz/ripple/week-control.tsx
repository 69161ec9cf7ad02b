import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { FollowedRipple } from "../../workers/ripple-messages.ts";
import { formatTick } from "../text/format-tick.ts";
import { RippleChart } from "./ripple-chart.tsx";

/** Milliseconds for which each week is on show while the ripple plays. */
const EACH = 90;

/** The chart of a ripple, and the week on show: chosen by pointer or keys, or played. */
export function WeekControl({ ripple, week }: { ripple: FollowedRipple; week: Signal<number> }) {
  const isPlaying = useSignal(false);
  const last = ripple.weeks.length;

  useEffect(() => {
    isPlaying.value = false;
  }, [ripple]);

  useEffect(() => {
    if (!isPlaying.value) return undefined;
    const timer = setInterval(() => {
      if (week.peek() < last) week.value++;
      else isPlaying.value = false;
    }, EACH);
    return () => clearInterval(timer);
  }, [isPlaying.value, last]);

  function play(): void {
    if (!isPlaying.value && week.value >= last) week.value = 1;
    isPlaying.value = !isPlaying.value;
  }

  const shown = ripple.weeks[week.value - 1];
  return (
    <div class="weeks">
      <RippleChart ripple={ripple} week={week} />
      <div class="row">
        <button type="button" onClick={play}>
          {isPlaying.value ? "Stop" : "Play the ripple"}
        </button>
        <label>
          <span class="spoken">Week of the ripple</span>
          <input
            type="range"
            min={1}
            max={last}
            value={week.value}
            autocomplete="off"
            aria-valuetext={`week ${week.value} of ${last}`}
            onInput={(event) => {
              isPlaying.value = false;
              week.value = Number(event.currentTarget.value);
            }}
          />
        </label>
      </div>
      <p class="small number">
        Week {week.value} of {last} <span class="soft">{shown && formatTick(shown.tick)}</span>
      </p>
    </div>
  );
}
