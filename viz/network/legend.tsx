import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { aspectLabel, scaleEnds } from "./aspects.ts";
import { amountColor, GROUPS, STEPS } from "./colors.ts";
import type { ViewOptions } from "./view-options.ts";

/** What colors, sizes and strokes mean. */
export function Legend({ world, options, shown, active }: { world: World; options: ViewOptions; shown: number; active: number }) {
  const { colorBy, sizeBy, labels, asTable } = options;
  const snapshot = world.snapshot();
  return (
    <section class="legend small" aria-label="What one sees">
      {colorBy.value === "circle" ? (
        <Circles world={world} />
      ) : (
        <Amounts label={aspectLabel(colorBy.value)} ends={scaleEnds(colorBy.value, snapshot)} />
      )}
      {sizeBy.value !== "none" && (
        <p>
          Size: {aspectLabel(sizeBy.value)}, {scaleEnds(sizeBy.value, snapshot).join(" to ")}
        </p>
      )}
      <ul class="strokes">
        <li>
          <Stroke color="--tie" width={1} /> weak
        </li>
        <li>
          <Stroke color="--tie-strong" width={2} /> strong
        </li>
        <li>
          <Stroke color="--bridge" width={1.5} dash="4 3" /> local bridge
        </li>
      </ul>
      <p class="soft number">
        {shown.toLocaleString("en-US")} of {active.toLocaleString("en-US")} active ties shown
      </p>
      <label class="check small">
        <input
          type="checkbox"
          checked={labels.value}
          onChange={(event) => {
            labels.value = event.currentTarget.checked;
          }}
        />
        Names
      </label>
      <label class="check small">
        <input
          type="checkbox"
          checked={asTable.value}
          onChange={(event) => {
            asTable.value = event.currentTarget.checked;
          }}
        />
        As a table
      </label>
    </section>
  );
}

function Circles({ world }: { world: World }) {
  void world.begun.value;
  const snapshot = world.snapshot();
  let circles = 0;
  for (let agent = 0; agent < (snapshot?.agents ?? 0); agent++) circles = Math.max(circles, (snapshot?.circle[agent] ?? 0) + 1);
  const shown = Math.min(circles, GROUPS);
  return (
    <ul class="groups">
      {Array.from({ length: shown }, (_, circle) => (
        <li key={circle}>
          <span class="dot" style={{ background: `var(--group-${circle})` }} /> {circleNameOf(world, circle)}
        </li>
      ))}
      {circles > GROUPS && <li class="soft">and {circles - GROUPS} more, in the same colors again</li>}
    </ul>
  );
}

function Amounts({ label, ends }: { label: string; ends: readonly [string, string] }) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const stops = Array.from({ length: STEPS }, (_, step) => amountColor(step, dark)).join(", ");
  return (
    <p class="amounts">
      {label}
      <span class="scale" style={{ background: `linear-gradient(90deg, ${stops})` }} />
      <span class="ends soft">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </span>
    </p>
  );
}

function Stroke({ color, width, dash }: { color: string; width: number; dash?: string }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line x1="0" x2="22" y1="4" y2="4" stroke={`var(${color})`} stroke-width={width} stroke-dasharray={dash} />
    </svg>
  );
}
