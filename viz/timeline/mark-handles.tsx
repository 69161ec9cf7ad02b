import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { describeChange } from "../charts/describe-change.ts";
import { namesIn } from "../state/name-of.ts";
import { visitTick } from "../state/visit-tick.ts";
import type { World } from "../state/world.ts";
import { formatTick, WEEKS_A_YEAR } from "../text/format-tick.ts";
import { movableAt, moveChanges, weeksOfKey } from "./move-changes.ts";
import { spreadHandles, timelineMarks } from "./timeline-scale.ts";

interface Props {
  readonly world: World;
  /** the last tick of the timeline */
  readonly end: number;
  /** of the timeline, in pixels */
  readonly width: number;
}

/** Pixels from one handle to the next, at least: they are as wide. */
const HANDLE = 24;

/** Pixels that a pointer moves before it drags. */
const SLACK = 3;

/** Milliseconds after the last key until the change moves. */
const AFTER_KEY = 900;

/** Handles above the timeline, one for each mark whose changes can move to another week. It loads after the page. */
export function MarkHandles({ world, end, width }: Props) {
  const changes = world.interventions.value;
  const marks = timelineMarks(changes, end)
    .map(({ at, tick }) => ({ tick, at: movableAt(changes, at) }))
    .filter(({ at }) => at.length > 0)
    .sort((one, other) => one.tick - other.tick);
  const places = marks.map(({ tick }) => (tick / end) * width);
  const aside = spreadHandles(places, HANDLE);
  return (
    <div class="handles">
      {marks.map(({ at, tick }, k) => (
        <Handle key={at.join()} world={world} end={end} at={at} tick={tick} aside={aside[k] ?? 0} />
      ))}
    </div>
  );
}

interface HandleProps extends Omit<Props, "width"> {
  /** pixels to the right of its mark */
  readonly aside: number;
  readonly at: readonly number[];
  readonly tick: number;
}

/** Moves the changes of a mark: drag it, or press arrow keys. A click goes to its week. */
function Handle({ world, end, at, tick, aside }: HandleProps) {
  const weeks = useSignal(0);
  const from = useRef<number | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isMoving = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const to = Math.max(1, Math.min(end, tick + weeks.value));
  const changes = world.interventions.value;
  const name = at.map((one) => describeChange(changes, one, world.atStart.value, namesIn(world))).join("; ");

  async function move(): Promise<void> {
    clearTimeout(timer.current);
    const by = Math.max(1, Math.min(end, tick + weeks.peek())) - tick;
    if (by === 0 || isMoving.current) return;
    isMoving.current = true;
    try {
      await world.changeInterventions(
        moveChanges(world.interventions.peek(), at, by),
        `Moved to ${formatTick(tick + by)}: ${name}.`,
      );
    } catch (error) {
      if (world.deathReason.peek() === undefined) world.reportError(error);
    }
    isMoving.current = false;
    weeks.value = 0;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = weeksOfKey(event.key, WEEKS_A_YEAR);
    if (by !== undefined) weeks.value = Math.max(1, Math.min(end, tick + weeks.peek() + by)) - tick;
    else if (event.key === "Escape" && weeks.peek() !== 0) weeks.value = 0;
    else if (event.key === "Enter") void (weeks.peek() === 0 ? visitTick(world, tick) : move());
    else return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(timer.current);
    if (by !== undefined) timer.current = setTimeout(() => void move(), AFTER_KEY);
  }

  return (
    <div
      class={weeks.value === 0 ? "handle" : "handle moved"}
      role="slider"
      tabIndex={0}
      aria-label={`Week of change ${at.map((one) => one + 1).join(", ")}`}
      aria-valuemin={1}
      aria-valuemax={end}
      aria-valuenow={to}
      aria-valuetext={`${formatTick(to)}: ${name}`}
      title={`${name}. Drag it, or press arrow keys, to move it to another week.`}
      style={{ left: `calc(${(100 * to) / end}% + ${aside}px)` }}
      onKeyDown={onKeyDown}
      onBlur={() => void move()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (from.current === undefined) return;
        const moved = event.clientX - from.current;
        if (Math.abs(moved) < SLACK && weeks.peek() === 0) return;
        const { width } = (event.currentTarget.parentElement as HTMLElement).getBoundingClientRect();
        weeks.value = Math.round((moved / Math.max(1, width)) * end);
      }}
      onPointerUp={() => {
        if (from.current === undefined) return;
        from.current = undefined;
        void (weeks.peek() === 0 ? visitTick(world, tick) : move());
      }}
      onPointerCancel={() => {
        from.current = undefined;
        weeks.value = 0;
      }}
    >
      {weeks.value !== 0 && <span class="says number">{formatTick(to)}</span>}
    </div>
  );
}
