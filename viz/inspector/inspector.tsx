import { effect, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AgentView, TieView } from "../../workers/messages.ts";
import type { World } from "../state/world.ts";
import { AgentCard } from "./agent-card.tsx";
import "./inspector.css";
import { TieCard } from "./tie-card.tsx";

/** Milliseconds between two looks at what is selected, while the world goes on. */
const LOOK_EVERY = 250;

/** What is selected, looked at closely: an agent, or a tie with the equation on both sides. */
export function Inspector({ world }: { world: World }) {
  const view = useSignal<AgentView | TieView | undefined>(undefined);

  useEffect(() => {
    let asked = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    let looked = 0;

    async function look(): Promise<void> {
      const selection = world.selection.value;
      if (selection === undefined || asked) return;
      asked = true;
      const answer = await ("agent" in selection
        ? world.viewAgent(selection.agent)
        : world.viewTie(selection.lower, selection.upper));
      asked = false;
      looked = performance.now();
      if (world.selection.value === selection) view.value = answer;
      else look();
    }

    const stopSelection = effect(() => {
      if (world.selection.value === undefined) view.value = undefined;
      else look();
    });
    const stopFrames = effect(() => {
      void world.frames.value;
      if (again !== undefined) return;
      const wait = Math.max(0, looked + LOOK_EVERY - performance.now());
      again = setTimeout(() => {
        again = undefined;
        look();
      }, wait);
    });
    return () => {
      stopSelection();
      stopFrames();
      clearTimeout(again);
    };
  }, []);

  const selection = world.selection.value;
  return (
    <section aria-labelledby="inspector-title" class="inspector">
      <h2 id="inspector-title">{selection === undefined ? "Look closer" : "agent" in selection ? "A person" : "A tie"}</h2>
      {selection === undefined && (
        <p class="small soft">
          Choose a person or a tie in the network to see what they believe of each other, and the trust that follows.
        </p>
      )}
      {selection !== undefined && view.value === undefined && <p class="small soft">Nobody is there any more.</p>}
      {view.value !== undefined &&
        ("agent" in view.value ? <AgentCard world={world} view={view.value} /> : <TieCard world={world} view={view.value} />)}
    </section>
  );
}
