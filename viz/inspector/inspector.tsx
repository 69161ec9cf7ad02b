import { effect, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AgentView, TieView } from "../../workers/messages.ts";
import { askWithFrames } from "../state/ask-with-frames.ts";
import type { Selection } from "../state/focus.ts";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import "./inspector.css";

const details = loadLater(async () => (await import("./details.tsx")).Details);

/** Milliseconds between two requests to the engine while the run continues. */
const ASK_EVERY = 250;

/** The engine's answer about a selection; no view if the person or tie no longer exists. */
interface Answer {
  readonly selection: Selection;
  readonly view: AgentView | TieView | undefined;
}

/** The selected agent, or the selected tie with the trust equation for both sides. */
export function Inspector({ world }: { world: World }) {
  const answer = useSignal<Answer | undefined>(undefined);

  useEffect(
    () =>
      keepAsking(world, (next) => {
        answer.value = next;
      }),
    [],
  );

  useEffect(() => whenIdle(world.runCount, details.prepare), []);

  const selection = world.selection.value;
  const title = useRef<HTMLHeadingElement>(null);

  function close(): void {
    world.selection.value = undefined;
    // The button is about to go: without this, the next Tab would start at the top of the page.
    title.current?.focus();
  }

  return (
    <section aria-labelledby="inspector-title" class="inspector">
      <h2 id="inspector-title" ref={title} tabIndex={-1}>
        {selection === undefined ? "Details" : "agent" in selection ? "A person" : "A tie"}
      </h2>
      {selection !== undefined && (
        <button type="button" class="plain close" aria-label="Close details" title="Escape" onClick={close}>
          ×
        </button>
      )}
      {selection === undefined ? (
        <p class="small soft">
          Select a person or a tie in the network to see what people believe about each other and how much they trust each other.
        </p>
      ) : (
        <Card world={world} answer={answer.value} />
      )}
    </section>
  );
}

function Card({ world, answer }: { world: World; answer: Answer | undefined }) {
  if (answer === undefined) return null;
  return <details.Part world={world} {...answer} />;
}

/**
 * Asks the engine about the selection when it changes, and again while frames arrive. At most one request is open.
 *
 * @returns stops asking
 */
function keepAsking(world: World, onAnswer: (answer: Answer | undefined) => void): () => void {
  let isAsking = false;

  async function ask(): Promise<void> {
    const selection = world.selection.value;
    if (selection === undefined || isAsking) return;
    isAsking = true;
    const view = await ("agent" in selection ? world.viewAgent(selection.agent) : world.viewTie(selection.lower, selection.upper));
    isAsking = false;
    if (world.deathReason.peek() !== undefined) return; // a dead engine knows nobody
    if (world.selection.value === selection) onAnswer({ selection, view });
    else await ask();
  }

  const stopSelection = effect(() => {
    if (world.selection.value === undefined) onAnswer(undefined);
    else void ask();
  });
  const stopFrames = askWithFrames(world.frames, ASK_EVERY, ask);
  return () => {
    stopSelection();
    stopFrames();
  };
}
