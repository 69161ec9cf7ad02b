import { scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { DropFiles } from "../downloads/drop-files.tsx";
import { ExportMenu } from "../downloads/export-menu.tsx";
import { speeds, type World } from "../state/world.ts";
import { tickInWords } from "./tick-in-words.ts";
import "./top-bar.css";

/** Name and story, files in and out; scenario, seed, and the clock: play, pause, step, speed. */
export function TopBar({ world }: { world: World }) {
  return (
    <header class="top">
      <h1>Weak Ties</h1>
      <p class="story">{storyOf(world)}</p>
      <div class="files">
        <DropFiles world={world} />
        <ExportMenu world={world} />
      </div>
      <Scenario world={world} />
      <Clock world={world} />
    </header>
  );
}

function storyOf({ fromFile, scenario }: World): string {
  const { title, story } = scenarios[scenario.value];
  if (fromFile.value === undefined) return story;
  const { summary } = fromFile.value;
  return scenario.value === "default" ? summary : `${summary} All else as in “${title}”.`;
}

function Scenario({ world }: { world: World }) {
  const { scenario, fromFile, seed, waiting } = world;
  const changes = Object.keys(waiting.value).length;
  return (
    <form
      class="scenario"
      onSubmit={(event) => {
        event.preventDefault();
        world.begin();
      }}
    >
      <label>
        <span class="small soft">Scenario</span>
        <select
          value={fromFile.value === undefined ? scenario.value : "file"}
          onChange={(event) => world.choose(event.currentTarget.value)}
        >
          {fromFile.value !== undefined && <option value="file">{fromFile.value.file}</option>}
          {scenarioNames.map((name) => (
            <option key={name} value={name}>
              {scenarios[name].title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="small soft">Seed</span>
        <input
          type="text"
          size={8}
          value={seed.value}
          onInput={(event) => {
            seed.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" title="Begin anew, with this seed and what is set for the next start">
        Start anew{changes > 0 ? ` (${changes} changed)` : ""}
      </button>
    </form>
  );
}

function Clock({ world }: { world: World }) {
  const { playing, speed, tick, hash } = world;
  return (
    <fieldset class="clock bare">
      <legend class="spoken">Time</legend>
      <button type="button" class="primary" onClick={playing.value ? world.pause : world.play}>
        {playing.value ? "Pause" : "Play"}
      </button>
      <button type="button" onClick={() => world.step()} disabled={playing.value} title="One week on">
        Step
      </button>
      <label>
        <span class="spoken">Speed</span>
        <select value={String(speed.value)} onChange={(event) => world.setSpeed(Number(event.currentTarget.value))}>
          {speeds.map((one) => (
            <option key={one} value={String(one)}>
              {one === Number.POSITIVE_INFINITY ? "as fast as it goes" : `${one} ${one === 1 ? "week" : "weeks"} a second`}
            </option>
          ))}
        </select>
      </label>
      <output class="tick number">{tickInWords(tick.value)}</output>
      {!playing.value && (
        <button
          type="button"
          class="plain number hash"
          onClick={world.readHash}
          title="The state hash: two runs with the same hash go on alike"
        >
          {hash.value === "" ? "state hash" : hash.value}
        </button>
      )}
    </fieldset>
  );
}
