import type { Signal } from "@preact/signals";
import type { World } from "../state/world.ts";
import { Term } from "../text/term.tsx";
import { amountColor, STEPS } from "./colors.ts";
import { legendOfPage } from "./legend-of-page.ts";
import { BAND, type LegendPart, type TieCounts } from "./legend-parts.ts";
import { TRUST_STEPS } from "./trust-scale.ts";
import { showsNames, type ViewOptions } from "./view-options.ts";

interface Props {
  readonly world: World;
  readonly options: ViewOptions;
  readonly ties: TieCounts;
  /** whether there is an unchanged world to compare with */
  readonly hasTwoWorlds: boolean;
}

/** What colors, sizes and lines mean, and which ties are shown. */
export function Legend({ world, options, ties, hasTwoWorlds }: Props) {
  const { labels, asTable, sideBySide } = options;
  return (
    <section class="legend small" aria-label="Legend">
      {legendOfPage(world, options, ties).map((part, at) => (
        <Part key={`${at} ${part.kind}`} part={part} />
      ))}
      {world.ripple.value === undefined && (
        <>
          <Check label="Show names" checked={showsNames(world, options)} option={labels} />
          <Check label="Show as table" checked={asTable.value} option={asTable} />
          {hasTwoWorlds && <Check label="Side by side with the unchanged world" checked={sideBySide.value} option={sideBySide} />}
        </>
      )}
    </section>
  );
}

function Part({ part }: { part: LegendPart }) {
  switch (part.kind) {
    case "circles":
      return (
        <ul class="groups">
          {part.circles.map(({ group, name }) => (
            <li key={group}>
              <Dot group={group} /> {name}
            </li>
          ))}
        </ul>
      );
    case "scale":
      return <ColorScale label={part.label} colors={scaleColors(part.colors)} ends={part.ends} />;
    case "strokes":
      return <Strokes hasBands={part.hasBands} hasMarks={part.hasMarks} />;
    case "text":
      return <p class={part.isSoft ? "soft number shown" : undefined}>{part.text}</p>;
    case "shown":
      return (
        <p class="soft number shown">
          {part.before}
          <Term word="active tie">active ties</Term>
          {part.after}
        </p>
      );
  }
}

function Strokes({ hasBands, hasMarks }: { hasBands: boolean; hasMarks: boolean }) {
  return (
    <ul class="strokes">
      <li>
        <Line width={1} /> weak
      </li>
      <li>
        <Line width={2.5} /> strong
      </li>
      <li>
        <Line width={1} dashes="4 3" /> local bridge
      </li>
      {hasBands && (
        <li>
          <Band /> {BAND}
        </li>
      )}
      {hasMarks && (
        <>
          <li>
            <b class="broken">×</b> promise broken this week
          </li>
          <li>
            <b>○</b> new local bridge
          </li>
        </>
      )}
    </ul>
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

/** An image rather than a background, which a page in print or in forced colors would lose. */
function Dot({ group }: { group: number }) {
  return (
    <svg class="dot" width="10" height="10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={`var(--group-${group})`} />
    </svg>
  );
}

function scaleColors(colors: "trust" | "amounts"): string[] {
  if (colors === "trust") return Array.from({ length: TRUST_STEPS }, (_, step) => `var(--trust-${step})`);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return Array.from({ length: STEPS }, (_, step) => amountColor(step, isDark));
}

/** Width of a scale of colors, in pixels. */
const WIDE = 112;

/** Steps of color side by side, between the ends of the scale. */
function ColorScale({ label, colors, ends }: { label: string; colors: readonly string[]; ends: readonly string[] }) {
  return (
    <p class="amounts">
      {label} <span class="soft">{ends[0]}</span>
      <svg class="scale" width={WIDE} height="10" aria-hidden="true">
        {colors.map((color, k) => (
          <rect key={color} x={(k * WIDE) / colors.length} width={WIDE / colors.length} height="10" fill={color} />
        ))}
      </svg>
      <span class="soft">{ends[1]}</span>
    </p>
  );
}

/** A band, as the picture draws it. */
function Band() {
  return (
    <svg width="22" height="10" aria-hidden="true">
      <line x1="0" x2="22" y1="5" y2="5" stroke="var(--trust-3)" stroke-width={6} />
    </svg>
  );
}

function Line({ width, dashes }: { width: number; dashes?: string }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line x1="0" x2="22" y1="4" y2="4" stroke="currentColor" stroke-width={width} stroke-dasharray={dashes} />
    </svg>
  );
}
