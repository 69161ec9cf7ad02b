import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listPastEvents } from "../../workers/ripple-client.ts";
import type { PastEvent, Whose } from "../../workers/ripple-messages.ts";
import { ChooseKind, countKinds } from "../evidence/choose-kind.tsx";
import { nameOf } from "../state/name-of.ts";
import { questionOf, turnEvent } from "../state/turn-event.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { describeEvent, kindLabels, turnAround } from "./past-event.ts";
import "./ripple.css";

/** Events on show at first, and added each time the reader asks for more. */
const SHOWN = 8;

type Kind = PastEvent["kind"];

const kinds = Object.keys(kindLabels) as Kind[];

/** The dated events between two people, or of one, each with the question what if it had turned out otherwise. */
export function PastEvents({ world, whose }: { world: World; whose: Whose }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="past-events"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>What if one thing had turned out otherwise?</summary>
      {isOpen.value && <Events key={JSON.stringify(whose)} world={world} whose={whose} />}
    </details>
  );
}

function Events({ world, whose }: { world: World; whose: Whose }) {
  const events = useSignal<readonly PastEvent[] | undefined>(undefined);
  const share = useSignal(0);
  const fault = useSignal("");
  const kind = useSignal<Kind>("promise");
  const most = useSignal(SHOWN);

  useEffect(() => {
    let isWanted = true;
    void (async () => {
      try {
        const { start, ticks } = await world.record();
        const listed = await listPastEvents(start, ticks, whose, (done) => {
          share.value = done;
        });
        if (isWanted) events.value = listed;
      } catch (error) {
        if (isWanted) fault.value = error instanceof Error ? error.message : String(error);
      }
    })();
    return () => {
      isWanted = false;
    };
  }, []);

  if (fault.value !== "") return <p class="small">The events could not be listed: {fault.value}.</p>;
  if (events.value === undefined)
    return (
      <p class="small soft" role="status">
        Replaying the run … <progress aria-label="Weeks replayed" max={1} value={share.value} />
      </p>
    );
  const listed = events.value.filter((one) => one.kind === kind.value);
  return (
    <>
      <ChooseKind label="Kind" chosen={kind} labels={kindLabels} counts={countKinds(kinds, events.value)} />
      <ol class="small plain-list">
        {listed.slice(0, most.value).map((event) => (
          <Line key={JSON.stringify(event)} world={world} event={event} />
        ))}
      </ol>
      {listed.length === 0 && <p class="small soft">Nothing of this kind has happened so far.</p>}
      {listed.length > most.value && (
        <button type="button" class="plain" onClick={() => (most.value += 4 * SHOWN)}>
          Show more
        </button>
      )}
    </>
  );
}

function Line({ world, event }: { world: World; event: PastEvent }) {
  const turn = turnAround(event);
  const what = `${formatTick(event.tick)}: ${describeEvent(event, (agent) => nameOf(world, agent))}`;
  return (
    <li>
      {what}.{" "}
      <button type="button" class="plain" aria-label={`${what}. ${questionOf(turn)}`} onClick={() => turnEvent(world, turn)}>
        {questionOf(turn)}
      </button>
    </li>
  );
}
