import type { ComponentChildren } from "preact";
import { scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { type LiveRun, speeds } from "../state/live-run.ts";
import type { Setup } from "../state/setup.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import "./top-bar.css";

/**
 * Name and story, scenario and seed, and the clock: play, pause, step, speed.
 *
 * @param files the buttons that open and save files
 */
export function TopBar({ world, files }: { world: World; files: ComponentChildren }) {
  return (
    <header class="top">
      <h1>Weak Ties</h1>
      <p class="story">{storyOf(world)}</p>
      <div class="files">{files}</div>
      <Scenario world={world} />
      <Clock run={world} />
    </header>
  );
}

function storyOf({ fromFile, scenario }: Setup): string {
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
        world.restart();
      }}
    >
      <label>
        <span class="small soft">Scenario</span>
        <select
          value={fromFile.value === undefined ? scenario.value : "file"}
          onChange={(event) => world.chooseScenario(event.currentTarget.value)}
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

function Clock({ run }: { run: LiveRun }) {
  const { playing, speed, tick, hash } = run;
  return (
    <fieldset class="clock bare">
      <legend class="spoken">Time</legend>
      <button type="button" class="primary" onClick={playing.value ? run.pause : run.play}>
        {playing.value ? "Pause" : "Play"}
      </button>
      <button type="button" onClick={() => run.step()} disabled={playing.value} title="One week on">
        Step
      </button>
      <label>
        <span class="spoken">Speed</span>
        <select value={String(speed.value)} onChange={(event) => run.setSpeed(Number(event.currentTarget.value))}>
          {speeds.map((one) => (
            <option key={one} value={String(one)}>
              {one === Number.POSITIVE_INFINITY ? "as fast as it goes" : `${one} ${one === 1 ? "week" : "weeks"} a second`}
            </option>
          ))}
        </select>
      </label>
      <output class="tick number">{formatTick(tick.value)}</output>
      {!playing.value && (
        <button
          type="button"
          class="plain number hash"
          onClick={run.readHash}
          title="The state hash: two runs with the same hash go on alike"
        >
          {hash.value === "" ? "state hash" : hash.value}
        </button>
      )}
    </fieldset>
  );
}
