import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { circleNameOf, nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { addGestures, type Gestures } from "./gestures/gestures.ts";
import { Legend } from "./legend.tsx";
import { NetworkTable } from "./network-table.tsx";
import "./network.css";
import { OptionsBar } from "./options-bar.tsx";
import { showingStage } from "./painting/picture.ts";
import { createStage } from "./stage.ts";
import { createViewOptions } from "./view-options.ts";

/** The network: the picture or a table, how it is shown, and what that means. */
export function NetworkView({ world }: { world: World }) {
  const options = useMemo(createViewOptions, []);
  const canvas = useRef<HTMLCanvasElement>(null);
  const gestures = useRef<Gestures | undefined>(undefined);
  const shown = useSignal(0);
  const active = useSignal(0);

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    let hand: Gestures | undefined;
    const stage = createStage(
      world,
      options,
      element,
      (ties) => {
        let there = 0;
        for (let tie = 0; tie < ties.count; tie++) there += +(ties.change[tie] !== 2);
        shown.value = there;
        active.value = ties.active;
      },
      () => hand?.begin(),
    );
    hand = addGestures(world, stage, element);
    gestures.current = hand;
    showingStage(stage);
    return () => {
      showingStage(undefined);
      hand?.end();
      stage.end();
    };
  }, []);

  function find(agent: number): void {
    world.selection.value = { agent };
    gestures.current?.show(agent);
  }

  return (
    <div class="network">
      <OptionsBar world={world} options={options} find={find} />
      <div class="picture">
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a canvas that takes keys is an application */}
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-label="The network"
          aria-describedby="network-summary network-keys"
          hidden={options.asTable.value}
        />
        {options.asTable.value && <NetworkTable world={world} />}
        <Hovered world={world} />
        <div class="zoom" hidden={options.asTable.value}>
          <button type="button" aria-label="Closer" onClick={() => gestures.current?.zoomBy(1.4)}>
            +
          </button>
          <button type="button" aria-label="Farther" onClick={() => gestures.current?.zoomBy(1 / 1.4)}>
            −
          </button>
          <button type="button" aria-label="Show everyone" onClick={() => gestures.current?.fit()}>
            ⤢
          </button>
        </div>
      </div>
      <Legend world={world} options={options} shown={shown.value} active={active.value} />
      <Summary world={world} />
      <p class="spoken" id="network-keys">
        Arrow keys go from person to person, Enter chooses, and then arrow keys go along the ties of who was chosen; T chooses the
        tie, P pins, Escape lets go; plus, minus and 0 zoom, Shift and arrows move the picture. Every person is also in the table.
      </p>
    </div>
  );
}

/** One line on what the pointer or the keyboard is at. */
function Hovered({ world }: { world: World }) {
  const hovered = world.hovered.value;
  const snapshot = world.snapshot();
  if (hovered === undefined || snapshot === undefined) return null;
  const text =
    "agent" in hovered
      ? `${nameOf(world, hovered.agent)}, ${circleNameOf(world, snapshot.circle[hovered.agent])}`
      : `${nameOf(world, hovered.lower)} and ${nameOf(world, hovered.upper)}`;
  return (
    <p class="hovered small" aria-live="polite">
      {text}
    </p>
  );
}

/** The whole network in one sentence; said anew twice a year of the run, so that it can be listened to. */
function Summary({ world }: { world: World }) {
  const { series } = world;
  const halfYear = useComputed(() => Math.floor(world.tick.value / 26));
  const text = useMemo(() => {
    const last = series.length.peek() - 1;
    if (last < 0) return "";
    const trust = series.at(last, "mean_trust_score");
    return (
      `${formatTick(series.at(last, "tick"))}: ${series.at(last, "agents")} people, ${series.at(last, "weak_ties")} weak and ` +
      `${series.at(last, "strong_ties")} strong ties, mean trust ${Number.isNaN(trust) ? "not defined" : trust.toFixed(2)}.`
    );
  }, [halfYear.value, world.begun.value]);
  return (
    <p class="spoken" id="network-summary" role="status">
      {text}
    </p>
  );
}
