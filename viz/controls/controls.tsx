import { useSignal } from "@preact/signals";
import { groups } from "../../sim/parameters/definition-types.ts";
import { definitions, parameterKeys } from "../../sim/parameters/definitions.ts";
import { ways } from "../state/ways.ts";
import type { World } from "../state/world.ts";
import { ParameterControl } from "./parameter-control.tsx";
import "./controls.css";

/** The five ways first; everything else in groups, folded and searchable. All of it made from the one parameter definition. */
export function Controls({ world }: { world: World }) {
  return (
    <>
      <section aria-labelledby="ways-title" class="ways">
        <h2 id="ways-title">The five ways</h2>
        <p class="small soft">What people are like on average. A change acts at once, on everyone.</p>
        {ways.map((way) => (
          <ParameterControl key={way.parameter} world={world} name={way.parameter} words={way} />
        ))}
      </section>
      <Everything world={world} />
      <p class="small soft disclaimer">
        What this is not: a forecast. The rules are assumed, from one article, its readers and the literature; they are not fitted
        to people.
      </p>
    </>
  );
}

const wayNames = new Set<string>(ways.map(({ parameter }) => parameter));

function Everything({ world }: { world: World }) {
  const sought = useSignal("");
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = parameterKeys
    .map((key) => definitions[key])
    .filter((one) => !wayNames.has(one.name) && words.every((word) => textOf(one).includes(word)));
  return (
    <section aria-labelledby="everything-title" class="everything">
      <h2 id="everything-title">Everything else</h2>
      <label>
        <span class="spoken">Search the parameters</span>
        <input
          type="search"
          placeholder="Search, such as gossip or fading"
          value={sought.value}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      </label>
      {found.length === 0 && <p class="small soft">Nothing is called so.</p>}
      {Object.entries(groups).map(([group, title]) => {
        const own = found.filter((one) => one.group === group);
        if (own.length === 0) return null;
        return (
          <details key={group} open={words.length > 0}>
            <summary>
              {title} <span class="soft small">{own.length}</span>
            </summary>
            {own.map(({ name }) => (
              <ParameterControl key={name} world={world} name={name} />
            ))}
          </details>
        );
      })}
    </section>
  );
}

function textOf({ name, label, help, symbol }: { name: string; label: string; help: string; symbol: string }): string {
  return `${name} ${label} ${help} ${symbol}`.toLowerCase();
}
