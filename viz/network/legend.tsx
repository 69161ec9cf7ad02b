import type { Signal } from "@preact/signals";
import { circleNameOf } from "../state/name-of.ts";
import type { RippleOnShow } from "../state/ripple-on-show.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { Term } from "../text/term.tsx";
import { aspectLabel, scaleEnds } from "./aspects.ts";
import { amountColor, STEPS } from "./colors.ts";
import { chooseLegendCircles } from "./legend-circles.ts";
import { SLOW } from "./painting/tie-events.ts";
import { filterMeanings } from "./ties/filters.ts";
import { TRUST_HIGH, TRUST_LOW, TRUST_STEPS } from "./trust-scale.ts";
import { colorInForce, showsNames, type ViewOptions } from "./view-options.ts";

/** The ties that have a line each while those between circles are summed. */
const SINGLE = "each person’s four strongest and one bridge within the circle";

interface Props {
  readonly world: World;
  readonly options: ViewOptions;
  /** how many ties have a line each, how many between circles are summed in bands, and how many are active in all */
  readonly ties: { readonly drawn: number; readonly summed: number; readonly active: number };
  /** whether there is an unchanged world to compare with */
  readonly hasTwoWorlds: boolean;
}

/** What colors, sizes and lines mean, and which ties are shown. */
export function Legend({ world, options, ties, hasTwoWorlds }: Props) {
  const { sizeBy, labels, asTable, sideBySide, filter } = options;
  const colorBy = colorInForce(world, options);
  const snapshot = world.snapshot();
  const ripple = world.ripple.value;
  if (ripple !== undefined) return <RippleLegend ripple={ripple} />;
  return (
    <section class="legend small" aria-label="Legend">
      {colorBy === "circle" && <Circles world={world} />}
      {colorBy !== "circle" && colorBy !== "trust" && (
        <ColorScale label={aspectLabel(colorBy)} colors={amountColors()} ends={scaleEnds(colorBy, snapshot)} />
      )}
      {sizeBy.value !== "none" && (
        <p>
          Size: {aspectLabel(sizeBy.value)}, {scaleEnds(sizeBy.value, snapshot).join(" to ")}
        </p>
      )}
      <ColorScale
        label={colorBy === "trust" ? "Trust, of ties and received" : "Trust, of ties"}
        colors={Array.from({ length: TRUST_STEPS }, (_, step) => `var(--trust-${step})`)}
        ends={[String(TRUST_LOW), String(TRUST_HIGH)]}
      />
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
        {ties.summed > 0 && (
          <li>
            <Band /> between circles
          </li>
        )}
        {world.speed.value <= SLOW && (
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
      <p class="soft number shown">
        {ties.summed > 0 && "Lines: "}
        {ties.drawn.toLocaleString("en-US")} of {ties.active.toLocaleString("en-US")} <Term word="active tie">active ties</Term>
        {ties.summed > 0
          ? `, ${SINGLE}. Bands: the ${ties.summed.toLocaleString("en-US")} between circles.`
          : ` shown: ${filterMeanings[filter.value]}.`}
      </p>
      <Check label="Show names" checked={showsNames(world, options)} option={labels} />
      <Check label="Show as table" checked={asTable.value} option={asTable} />
      {hasTwoWorlds && <Check label="Side by side with the unchanged world" checked={sideBySide.value} option={sideBySide} />}
    </section>
  );
}

/** What colors, sizes and lines mean while a ripple is on show. */
function RippleLegend({ ripple: { week, lastReached, since, noticed } }: { ripple: RippleOnShow }) {
  const reached = since.filter((one) => one > 0 && one <= week).length;
  return (
    <section class="legend small" aria-label="Legend">
      <ColorScale label="First differs in" colors={amountColors()} ends={["week 1", `week ${lastReached}`]} />
      <p>Large: differs noticeably in week {week}. Gray: does not differ.</p>
      <p>Lines: who brought it to whom. Rings: the people of the event.</p>
      <p class="soft number shown">
        Week {week} of the ripple: it has reached {countOf(reached, "person", "people")};{" "}
        {countOf(noticed.filter((one) => one === 1).length, "person differs", "people differ")} noticeably.
      </p>
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
  // Colors that several circles share name none of them.
  if (more > 0) return <p>Colors: {shown.length + more} circles</p>;
  return (
    <ul class="groups">
      {shown.map((circle) => (
        <li key={circle}>
          <Dot group={circle} /> {circleNameOf(world, circle)}
        </li>
      ))}
    </ul>
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

function amountColors(): string[] {
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
