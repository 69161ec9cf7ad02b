import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Help } from "../help/help.tsx";
import { followSlowly } from "../state/follow-slowly.ts";
import { loadLater } from "../state/load-later.tsx";
import { circleNameOf, nameOf } from "../state/name-of.ts";
import type { Unchanged } from "../state/unchanged.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { addGestures } from "./gestures/add-gestures.ts";
import { ZOOM_STEP } from "./gestures/keyboard.ts";
import type { PanZoom } from "./gestures/pan-zoom.ts";
import { Legend } from "./legend.tsx";
import { legendOfPage } from "./legend-of-page.ts";
import type { TieCounts } from "./legend-parts.ts";
import "./network.css";
import { OptionsBar } from "./options-bar.tsx";
import { setPictureOnPage } from "./painting/picture.ts";
import { createStage } from "./stage.ts";
import { networkSummary } from "./summary.ts";
import { countLasting, type DrawnTies } from "./ties/drawn-ties.ts";
import type { ViewOptions } from "./view-options.ts";

const sideBySide = loadLater(async () => (await import("../compare/side-by-side.tsx")).SideBySide);
const table = loadLater(async () => (await import("./network-table.tsx")).NetworkTable);

interface Props {
  readonly world: World;
  readonly unchanged: Unchanged;
  readonly options: ViewOptions;
  readonly children?: ComponentChildren;
}

/**
 * The network as a picture or a table, its display options and its legend.
 *
 * @param children what stands below the picture
 */
export function NetworkView({ world, unchanged, options, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const panZoom = useRef<PanZoom | undefined>(undefined);
  const counts = useSignal<TieCounts>({ drawn: 0, summed: 0, active: 0 });

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const stage = createStage(world, options, element, {
      onTies(ties) {
        counts.value = countTies(ties);
      },
      onFirstPositions: () => panZoom.current?.fitNewRun(),
    });
    panZoom.current = addGestures(world, stage, element);
    const { scene } = stage;
    const legend = () => legendOfPage(world, options, countTies(scene.ties));
    setPictureOnPage({ scene, canvas: element, legend });
    return () => {
      setPictureOnPage(undefined);
      panZoom.current?.end();
      stage.end();
    };
  }, []);

  useEffect(
    () =>
      whenIdle(world.runCount, () => {
        table.prepare();
        sideBySide.prepare();
      }),
    [],
  );

  function goTo(agent: number): void {
    world.selection.value = { agent };
    panZoom.current?.showAgent(agent);
  }

  const hasTwoWorlds = unchanged.since.value !== undefined;
  const areBothShown = hasTwoWorlds && options.sideBySide.value;
  const isHidden = options.asTable.value || areBothShown;
  return (
    <div class="network">
      <OptionsBar world={world} options={options} onFind={goTo} />
      <div class="picture">
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a canvas that takes keys is an application */}
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-label="The network"
          aria-describedby="network-summary network-keys"
          hidden={isHidden}
        />
        {areBothShown && !options.asTable.value && <sideBySide.Part world={world} unchanged={unchanged} />}
        {options.asTable.value && <table.Part world={world} />}
        <HoveredLine world={world} />
        <div class="zoom" hidden={isHidden}>
          <ZoomButton name="Zoom in" sign="+" onClick={() => panZoom.current?.zoomBy(ZOOM_STEP)} />
          <ZoomButton name="Zoom out" sign="−" onClick={() => panZoom.current?.zoomBy(1 / ZOOM_STEP)} />
          <ZoomButton name="Show everyone" sign="⤢" onClick={() => panZoom.current?.fit()} />
        </div>
        <Help world={world} />
      </div>
      {children}
      <Legend world={world} options={options} ties={counts.value} hasTwoWorlds={hasTwoWorlds} />
      <SpokenSummary world={world} />
      <p class="spoken" id="network-keys">
        Arrow keys move from person to person; Enter selects. With a person selected, arrow keys move among their contacts, T
        selects the tie to the contact, and P pins the person in place. Escape clears the selection. Plus and minus zoom, 0 shows
        everyone, and Shift with an arrow key moves the picture. The option “Show as table” lists people as text.
      </p>
    </div>
  );
}

function countTies(ties: DrawnTies): TieCounts {
  return { drawn: countLasting(ties), summed: ties.sums.total, active: ties.active };
}

function ZoomButton({ name, sign, onClick }: { name: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={name} onClick={onClick}>
      {sign}
    </button>
  );
}

/** Names the person or the tie under the pointer, or the one the arrow keys have reached. */
function HoveredLine({ world }: { world: World }) {
  const hovered = world.hovered.value;
  const snapshot = world.snapshot();
  if (hovered === undefined || snapshot === undefined) return null;
  const text =
    "agent" in hovered
      ? `${nameOf(world, hovered.agent)}, ${circleNameOf(world, snapshot.circle[hovered.agent] ?? 0)}${describeReached(world, hovered.agent)}`
      : `${nameOf(world, hovered.lower)} and ${nameOf(world, hovered.upper)}`;
  return (
    <p class="hovered small" aria-live="polite">
      {text}
    </p>
  );
}

/** When and through whom the ripple on show has reached a person; empty if it has not. */
function describeReached(world: World, agent: number): string {
  const { since, via, week } = world.ripple.value ?? {};
  const reached = since?.[agent] ?? 0;
  if (reached === 0 || week === undefined || reached > week) return "";
  const from = via?.[agent] ?? -1;
  return `; first differs in week ${reached}${from < 0 ? "" : `, through ${nameOf(world, from)}`}`;
}

/** Milliseconds between two summaries, so that a screen reader can keep up. */
const SPEAK_EVERY = 10_000;

/** The network in one sentence. */
function SpokenSummary({ world }: { world: World }) {
  const tick = useMemo(() => followSlowly(world.tick, SPEAK_EVERY), []);
  useEffect(() => tick.end, []);
  const text = useMemo(() => networkSummary(world.series), [tick.value.value, world.runCount.value, world.playing.value]);
  return (
    <p class="spoken" id="network-summary" role="status">
      {text}
    </p>
  );
}
