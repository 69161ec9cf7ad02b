import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { nameOf } from "../state/name-of.ts";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";
import { describeTie, describeTrust } from "../text/describe-difference.ts";
import { formatTick } from "../text/format-tick.ts";
import { type Comparison, largest } from "./compare-ties.ts";
import { followBoth } from "./follow-both.ts";
import "./compare.css";
import { WorldCanvas } from "./world-canvas.tsx";

/** The largest differences of each kind that are listed. */
const LISTED = 6;

/** The world and the unchanged one on one layout and one clock, and how they differ in numbers and words. It loads after the page. */
export function SideBySide({ world, unchanged }: { world: World; unchanged: Unchanged }) {
  const comparison = useSignal<Comparison | undefined>(undefined);
  useEffect(
    () =>
      followBoth(world, unchanged, (next) => {
        comparison.value = next;
      }),
    [],
  );
  const shown = comparison.value;
  return (
    <section class="side-by-side" aria-label="Two worlds side by side">
      <div class="both">
        <WorldCanvas which="changed" comparison={comparison} />
        <WorldCanvas which="unchanged" comparison={comparison} />
      </div>
      {shown === undefined ? (
        <p class="small soft" role="status">
          Waiting until both worlds are in the same week …
        </p>
      ) : (
        <Differences world={world} shown={shown} since={unchanged.since.value ?? 0} />
      )}
    </section>
  );
}

function Differences({ world, shown, since }: { world: World; shown: Comparison; since: number }) {
  const { gained, lost, stronger, weaker, trustUp, trustDown } = shown;
  const name = (agent: number) => nameOf(world, agent);
  return (
    <div class="differences small">
      <p>
        Both in <strong class="number">{formatTick(shown.changed.tick)}</strong>. They can differ from{" "}
        <span class="number">{formatTick(since + 1)}</span> on.
      </p>
      <dl class="number">
        <Count name="Ties gained" value={gained} />
        <Count name="lost" value={lost} />
        <Count name="stronger" value={stronger} />
        <Count name="weaker" value={weaker} />
        <Count name="Trust up" value={trustUp} />
        <Count name="down" value={trustDown} />
      </dl>
      <details>
        <summary>The largest differences</summary>
        <ul>
          {largest(shown.ties, LISTED).map((one) => (
            <li key={`${one.lower} ${one.upper}`}>{describeTie(one, name)}</li>
          ))}
          {largest(shown.trust, LISTED).map((one) => (
            <li key={`trust ${one.believer} ${one.about}`}>{describeTrust(one, name, "share")}</li>
          ))}
          {shown.ties.length + shown.trust.length === 0 && <li>Nothing differs by 0.01 or more.</li>}
        </ul>
      </details>
    </div>
  );
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString("en-US")}</dd>
    </div>
  );
}
