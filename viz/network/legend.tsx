import type { Signal } from "@preact/signals";
import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { Term } from "../text/term.tsx";
import { aspectLabel, scaleEnds } from "./aspects.ts";
import { amountColor, STEPS } from "./colors.ts";
import { chooseLegendCircles } from "./legend-circles.ts";
import { showsNames, type ViewOptions } from "./view-options.ts";

interface Props {
  readonly world: World;
  readonly options: ViewOptions;
  /** ties in the picture */
  readonly drawn: number;
  /** active ties in all */
  readonly active: number;
}

/** What colors, sizes and lines mean, and how many ties are shown. */
export function Legend({ world, options, drawn, active }: Props) {
  const { colorBy, sizeBy, labels, asTable } = options;
  const snapshot = world.snapshot();
  return (
    <section class="legend small" aria-label="Legend">
      {colorBy.value === "circle" ? (
        <Circles world={world} />
      ) : (
        <ColorScale label={aspectLabel(colorBy.value)} ends={scaleEnds(colorBy.value, snapshot)} />
      )}
      {sizeBy.value !== "none" && (
        <p>
          Size: {aspectLabel(sizeBy.value)}, {scaleEnds(sizeBy.value, snapshot).join(" to ")}
        </p>
      )}
      <ul class="strokes">
        <li>
          <Line color="--tie" width={1} /> weak
        </li>
        <li>
          <Line color="--tie-strong" width={2} /> strong
        </li>
        <li>
          <Line color="--bridge" width={1.5} dashes="4 3" /> local bridge
        </li>
      </ul>
      <p class="soft number">
        {drawn.toLocaleString("en-US")} of {active.toLocaleString("en-US")} <Term word="active tie">active ties</Term> shown
      </p>
      <Check label="Show names" checked={showsNames(world, options)} option={labels} />
      <Check label="Show as table" checked={asTable.value} option={asTable} />
    </section>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly option: Signal<boolean> | Signal<boolean | undefined>;
}

function Check({ label, checked, option }: CheckProps) {
  return (
    <label class="check small">
      <input
        autocomplete="off"
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          option.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}

function Circles({ world }: { world: World }) {
  void world.runCount.value;
  const { shown, more } = chooseLegendCircles(world.snapshot());
  return (
    <ul class="groups">
      {shown.map((circle) => (
        <li key={circle}>
          <span class="dot" style={{ background: `var(--group-${circle})` }} /> {circleNameOf(world, circle)}
        </li>
      ))}
      {more > 0 && <li class="soft">and {more} more in the same colors</li>}
    </ul>
  );
}

function ColorScale({ label, ends: [low, high] }: { label: string; ends: readonly [low: string, high: string] }) {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const colors = Array.from({ length: STEPS }, (_, step) => amountColor(step, isDark));
  return (
    <p class="amounts">
      {label}
      <span class="scale" style={{ background: `linear-gradient(90deg, ${colors.join(", ")})` }} />
      <span class="ends soft">
        <span>{low}</span>
        <span>{high}</span>
      </span>
    </p>
  );
}

function Line({ color, width, dashes }: { color: string; width: number; dashes?: string }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line x1="0" x2="22" y1="4" y2="4" stroke={`var(${color})`} stroke-width={width} stroke-dasharray={dashes} />
    </svg>
  );
}
