import type { World } from "../state/world.ts";
import { type Aspect, aspects } from "./colors.ts";
import { FindAgent } from "./find-agent.tsx";
import { type Filter, filters } from "./layout-messages.ts";
import type { ViewOptions } from "./view-options.ts";

/** How the network is shown: colors, sizes, which ties; and finding someone by name. */
export function OptionsBar({ world, options, find }: { world: World; options: ViewOptions; find: (agent: number) => void }) {
  const { colorBy, sizeBy, filter } = options;
  return (
    <fieldset class="options bare">
      <legend class="spoken">How the network is shown</legend>
      <label>
        <span class="small soft">Color</span>
        <select
          value={colorBy.value}
          onChange={(event) => {
            colorBy.value = event.currentTarget.value as Aspect;
          }}
        >
          <Aspects />
        </select>
      </label>
      <label>
        <span class="small soft">Size</span>
        <select
          value={sizeBy.value}
          onChange={(event) => {
            sizeBy.value = event.currentTarget.value as Aspect | "none";
          }}
        >
          <option value="none">Equal</option>
          <Aspects without="circle" />
        </select>
      </label>
      <label class="ties">
        <span class="small soft">Ties</span>
        <select
          value={filter.value}
          onChange={(event) => {
            filter.value = event.currentTarget.value as Filter;
          }}
        >
          {Object.entries(filters).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <FindAgent world={world} find={find} />
    </fieldset>
  );
}

function Aspects({ without }: { without?: Aspect }) {
  return (
    <>
      {Object.entries(aspects)
        .filter(([name]) => name !== without)
        .map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
    </>
  );
}
