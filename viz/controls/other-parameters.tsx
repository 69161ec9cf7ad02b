import { useSignal } from "@preact/signals";
import { groups } from "../../sim/parameters/definition-types.ts";
import { definitions, parameterKeys } from "../../sim/parameters/definitions.ts";
import { wayOfParameter } from "../../sim/parameters/ways.ts";
import type { World } from "../state/world.ts";
import { ParameterControl } from "./parameter-control.tsx";
import { parameterHelp } from "./parameter-help.ts";
import { matchesSearch, searchWords } from "./search-parameters.ts";

const otherParameters = parameterKeys.map((key) => definitions[key]).filter(({ name }) => wayOfParameter(name) === undefined);

/** All parameters but those of the five ways, out of sight until asked for: in groups that fold and can be searched. */
export function OtherParameters({ world }: { world: World }) {
  const search = useSignal("");
  const words = searchWords(search.value);
  const found = otherParameters.filter((definition) => matchesSearch(definition, words));
  return (
    <details class="everything">
      <summary>
        <h2>Other parameters</h2> <span class="soft small">{otherParameters.length}</span>
      </summary>
      <label>
        <span class="spoken">Search parameters</span>
        <input
          autocomplete="off"
          type="search"
          placeholder="Search: gossip, fading …"
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      </label>
      {found.length === 0 && <p class="small soft">No parameter matches.</p>}
      {Object.entries(groups).map(([group, title]) => {
        const members = found.filter((definition) => definition.group === group);
        if (members.length === 0) return null;
        return (
          <details key={group} open={words.length > 0}>
            <summary>
              {title} <span class="soft small">{members.length}</span>
            </summary>
            {members.map(({ name }) => (
              <ParameterControl key={name} world={world} name={name} help={parameterHelp[name]} />
            ))}
          </details>
        );
      })}
    </details>
  );
}
