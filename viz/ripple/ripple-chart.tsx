import type { Signal } from "@preact/signals";
import { area, line, scaleLinear } from "d3";
import type { FollowedRipple, FollowedWeek } from "../../workers/ripple-messages.ts";

/** Size and margins in units of the picture, which is as wide as the column. */
const WIDTH = 300;
const HEIGHT = 96;
const LEFT = 30;
const RIGHT = 4;
const ABOVE = 6;
const BELOW = 16;

/** How many people differ, week by week, and how many noticeably. A click or a drag chooses the week. */
export function RippleChart({ ripple, week }: { ripple: FollowedRipple; week: Signal<number> }) {
  const { weeks, agents } = ripple;
  const x = scaleLinear([1, Math.max(2, weeks.length)], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, agents], [HEIGHT - BELOW, ABOVE]);
  const noticed = area<FollowedWeek>()
    .x((one) => x(one.week))
    .y0(y(0))
    .y1((one) => y(one.noticedCount));
  const differ = line<FollowedWeek>()
    .x((one) => x(one.week))
    .y((one) => y(one.agentCount));

  function choose(event: PointerEvent): void {
    if (event.buttons === 0 && event.type !== "pointerdown") return;
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const at = Math.round(x.invert(((event.clientX - left) / width) * WIDTH));
    week.value = Math.max(1, Math.min(weeks.length, at));
  }

  return (
    <figure class="ripple-chart">
      <figcaption class="small">
        People who differ <span class="key differ">at all</span>, and <span class="key noticed">noticeably</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Line chart: people who differ, week by week"
        onPointerDown={choose}
        onPointerMove={choose}
      >
        {y.ticks(2).map((value) => (
          <g key={value}>
            <line class="rule" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text class="axis" x={LEFT - 4} y={y(value)} dy="0.35em" text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {x.ticks(4).map((value) => (
          <text class="axis" key={value} x={x(value)} y={HEIGHT - 2} text-anchor={value === weeks.length ? "end" : "middle"}>
            {value}
          </text>
        ))}
        <path class="noticed" d={noticed([...weeks]) ?? ""} />
        <path class="differ" d={differ([...weeks]) ?? ""} />
        <line class="cursor" x1={x(week.value)} x2={x(week.value)} y1={ABOVE} y2={HEIGHT - BELOW} />
      </svg>
    </figure>
  );
}
