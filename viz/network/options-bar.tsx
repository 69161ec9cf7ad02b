import type { World } from "../state/world.ts";
import { type Amount, type Aspect, amountLabels, aspectLabels } from "./aspects.ts";
import { FindAgent } from "./find-agent.tsx";
import { type Filter, filterLabels } from "./ties/filters.ts";
import { colorInForce, type ViewOptions } from "./view-options.ts";

interface Props {
  readonly world: World;
  readonly options: ViewOptions;
  readonly onFind: (agent: number) => void;
}

/** How the network is shown: colors, sizes and ties; and a search for people. */
export function OptionsBar({ world, options, onFind }: Props) {
  const { colorBy, sizeBy, filter } = options;
  return (
    <fieldset class="options bare">
      <legend class="spoken">Display options</legend>
      <label>
        <span class="small soft">Color</span>
        <select
          autocomplete="off"
          value={colorInForce(world, options)}
          onChange={(event) => {
            colorBy.value = event.currentTarget.value as Aspect;
          }}
        >
          <Choices choices={aspectLabels} />
        </select>
      </label>
      <label>
        <span class="small soft">Size</span>
        <select
          autocomplete="off"
          value={sizeBy.value}
          onChange={(event) => {
            sizeBy.value = event.currentTarget.value as Amount | "none";
          }}
        >
          <option value="none">Equal</option>
          <Choices choices={amountLabels} />
        </select>
      </label>
      <label class="ties">
        <span class="small soft">Ties</span>
        <select
          autocomplete="off"
          value={filter.value}
          onChange={(event) => {
            filter.value = event.currentTarget.value as Filter;
          }}
        >
          <Choices choices={Object.entries(filterLabels)} />
        </select>
      </label>
      <FindAgent world={world} onFind={onFind} />
    </fieldset>
  );
}

function Choices({ choices }: { choices: readonly (readonly [name: string, label: string])[] }) {
  return (
    <>
      {choices.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </>
  );
}
