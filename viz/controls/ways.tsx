import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Way, wayShare, ways } from "../../sim/parameters/ways.ts";
import type { WayResults } from "../../workers/messages.ts";
import { askWithFrames } from "../state/ask-with-frames.ts";
import { loadLater } from "../state/load-later.tsx";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";
import { describeOwnValues } from "./describe-own-values.ts";
import { describeResult } from "./describe-result.ts";
import { ParameterControl } from "./parameter-control.tsx";

const effects = loadLater(async () => (await import("./way-effect.tsx")).WayEffect);

/** Milliseconds between two looks at what came of the ways: slow enough to read. */
const ASK_EVERY = 700;

/** The five ways, each with its slider, what came of it, and a small chart of what it moves. */
export function Ways({ world, unchanged }: { world: World; unchanged: Unchanged }) {
  const results = useSignal<WayResults | undefined>(undefined);
  useEffect(
    () =>
      askWithFrames(world.frames, ASK_EVERY, async () => {
        results.value = await world.viewWays();
      }),
    [],
  );
  return (
    <section aria-labelledby="ways-title" class="ways">
      <h2 id="ways-title">Five ways to build trust</h2>
      <p class="small soft">What people set out to do, and what came of it. A change affects everyone from the next week on.</p>
      {ways.map((way) => (
        <ParameterControl key={way.parameter} world={world} name={way.parameter} way={way}>
          <Result way={way} world={world} results={results} />
          <div class="effect">{world.runCount.value > 0 && <effects.Part world={world} unchanged={unchanged} way={way} />}</div>
        </ParameterControl>
      ))}
    </section>
  );
}

interface ResultProps {
  readonly way: Way;
  readonly world: World;
  readonly results: ReadonlySignal<WayResults | undefined>;
}

/** What came of a way, and why that differs from what people set out to do. */
function Result({ way, world, results }: ResultProps) {
  const result = results.value?.[way.trait as keyof WayResults] ?? Number.NaN;
  const { text, why } = describeResult(way, wayShare(way, Number(world.values.value[way.parameter])), result);
  return (
    <p class="small result">
      {way.result}: <strong class="number">{text}</strong>. {why}{" "}
      {describeOwnValues(way, world.interventions.value, world.tick.value)}
    </p>
  );
}
