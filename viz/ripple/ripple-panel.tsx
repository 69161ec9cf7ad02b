import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { TurningIntervention } from "../../workers/messages.ts";
import type { FollowedRipple } from "../../workers/ripple-messages.ts";
import { nameOf } from "../state/name-of.ts";
import { showWeek, spreadOf } from "../state/ripple-on-show.ts";
import { agentsOfEvent, questionOf } from "../state/turn-event.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { describeOutcome, findTellingWeek } from "./describe-ripple.ts";
import { describeEvent, eventBefore } from "./past-event.ts";
import { RippleCommand } from "./ripple-command.tsx";
import { RippleLists } from "./ripple-lists.tsx";
import { RippleNumbers } from "./ripple-numbers.tsx";
import "./ripple.css";
import { RunOn } from "./run-on.tsx";
import { useRipple } from "./use-ripple.ts";
import { WeekControl } from "./week-control.tsx";

/** The ripple of one event: the question, what came of it, and each week of it in numbers and words. It loads after the page. */
export function RipplePanel({ world, event }: { world: World; event: TurningIntervention }) {
  const { share, ripple, fault } = useRipple(world, event).value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [event]);

  function close(): void {
    world.turned.value = undefined;
  }

  const before = eventBefore(event);
  const what = describeEvent(before, (agent) => nameOf(world, agent));
  return (
    <section class="ripple" aria-labelledby="ripple-title">
      <h2 id="ripple-title" ref={title} tabIndex={-1}>
        {questionOf(event)}
      </h2>
      <button type="button" class="plain close" aria-label="Close the ripple" onClick={close}>
        ×
      </button>
      <p>
        {formatTick(event.tick)}: {what}.
      </p>
      <div role="status">
        {fault !== undefined && <p class="fault">The ripple could not be followed: {fault}.</p>}
        {share < 1 && (
          <p class="small">
            Running the world on with that one outcome … <progress aria-label="Weeks followed" max={1} value={share} />{" "}
            <button type="button" onClick={close}>
              Cancel
            </button>
          </p>
        )}
        {ripple?.isMissing && <p>There was no such event in that week, so nothing was turned.</p>}
        {ripple && !ripple.isMissing && <p>{describeOutcome(ripple)}</p>}
      </div>
      {ripple && ripple.weeks.length > 0 && <Followed world={world} ripple={ripple} />}
    </section>
  );
}

function Followed({ world, ripple }: { world: World; ripple: FollowedRipple }) {
  const firstWeek = () => Math.min(world.turnedWeek.peek() ?? findTellingWeek(ripple), ripple.weeks.length);
  const week = useSignal(firstWeek());
  useEffect(() => {
    week.value = firstWeek();
    const spread = spreadOf(ripple);
    const sources = agentsOfEvent(ripple.event);
    const stop = week.subscribe((shown) => {
      world.ripple.value = showWeek(ripple, spread, sources, shown);
    });
    return () => {
      stop();
      world.ripple.value = undefined;
    };
  }, [ripple]);
  const shown = ripple.weeks[Math.min(week.value, ripple.weeks.length) - 1];
  if (shown === undefined) return null;
  return (
    <>
      <WeekControl ripple={ripple} week={week} />
      <RippleNumbers shown={shown} agents={ripple.agents} />
      <RippleLists world={world} ripple={ripple} shown={shown} />
      <RunOn world={world} event={ripple.event} />
      <RippleCommand event={ripple.event} />
    </>
  );
}
