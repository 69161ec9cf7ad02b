import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ViewOptions } from "../network/view-options.ts";
import { loadLater } from "../state/load-later.tsx";
import { visitTick } from "../state/visit-tick.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { formatTick, WEEKS_A_YEAR } from "../text/format-tick.ts";
import { yearTicks } from "../text/year-ticks.ts";
import { stepTime } from "./step-time.ts";
import "./timeline.css";
import { tickAfterKey, tickAtPlace, timelineEnd, timelineMarks } from "./timeline-scale.ts";

/** Pixels that the name of a year takes. */
const YEAR_WIDTH = 56;

/** The share of the strip in which the name of a year may begin. */
const YEAR_ROOM = 0.96;

const handles = loadLater(async () => (await import("./mark-handles.tsx")).MarkHandles);

interface Props {
  readonly world: World;
  readonly options: ViewOptions;
}

/** The whole run as a strip: years, changes, and the week on show. Dragging it, or its keys, goes to other weeks. */
export function Timeline({ world, options }: Props) {
  if (world.runCount.value === 0) return <div class="timeline" />;
  return (
    <section class="timeline small" aria-label="Timeline">
      <TimeLine world={world} />
      <div class="row">
        <Steps world={world} />
        <ForkButton world={world} options={options} />
        <Strip world={world} />
      </div>
    </section>
  );
}

/** Says which week is on show while it's not the last one. */
function TimeLine({ world }: { world: World }) {
  const { isPast, tick, present } = world;
  return (
    <div class="past" role="status" hidden={!isPast.value}>
      {isPast.value && (
        <>
          <span>
            You are looking at {tick.value === 0 ? "the start" : formatTick(tick.value)},{" "}
            {countOf(present.value - tick.value, "week")} ago.
          </span>
          <button type="button" class="primary" title="N" onClick={() => visitTick(world, present.value)}>
            Return to now
          </button>
        </>
      )}
    </div>
  );
}

function Steps({ world }: { world: World }) {
  const { tick } = world;
  const isFirst = tick.value === 0;
  return (
    <fieldset class="steps bare">
      <legend class="spoken">Go to another week</legend>
      <Step name="A year back" sign="«" keys="<" isOff={isFirst} onClick={() => stepTime(world, -WEEKS_A_YEAR)} />
      <Step name="A week back" sign="‹" keys="," isOff={isFirst} onClick={() => stepTime(world, -1)} />
      <Step name="A week forward" sign="›" keys="." isOff={false} onClick={() => stepTime(world, 1)} />
      <Step name="A year forward" sign="»" keys=">" isOff={false} onClick={() => stepTime(world, WEEKS_A_YEAR)} />
    </fieldset>
  );
}

/** Begins a second world that runs as this one is planned now, and shows both. */
function ForkButton({ world, options }: Props) {
  return (
    <button
      type="button"
      class="fork"
      title="From this week on, a second world runs without what you change next"
      onClick={async () => {
        if (await world.forkFromHere()) options.sideBySide.value = true;
      }}
    >
      Fork here
    </button>
  );
}

function Step({
  name,
  sign,
  keys,
  isOff,
  onClick,
}: {
  name: string;
  sign: string;
  keys: string;
  isOff: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" aria-label={name} title={`${name} (${keys})`} aria-disabled={isOff} onClick={onClick}>
      {sign}
    </button>
  );
}

function Strip({ world }: { world: World }) {
  const track = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const { tick, present, interventions, cursor } = world;
  useEffect(() => {
    const element = track.current as HTMLDivElement;
    const sizes = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => whenIdle(world.runCount, handles.prepare), []);
  const end = timelineEnd(present.value, interventions.value);
  const place = (one: number) => `${(100 * one) / end}%`;
  const tickOf = (event: PointerEvent) => {
    const { left, width: wide } = (track.current as HTMLDivElement).getBoundingClientRect();
    return tickAtPlace(event.clientX - left, wide, end, present.peek());
  };
  const isNow = tick.value === present.value;
  return (
    <div class="strip">
      <div
        ref={track}
        class="track"
        role="slider"
        tabIndex={0}
        aria-label="Week on show"
        aria-valuemin={0}
        aria-valuemax={present.value}
        aria-valuenow={tick.value}
        aria-valuetext={`${formatTick(tick.value)}${isNow ? ", now" : ""}`}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const next = tickAfterKey(event.key, tick.peek(), present.peek());
          if (next === undefined) return;
          event.preventDefault();
          void visitTick(world, next);
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          void visitTick(world, tickOf(event));
        }}
        onPointerMove={(event) => {
          cursor.value = tickOf(event);
          if (event.currentTarget.hasPointerCapture(event.pointerId)) void visitTick(world, tickOf(event));
        }}
        onPointerLeave={() => {
          cursor.value = undefined;
        }}
      >
        <div class="done" style={{ width: place(present.value) }} />
        {yearTicks(end, Math.floor(width.value / YEAR_WIDTH), YEAR_ROOM).map(({ year, tick: first }) => (
          <span key={year} class="year soft number" style={{ left: place(first) }}>
            {width.value < 500 ? year : `year ${year}`}
          </span>
        ))}
        {timelineMarks(interventions.value, end).map(({ at, tick: first, until }) => (
          <span
            key={at.join()}
            class={until === undefined ? "mark" : "mark span"}
            style={{ left: place(first), ...(until !== undefined && { width: place(until - first) }) }}
          />
        ))}
        {cursor.value !== undefined && cursor.value <= end && <span class="cursor" style={{ left: place(cursor.value) }} />}
        <span class="thumb" style={{ left: place(tick.value) }} />
        {cursor.value !== undefined && cursor.value <= end && (
          <span class="says number" style={{ left: `clamp(3.5rem, ${place(cursor.value)}, 100% - 3.5rem)` }}>
            {formatTick(cursor.value)}
          </span>
        )}
      </div>
      {interventions.value.length > 0 && <handles.Part world={world} end={end} width={width.value} />}
    </div>
  );
}
